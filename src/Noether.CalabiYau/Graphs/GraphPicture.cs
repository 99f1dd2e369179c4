using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Graphs;

/// <summary>Draws a configuration as in the paper's Figure 3: the matrix, its graph with two kinds of edges, and the types of its nodes.</summary>
public static class GraphPicture
{
    private const double Cell = 26;
    private const double Margin = 30;
    private const double Edge = 56;
    private const double Gap = 50;

    /// <summary>Writes the picture as a standalone SVG document.</summary>
    public static void WriteSvg(ConfigurationMatrix matrix, TextWriter writer)
    {
        var graph = ConfigurationGraph.Of(matrix);
        var places = Normalised(GraphLayout.Of(graph));
        var types = NodeTypeDictionary.TypesOf(matrix, NodeTypeReading.NeighbourDegrees).GroupBy(type => type).OrderBy(group => group.Key).ToArray();
        var graphX = Margin + ((matrix.Columns + 1) * Cell) + Gap;
        var typesX = graphX + places.Max(place => place.X) + Gap + (2 * Margin);
        var width = typesX + 60 + (Cell * types.Max(group => Neighbours(group.Key).Count()));
        var height = (2 * Margin) + Math.Max(places.Max(place => place.Y) + Cell, Cell * Math.Max(matrix.Rows, types.Length)) + 20;

        var svg = new SvgWriter(writer, width, height);
        svg.Text(Margin + (Cell * (matrix.Columns + 1) / 2), 18, "Configuration matrix", "title");
        svg.Text(graphX + (places.Max(place => place.X) / 2), 18, "Graph", "title");
        svg.Text((typesX + width - Margin) / 2, 18, "Next neighbours", "title");
        DrawMatrix(svg, matrix);
        DrawGraph(svg, graph, [.. places.Select(place => (place.X + graphX, place.Y + Margin + Cell))]);
        foreach (var (index, group) in types.Index())
        {
            DrawType(svg, group.Key, group.Count(), (typesX, Margin + ((index + 1) * Cell)));
        }

        svg.Text(width / 2, height - 8, "solid: same row; dashed: same column; first in each chain: the node itself", "note");
        svg.End();
    }

    private static void DrawMatrix(SvgWriter svg, ConfigurationMatrix matrix)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var y = Margin + ((row + 1) * Cell);
            svg.Text(Margin, y, $"{matrix.AmbientDimension(row)}", "dimension");
            for (var column = 0; column < matrix.Columns; column++)
            {
                svg.Text(Margin + ((column + 1) * Cell), y, $"{matrix[row, column]}", "entry");
            }
        }

        var (top, bottom) = (Margin + (0.5 * Cell), Margin + ((matrix.Rows + 0.5) * Cell));
        svg.Path($"M {Margin - 6} {top} h -8 V {bottom} h 8 M {Margin + (0.5 * Cell)} {top} V {bottom} M {Margin + (matrix.Columns * Cell) + 12} {top} h 8 V {bottom} h -8", "bracket");
    }

    private static void DrawGraph(SvgWriter svg, ConfigurationGraph graph, (double X, double Y)[] places)
    {
        foreach (var (first, second) in graph.RowEdges)
        {
            svg.Line(places[first], places[second], "row");
        }

        foreach (var (first, second) in graph.ColumnEdges)
        {
            svg.Line(places[first], places[second], "column");
        }

        foreach (var (node, place) in graph.Nodes.Zip(places))
        {
            svg.Node(place, $"{node.Degree}");
        }
    }

    /// <summary>A node type as a chain: the node itself first, then its neighbours, each with the kind of edge that leads to it.</summary>
    private static void DrawType(SvgWriter svg, NodeType type, int count, (double X, double Y) place)
    {
        svg.Text(place.X - 30, place.Y, $"{count} \u00d7", "note");
        var neighbours = Neighbours(type).ToArray();
        for (var i = 0; i < neighbours.Length; i++)
        {
            svg.Line((place.X + (i * Cell), place.Y), (place.X + ((i + 1) * Cell), place.Y), neighbours[i].Kind);
        }

        svg.Node(place, $"{type.Degree}");
        for (var i = 0; i < neighbours.Length; i++)
        {
            svg.Node((place.X + ((i + 1) * Cell), place.Y), neighbours[i].Degree);
        }
    }

    /// <summary>The degrees of the row's others and the column's others, with the kind of their edges.</summary>
    private static IEnumerable<(string Degree, string Kind)> Neighbours(NodeType type)
    {
        var parts = type.ToString().Split('|');
        return parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(degree => (degree, "row"))
            .Concat(parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(degree => (degree, "column")));
    }

    private static (double X, double Y)[] Normalised((double X, double Y)[] places)
    {
        var (left, top) = (places.Min(place => place.X), places.Min(place => place.Y));
        return [.. places.Select(place => (Edge * (place.X - left), Edge * (place.Y - top)))];
    }
}
