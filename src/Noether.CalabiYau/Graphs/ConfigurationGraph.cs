using Noether.CalabiYau.Configurations;
using Noether.Numerics;

namespace Noether.CalabiYau.Graphs;

/// <summary>A configuration as a graph: the non-zero degrees are the nodes; two of one row, and two of one column, are joined by edges of two kinds. Eq. (C13).</summary>
/// <param name="Nodes">The nodes, row by row.</param>
public sealed record ConfigurationGraph(ImmutableArray<GraphNode> Nodes)
{
    /// <summary>The graph of a configuration.</summary>
    public static ConfigurationGraph Of(ConfigurationMatrix matrix)
    {
        var nodes = ImmutableArray.CreateBuilder<GraphNode>();
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                if (matrix[row, column] != 0)
                {
                    nodes.Add(new(row, column, matrix[row, column]));
                }
            }
        }

        return new(nodes.ToImmutable());
    }

    /// <summary>The pairs of nodes in one row, the smaller number first.</summary>
    public IEnumerable<(int First, int Second)> RowEdges => Pairs((a, b) => a.Row == b.Row);

    /// <summary>The pairs of nodes in one column, the smaller number first.</summary>
    public IEnumerable<(int First, int Second)> ColumnEdges => Pairs((a, b) => a.Column == b.Column);

    /// <summary>The adjacency matrix: the weight of the edge between two nodes, and on the diagonal what the options say. Shape [nodes, nodes].</summary>
    public Matrix Adjacency(GraphOptions options)
    {
        var entries = new double[Nodes.Length * Nodes.Length];
        FillAdjacency(options, entries, Nodes.Length);
        return Matrix.FromEntries(Nodes.Length, Nodes.Length, entries);
    }

    /// <summary>The eigenvalues of the adjacency matrix in decreasing order. Shape [nodes].</summary>
    public ImmutableArray<double> Spectrum(GraphOptions options)
    {
        var stride = SymmetricEigenvalues.Stride(Nodes.Length);
        var matrix = new double[stride * stride];
        var values = new double[Nodes.Length];
        FillAdjacency(options, matrix, stride);
        SymmetricEigenvalues.Find(matrix, values);
        return [.. values];
    }

    /// <summary>Writes the adjacency matrix, row by row with a stride, into zeros.</summary>
    internal void FillAdjacency(GraphOptions options, Span<double> entries, int stride)
    {
        for (var p = 0; p < Nodes.Length; p++)
        {
            entries[(p * stride) + p] = options.Diagonal == DiagonalReading.Degree ? Nodes[p].Degree : 0;
            for (var q = 0; q < p; q++)
            {
                var weight = Nodes[p].Row == Nodes[q].Row ? options.RowWeight : Nodes[p].Column == Nodes[q].Column ? options.ColumnWeight : 0;
                entries[(p * stride) + q] = weight;
                entries[(q * stride) + p] = weight;
            }
        }
    }

    private IEnumerable<(int First, int Second)> Pairs(Func<GraphNode, GraphNode, bool> joined)
    {
        for (var p = 0; p < Nodes.Length; p++)
        {
            for (var q = p + 1; q < Nodes.Length; q++)
            {
                if (joined(Nodes[p], Nodes[q]))
                {
                    yield return (p, q);
                }
            }
        }
    }
}
