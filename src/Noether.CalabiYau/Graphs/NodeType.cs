using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Graphs;

/// <summary>The type of a node: its own degree and the multisets of the other degrees in its row and in its column. Eq. (C14).</summary>
/// <param name="Degree">The node's own degree, 1 .. 15; 0 in a reading that leaves it out.</param>
/// <param name="Row">How often each degree occurs among the others in its row: byte d - 1 counts degree d.</param>
/// <param name="Column">The same for its column.</param>
/// <remarks>Readings with numbers and sums are written in the same form: a number n as n ones, a sum s as s ones, or s twos where a number stands beside it.</remarks>
public readonly record struct NodeType(int Degree, UInt128 Row, UInt128 Column) : IComparable<NodeType>
{
    private const int CountBits = 8;

    /// <summary>The type of the node at a non-zero entry.</summary>
    public static NodeType Of(ConfigurationMatrix matrix, int row, int column, NodeTypeReading reading)
    {
        var own = matrix[row, column];
        var (inRow, inColumn) = (UInt128.Zero, UInt128.Zero);
        for (var other = 0; other < matrix.Columns; other++)
        {
            inRow += other == column ? 0 : One(matrix[row, other]);
        }

        for (var other = 0; other < matrix.Rows; other++)
        {
            inColumn += other == row ? 0 : One(matrix[other, column]);
        }

        return new NodeType(own, inRow, inColumn).Read(reading);
    }

    /// <summary>Orders by degree, then row, then column.</summary>
    public int CompareTo(NodeType other) => (Degree, Row, Column).CompareTo((other.Degree, other.Row, other.Column));

    /// <summary>The degree and the two multisets, such as 1|1,1|2.</summary>
    public override string ToString() => $"{Degree}|{Write(Row)}|{Write(Column)}";

    /// <summary>The type that a text such as 1|1,1|2 describes.</summary>
    /// <exception cref="FormatException">The text is no node type.</exception>
    public static NodeType Parse(string text)
    {
        var parts = text.Split('|');
        return parts.Length == 3
            ? new(ParseDegree(parts[0], 0), ParseMultiset(parts[1]), ParseMultiset(parts[2]))
            : throw new FormatException($"A node type is written like 1|1,1|2; got \"{text}\".");
    }

    /// <summary>The earlier of two types is the smaller one.</summary>
    public static bool operator <(NodeType left, NodeType right) => left.CompareTo(right) < 0;

    /// <summary>The later of two types is the larger one.</summary>
    public static bool operator >(NodeType left, NodeType right) => left.CompareTo(right) > 0;

    /// <summary>Smaller or equal.</summary>
    public static bool operator <=(NodeType left, NodeType right) => left.CompareTo(right) <= 0;

    /// <summary>Larger or equal.</summary>
    public static bool operator >=(NodeType left, NodeType right) => left.CompareTo(right) >= 0;

    /// <summary>The members of a multiset of degrees in increasing order.</summary>
    internal static IEnumerable<int> Degrees(UInt128 multiset) =>
        Enumerable.Range(1, ConfigurationMatrix.MaxDegree).SelectMany(degree => Enumerable.Repeat(degree, Count(multiset, degree)));

    private NodeType Read(NodeTypeReading reading) => reading switch
    {
        NodeTypeReading.NeighbourDegrees => this,
        NodeTypeReading.NeighbourDegreesOnly => this with { Degree = 0 },
        NodeTypeReading.NumbersAndSums => new(Degree, Number(Row) + (Sum(Row) << CountBits), Number(Column) + (Sum(Column) << CountBits)),
        NodeTypeReading.Numbers => new(Degree, Number(Row), Number(Column)),
        NodeTypeReading.Sums => new(Degree, Sum(Row), Sum(Column)),
        NodeTypeReading.MergedNeighbours => new(Degree, Row + Column, 0),
        NodeTypeReading.NumbersOnly => new(0, Number(Row), Number(Column)),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "This reading does not exist."),
    };

    private static UInt128 One(int degree) => degree == 0 ? 0 : UInt128.One << (CountBits * (degree - 1));

    private static int Count(UInt128 multiset, int degree) => (byte)(multiset >> (CountBits * (degree - 1)));

    private static UInt128 Number(UInt128 multiset) => (UInt128)Enumerable.Range(1, ConfigurationMatrix.MaxDegree).Sum(degree => Count(multiset, degree));

    private static UInt128 Sum(UInt128 multiset) => (UInt128)Enumerable.Range(1, ConfigurationMatrix.MaxDegree).Sum(degree => degree * Count(multiset, degree));

    private static string Write(UInt128 multiset) => string.Join(',', Degrees(multiset));

    private static UInt128 ParseMultiset(string text)
    {
        var multiset = UInt128.Zero;
        foreach (var degree in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            multiset += One(ParseDegree(degree, 1));
        }

        return multiset;
    }

    private static int ParseDegree(string text, int least) =>
        int.TryParse(text, out var degree) && degree >= least && degree <= ConfigurationMatrix.MaxDegree
            ? degree
            : throw new FormatException($"\"{text}\" is no degree; degrees in a node type are {least} .. {ConfigurationMatrix.MaxDegree}.");
}
