using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.Reports;

namespace Noether.CalabiYau.Tests.Graphs;

public static class GraphFigureTests
{
    [Fact]
    public static void Every_entry_node_and_edge_is_in_the_figure_once() =>
        Generators.Matrices.Sample(
            matrix =>
            {
                var graph = ConfigurationGraph.Of(matrix);
                var (entries, drawn) = (Layers(matrix, 0)[0], Layers(matrix, 1)[0]);

                Assert.Equal(matrix.Rows * (matrix.Columns + 1), entries.Texts.Length);
                Assert.Equal(graph.Nodes.Select(node => $"{node.Degree}"), drawn.Texts);
                Assert.Equal([false, true], drawn.Edges.Select(edges => edges.Dashed));
                Assert.Equal(graph.RowEdges, drawn.Edges[0].Pairs);
                Assert.Equal(graph.ColumnEdges, drawn.Edges[1].Pairs);
            },
            iter: 50);

    [Fact]
    public static void Types_are_chains_with_the_edges_of_their_kind()
    {
        var layers = Layers(ConfigurationMatrix.Parse("3 0 1; 0 3 1"), 2);

        Assert.Equal(["2 \u00d7", "2 \u00d7"], layers[0].Texts);
        Assert.Equal(["1", "3", "1"], layers[1].Texts); // a 1 with a 3 in its row and a 1 in its column
        Assert.Equal([(0, 1)], layers[1].Edges[0].Pairs);
        Assert.Equal([(1, 2)], layers[1].Edges[1].Pairs);
        Assert.Equal(["3", "1"], layers[2].Texts);
        Assert.Empty(layers[2].Edges[1].Pairs);
    }

    [Fact]
    public static void No_two_nodes_of_a_graph_lie_on_one_another() =>
        Generators.Matrices.Sample(
            matrix =>
            {
                var graph = Layers(matrix, 1)[0];
                var places = graph.X.Zip(graph.Y).ToArray();
                return places.Index().All(one => places.Take(one.Index).All(other => Distance(one.Item, other) > 0.2));
            },
            iter: 50);

    private static double Distance((double X, double Y) one, (double X, double Y) other) => Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    private static GraphLayer[] Layers(ConfigurationMatrix matrix, int panel) => [.. GraphFigure.Of("graph", matrix).Panels[panel].Layers.Cast<GraphLayer>()];
}
