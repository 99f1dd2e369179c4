using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Graphs;

/// <summary>All node types of a data set in increasing order, each with its number. Eq. (C14).</summary>
public sealed class NodeTypeDictionary
{
    private readonly Dictionary<NodeType, int> _numbers;

    private NodeTypeDictionary(NodeTypeReading reading, IEnumerable<NodeType> types)
    {
        Reading = reading;
        Types = [.. types.Distinct().Order()];
        _numbers = Types.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
    }

    /// <summary>What counts as a type.</summary>
    public NodeTypeReading Reading { get; }

    /// <summary>The types in increasing order.</summary>
    public ImmutableArray<NodeType> Types { get; }

    /// <summary>Collects the types of a data set.</summary>
    public static NodeTypeDictionary Of(IEnumerable<ConfigurationMatrix> matrices, NodeTypeReading reading)
    {
        var types = new HashSet<NodeType>();
        foreach (var matrix in matrices)
        {
            types.UnionWith(TypesOf(matrix, reading));
        }

        return new(reading, types);
    }

    /// <summary>The dictionary that <see cref="Write"/> wrote: it belongs with a trained network.</summary>
    /// <exception cref="FormatException">A line is malformed; the message names it.</exception>
    public static NodeTypeDictionary Read(TextReader reader)
    {
        var first = reader.ReadLine();
        if (!Enum.TryParse<NodeTypeReading>(first, out var reading) || !Enum.IsDefined(reading))
        {
            throw new FormatException($"Line 1: expected one of {string.Join(", ", Enum.GetNames<NodeTypeReading>())}; got \"{first}\".");
        }

        var types = new List<NodeType>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            try
            {
                types.Add(NodeType.Parse(text));
            }
            catch (FormatException problem)
            {
                throw new FormatException($"Line {line}: {problem.Message}", problem);
            }
        }

        return new(reading, types);
    }

    /// <summary>Writes the reading and one type a line.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write($"{Reading}\n");
        foreach (var type in Types)
        {
            writer.Write($"{type}\n");
        }
    }

    /// <summary>The number of a type, counted from 0; -1 where it is not in the dictionary.</summary>
    public int Find(NodeType type) => _numbers.GetValueOrDefault(type, -1);

    /// <summary>The types of all nodes of a matrix, row by row.</summary>
    public static IEnumerable<NodeType> TypesOf(ConfigurationMatrix matrix, NodeTypeReading reading)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                if (matrix[row, column] != 0)
                {
                    yield return NodeType.Of(matrix, row, column, reading);
                }
            }
        }
    }
}
