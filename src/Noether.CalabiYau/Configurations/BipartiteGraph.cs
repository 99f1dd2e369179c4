namespace Noether.CalabiYau.Configurations;

/// <summary>The rows and columns of a configuration as vertices 0 .. m + K - 1, rows first, joined where a degree is not zero.</summary>
internal sealed class BipartiteGraph
{
    private readonly int[] _starts;
    private readonly Edge[] _edges;

    public BipartiteGraph(ConfigurationMatrix matrix)
    {
        Vertices = matrix.Rows + matrix.Columns;
        _starts = new int[Vertices + 1];
        _edges = new Edge[2 * matrix.NodeCount];
        var size = 0;
        for (var vertex = 0; vertex < Vertices; vertex++)
        {
            var isRow = vertex < matrix.Rows;
            var (first, count) = isRow ? (matrix.Rows, matrix.Columns) : (0, matrix.Rows);
            for (var other = 0; other < count; other++)
            {
                var degree = isRow ? matrix[vertex, other] : matrix[other, vertex - matrix.Rows];
                if (degree != 0)
                {
                    _edges[size++] = new((byte)(first + other), (byte)degree);
                }
            }

            _starts[vertex + 1] = size;
        }
    }

    /// <summary>The number of vertices, m + K.</summary>
    public int Vertices { get; }

    /// <summary>The edges of a vertex.</summary>
    public ReadOnlySpan<Edge> Edges(int vertex) => _edges.AsSpan(_starts[vertex].._starts[vertex + 1]);

    /// <summary>An edge: the other end and the degree.</summary>
    internal readonly record struct Edge(byte Vertex, byte Degree);
}
