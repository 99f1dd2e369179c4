using System.Xml.Linq;
using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;

namespace Noether.CalabiYau.Tests.Graphs;

public static class GraphPictureTests
{
    [Fact]
    public static void The_picture_has_a_circle_for_every_node_and_a_line_of_its_kind_for_every_edge() =>
        Generators.Matrices.Sample(
            matrix =>
            {
                var graph = ConfigurationGraph.Of(matrix);
                var types = NodeTypeDictionary.TypesOf(matrix, NodeTypeReading.NeighbourDegrees).Distinct().Select(type => type.ToString().Split('|')).ToArray();
                var svg = Draw(matrix);
                Assert.Equal(graph.Nodes.Length + types.Sum(type => 1 + Count(type[1]) + Count(type[2])), svg.Descendants(Svg + "circle").Count());
                Assert.Equal(graph.RowEdges.Count() + types.Sum(type => Count(type[1])), Lines(svg, "row"));
                Assert.Equal(graph.ColumnEdges.Count() + types.Sum(type => Count(type[2])), Lines(svg, "column"));
            },
            iter: 50);

    [Fact]
    public static void Every_part_lies_within_the_picture()
    {
        var svg = Draw(ConfigurationMatrix.Parse("1 1 0 0 0; 0 0 1 1 0; 1 0 1 0 1; 0 1 0 1 2"));
        var (width, height) = ((double)svg.Attribute("width")!, (double)svg.Attribute("height")!);

        Assert.All(svg.Descendants(Svg + "circle"), circle =>
        {
            Assert.InRange((double)circle.Attribute("cx")!, 9, width - 9);
            Assert.InRange((double)circle.Attribute("cy")!, 9, height - 9);
        });
    }

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static XElement Draw(ConfigurationMatrix matrix)
    {
        using var writer = new StringWriter();
        GraphPicture.WriteSvg(matrix, writer);
        return XElement.Parse(writer.ToString());
    }

    private static int Lines(XElement svg, string kind) => svg.Descendants(Svg + "line").Count(line => (string?)line.Attribute("class") == kind);

    private static int Count(string degrees) => degrees.Split(',', StringSplitOptions.RemoveEmptyEntries).Length;
}
