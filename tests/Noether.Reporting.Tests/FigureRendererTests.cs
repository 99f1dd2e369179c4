using System.Globalization;
using System.Text.RegularExpressions;
using Noether.Numerics;
using Noether.Reporting.Figures;
using Noether.Reporting.Fonts;
using Noether.Reports;
using SkiaSharp;

namespace Noether.Reporting.Tests;

public static partial class FigureRendererTests
{
    public static TheoryData<string> Figures => [.. SampleReport.MexicanHat.Figures.Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Figures))]
    public static void The_same_figure_gives_the_same_bytes(string name)
    {
        var figure = Named(name);
        Assert.Equal(FigureRenderer.ToPng(figure), FigureRenderer.ToPng(figure));
        Assert.Equal(FigureRenderer.ToSvg(figure), FigureRenderer.ToSvg(figure));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public static void A_drawing_names_every_axis_and_its_ticks(string name)
    {
        var figure = Named(name);
        var texts = Texts(FigureRenderer.ToSvg(figure));

        Assert.Contains(figure.Title, texts);
        Assert.All(figure.Panels, panel => Assert.Subset(texts.ToHashSet(StringComparer.Ordinal), new HashSet<string>([panel.Title, panel.Horizontal, panel.Vertical], StringComparer.Ordinal)));
        var ticks = texts.Count(text => double.TryParse(text, CultureInfo.InvariantCulture, out _) || text.StartsWith("10", StringComparison.Ordinal));
        Assert.True(ticks >= 4 * figure.Panels.Length, $"{ticks} tick labels on {figure.Panels.Length} panels");
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public static void No_text_depends_on_the_fonts_of_the_machine(string name)
    {
        var figure = Named(name);
        var drawn = FontFamily().Matches(FigureRenderer.ToUnfinishedSvg(figure)).Select(family => family.Value).Distinct(StringComparer.Ordinal);

        Assert.All(drawn, family => Assert.StartsWith(InterTypeface.Family, family, StringComparison.Ordinal));
    }

    [Fact]
    public static void Text_changes_the_pixels_where_it_stands()
    {
        using var named = Pixels(SampleFigures.Generator);
        using var nameless = Pixels(SampleFigures.Generator with { Title = "" });
        var changed = Enumerable.Range(0, 80).SelectMany(y => Enumerable.Range(0, named.Width).Select(x => named.GetPixel(x, y) != nameless.GetPixel(x, y))).Count(differs => differs);

        Assert.True(changed > 500, $"{changed} pixels of the title");
    }

    [Fact]
    public static void Both_panels_show_every_group_in_its_colour()
    {
        using var image = Pixels(SampleFigures.MexicanHat);
        var colours = GroupColours.Of(SampleFigures.MexicanHat);
        var left = Colours(image, 0, image.Width * 2 / 5);
        var right = Colours(image, image.Width / 2, image.Width * 4 / 5);

        Assert.All(colours.Names, name =>
        {
            Assert.Contains(colours[name].ToSkia(), left);
            Assert.Contains(colours[name].ToSkia(), right);
        });
    }

    [Fact]
    public static void Equal_units_draw_a_circle_as_high_as_it_is_wide()
    {
        var angles = Enumerable.Range(0, 360).Select(degree => degree * Math.PI / 180).ToArray();
        var circle = new ScatterLayer([.. angles.Select(Math.Cos)], [.. angles.Select(Math.Sin)], [.. angles.Select(_ => 0)], ["circle"]);
        using var round = Pixels(OnePanel(new("", "x", "y", [circle]) { EqualUnits = true }));
        using var stretched = Pixels(OnePanel(new("", "x", "y", [circle])));

        Assert.InRange(Aspect(round), 0.99, 1.01);
        Assert.NotInRange(Aspect(stretched), 0.99, 1.01);
    }

    [Theory]
    [InlineData(0.5, 2.5)]
    [InlineData(2.5, 0.5)]
    public static void The_first_row_of_a_heat_map_is_at_the_top_whichever_way_the_axis_runs(double bottom, double top)
    {
        var heat = new HeatLayer(Matrix.FromRows([1, 1], [-1, -1]), 0.5, 2.5, bottom, top, "entry") { Diverging = true };
        using var image = Pixels(OnePanel(new("", "column", "row", [heat])));
        var (upper, lower) = (image.GetPixel(300, 300), image.GetPixel(300, 800));

        Assert.True(upper.Red > upper.Blue, "a positive entry is red, and the first row is positive");
        Assert.True(lower.Blue > lower.Red, "a negative entry is blue");
    }

    [Fact]
    public static void A_logarithmic_axis_has_powers_of_ten_and_leaves_out_what_has_no_logarithm()
    {
        var bars = new Panel("", "i", "value", [new BarLayer([1000, 10, 0, -1, 0.1], 2)]) { LogarithmicVertical = true };

        Assert.Subset(Texts(FigureRenderer.ToSvg(OnePanel(bars))).ToHashSet(StringComparer.Ordinal), new HashSet<string>(["10³", "10¹", "10⁻¹"], StringComparer.Ordinal));
    }

    [Fact]
    public static void Eleven_thousand_points_twice_stay_a_small_drawing() =>
        Assert.InRange(FigureRenderer.ToSvg(SampleFigures.MexicanHat).Length, 100_000, 500_000);

    [Fact]
    public static void A_large_cloud_becomes_pixels_inside_the_drawing()
    {
        const int Count = 200_000;
        var spiral = Enumerable.Range(0, Count).Select(i => i * 0.001).ToArray();
        var cloud = new ScatterLayer([.. spiral.Select(t => t * Math.Cos(t))], [.. spiral.Select(t => t * Math.Sin(t))], [.. spiral.Select(_ => 0)], ["all"]);

        Assert.InRange(FigureRenderer.ToSvg(OnePanel(new("", "x", "y", [cloud]))).Length, 10_000, 1_000_000);
    }

    [Fact]
    public static void Figures_without_points_or_with_one_are_drawn()
    {
        var empty = new Panel("empty", "x", "y", [new ScatterLayer([], [], [], ["none"]), new LineLayer("", [], [], Marked: true), new BarLayer([], 0)]);
        var single = new Panel("single", "x", "y", [new ScatterLayer([1], [1], [0], ["one"])]) { EqualUnits = true };

        Assert.NotEmpty(FigureRenderer.ToPng(new("f", "t", "c", [empty, single])));
    }

    [Fact]
    public static void Many_groups_with_long_names_keep_a_legend_of_bounded_size()
    {
        var names = Enumerable.Range(0, 121).Select(i => $"a class with a very long name indeed {i}").ToImmutableArray();
        var points = Enumerable.Range(0, 121).Select(i => (double)i).ToImmutableArray();
        var figure = OnePanel(new("", "x", "y", [new ScatterLayer(points, points, [.. Enumerable.Range(0, 121)], names)]));
        using var image = Pixels(figure);

        Assert.Contains(Texts(FigureRenderer.ToSvg(figure)), text => text.StartsWith("and ", StringComparison.Ordinal) && text.EndsWith(" more", StringComparison.Ordinal));
        Assert.InRange(image.Width, 1000, 1600);
    }

    [Fact]
    public static void A_graph_has_its_texts_both_kinds_of_edges_and_no_axes()
    {
        var layer = new GraphLayer([0, 1, 0.5], [0, 0, 1], ["3", "1", "2"], [new("same row", Dashed: false, [(0, 1)]), new("same column", Dashed: true, [(1, 2)])]);
        var figure = new Figure("graph", "A graph", "Three nodes.", [new("Graph", "", "", [layer]) { EqualUnits = true }]);
        const string Dashes = "fill=\"#D06202\""; // a dashed edge is drawn as one shape in its colour
        var both = FigureRenderer.ToSvg(figure);
        var single = FigureRenderer.ToSvg(figure with { Panels = [new("Graph", "", "", [layer with { Edges = [layer.Edges[0]] }]) { EqualUnits = true }] });

        Assert.Equal(["A graph", "3", "1", "2", "same row", "same column", "Graph"], Texts(both));
        Assert.Contains(Dashes, both, StringComparison.Ordinal);
        Assert.DoesNotContain(Dashes, single, StringComparison.Ordinal);
        Assert.Equal(FigureRenderer.ToPng(figure), FigureRenderer.ToPng(figure));
    }

    private static Figure Named(string name) => SampleReport.MexicanHat.Figures.Single(figure => figure.Name == name);

    private static Figure OnePanel(Panel panel) => new("figure", "", "", [panel]);

    private static SKBitmap Pixels(Figure figure) => SKBitmap.Decode(FigureRenderer.ToPng(figure));

    private static HashSet<SKColor> Colours(SKBitmap image, int from, int to)
    {
        var colours = new HashSet<SKColor>();
        for (var x = from; x < to; x++)
        {
            for (var y = 0; y < image.Height; y++)
            {
                colours.Add(image.GetPixel(x, y));
            }
        }

        return colours;
    }

    private static double Aspect(SKBitmap image)
    {
        var mark = Palette.Accent.ToSkia();
        var places = Enumerable.Range(0, image.Width).SelectMany(x => Enumerable.Range(0, image.Height).Select(y => (x, y))).Where(place => image.GetPixel(place.x, place.y) == mark).ToArray();
        return (double)(places.Max(place => place.x) - places.Min(place => place.x)) / (places.Max(place => place.y) - places.Min(place => place.y));
    }

    private static string[] Texts(string svg) => [.. Text().Matches(svg).Select(text => System.Net.WebUtility.HtmlDecode(text.Groups["content"].Value))];

    [GeneratedRegex("<text[^>]*>(?<content>[^<]*)</text>", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Text();

    [GeneratedRegex("(?<=font-family=\")[^\"]*", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex FontFamily();
}
