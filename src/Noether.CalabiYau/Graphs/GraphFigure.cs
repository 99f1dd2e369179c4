using Noether.CalabiYau.Configurations;
using Noether.Reports;

namespace Noether.CalabiYau.Graphs;

/// <summary>A configuration as in the paper's Figure 3: the matrix, its graph with two kinds of edges, and the types of its nodes.</summary>
public static class GraphFigure
{
    /// <summary>The figure of a configuration.</summary>
    /// <param name="name">File name without extension; letters, digits and hyphens.</param>
    /// <param name="matrix">The configuration.</param>
    public static Figure Of(string name, ConfigurationMatrix matrix) => new(
        name,
        "A configuration matrix as a graph",
        $"{matrix}. Left: dimensions of the projective spaces, and degrees. Middle: one node for each degree that is not zero; solid lines join nodes of one row, dashed lines nodes of one column. Right: the types of nodes that occur; first in each chain the node itself.",
        [
            new("Configuration matrix", "", "", MatrixLayers(matrix)) { EqualUnits = true },
            new("Graph", "", "", [GraphOf(ConfigurationGraph.Of(matrix))]) { EqualUnits = true },
            new("Next neighbours", "", "", TypeLayers(matrix)) { EqualUnits = true },
        ]);

    private static ImmutableArray<Layer> MatrixLayers(ConfigurationMatrix matrix)
    {
        const double Rule = -0.75; // between the dimensions and the degrees
        var places = from row in Enumerable.Range(0, matrix.Rows) from column in Enumerable.Range(-1, matrix.Columns + 1) select (row, column);
        var entries = places.Select(place => (
            X: place.column < 0 ? -1.5 : (double)place.column,
            Y: -(double)place.row,
            Text: $"{(place.column < 0 ? matrix.AmbientDimension(place.row) : matrix[place.row, place.column])}")).ToArray();
        return
        [
            new GraphLayer([.. entries.Select(entry => entry.X)], [.. entries.Select(entry => entry.Y)], [.. entries.Select(entry => entry.Text)], []) { Circled = false },
            new GraphLayer([Rule, Rule], [0.5, 0.5 - matrix.Rows], ["", ""], [new("", Dashed: false, [(0, 1)])]),
        ];
    }

    private static GraphLayer GraphOf(ConfigurationGraph graph)
    {
        var places = GraphLayout.Of(graph);
        return new(
            [.. places.Select(place => place.X)],
            [.. places.Select(place => -place.Y)],
            [.. graph.Nodes.Select(node => $"{node.Degree}")],
            [new("same row", Dashed: false, [.. graph.RowEdges]), new("same column", Dashed: true, [.. graph.ColumnEdges])]);
    }

    private static ImmutableArray<Layer> TypeLayers(ConfigurationMatrix matrix)
    {
        var types = NodeTypeDictionary.TypesOf(matrix, NodeTypeReading.NeighbourDegrees).GroupBy(type => type).OrderBy(group => group.Key).ToArray();
        double[] lines = [.. types.Select((_, line) => -(double)line)];
        return
        [
            new GraphLayer([.. lines.Select(_ => -1.0)], [.. lines], [.. types.Select(group => $"{group.Count()} \u00d7")], []) { Circled = false },
            .. types.Select((group, line) => ChainOf(group.Key, lines[line])),
        ];
    }

    /// <summary>A node type as a chain: the node itself first, then its neighbours, each with the kind of edge that leads to it.</summary>
    private static GraphLayer ChainOf(NodeType type, double y)
    {
        var row = NodeType.Degrees(type.Row).ToArray();
        int[] chain = [type.Degree, .. row, .. NodeType.Degrees(type.Column)];
        var links = Enumerable.Range(1, chain.Length - 1).Select(place => (place - 1, place)).ToArray();
        return new(
            [.. chain.Select((_, place) => (double)place)],
            [.. chain.Select(_ => y)],
            [.. chain.Select(degree => $"{degree}")],
            [new("", Dashed: false, [.. links.Take(row.Length)]), new("", Dashed: true, [.. links.Skip(row.Length)])]);
    }
}
