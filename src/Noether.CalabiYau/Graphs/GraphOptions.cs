namespace Noether.CalabiYau.Graphs;

/// <summary>How a configuration becomes a graph and an input vector. Eqs. (C13) to (C15).</summary>
public sealed record GraphOptions
{
    /// <summary>The weights and readings below at their defaults.</summary>
    public static GraphOptions Default { get; } = new();

    /// <summary>The weight of an edge between two nodes of one row, finite. Default 1.</summary>
    public double RowWeight
    {
        get;
        init
        {
            ThrowIfNotFinite(value, nameof(RowWeight));
            field = value;
        }
    } = 1;

    /// <summary>The weight of an edge between two nodes of one column, finite. Default 2: any other ratio than 1 tells rows from columns equally well.</summary>
    public double ColumnWeight
    {
        get;
        init
        {
            ThrowIfNotFinite(value, nameof(ColumnWeight));
            field = value;
        }
    } = 2;

    /// <summary>What stands on the diagonal. Default: the node's degree, which is the only place where degrees enter the eigenvalues.</summary>
    public DiagonalReading Diagonal { get; init; }

    /// <summary>What counts as a node type. Default: own degree and the neighbours' degrees by row and column, the reading that meets the paper's 315 inputs.</summary>
    public NodeTypeReading Reading { get; init; }

    /// <summary>What happens to types that the dictionary does not know. Default: an error.</summary>
    public UnseenTypes UnseenTypes { get; init; }

    private static void ThrowIfNotFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "The weight of an edge is a finite number.");
        }
    }
}
