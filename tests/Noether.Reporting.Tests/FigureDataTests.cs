using System.Text.Json;
using Noether.Reporting.Html.Interactive;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Tests;

public static class FigureDataTests
{
    private const int Steps = ushort.MaxValue - 1;

    [Fact]
    public static void Coordinates_come_back_to_half_a_step_of_their_range()
    {
        var random = new Seed(4).Stream();
        double[] values = [-3.5, 1e4, .. Enumerable.Range(0, 500).Select(_ => random.NextUniform(-3.5, 1e4))];

        var read = Unpacked(Points(values).GetProperty("x"));

        Assert.All(values.Zip(read), pair => Assert.Equal(pair.First, pair.Second, 0.5001 * (1e4 + 3.5) / Steps));
        Assert.Equal((values[0], values[1]), (read[0], read[1]));
    }

    [Theory]
    [InlineData(new[] { 2.0, double.NaN, 3, double.PositiveInfinity })]
    [InlineData(new[] { double.NaN })]
    [InlineData(new[] { 7.0, 7 })]
    [InlineData(new[] { -double.MaxValue, double.MaxValue, 0 })]
    [InlineData(new double[] { })]
    public static void Values_that_are_no_numbers_are_absent_and_others_stay(double[] values)
    {
        var read = Unpacked(Points(values).GetProperty("x"));

        Assert.Equal(values.Length, read.Length);
        Assert.All(values.Zip(read), pair => Assert.Equal(double.IsFinite(pair.First), double.IsFinite(pair.Second)));
    }

    [Fact]
    public static void Each_point_keeps_its_sample_and_all_its_groups()
    {
        var points = new ScatterLayer([1, 2, 3], [4, 5, 6], [1, 0, 1], ["a", "b"])
        {
            Z = [7, 8, 9],
            Samples = [70, 80, 90],
            GroupTitle = "class",
            Groupings = [new("orbit", [0, 300, 2], [.. Enumerable.Range(0, 301).Select(i => $"{i}")])],
        };

        var layer = Layer(points);

        Assert.Equal([70, 80, 90], MemoryCast<int>(layer.GetProperty("samples").GetBytesFromBase64()));
        var groups = layer.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(["class", "orbit"], groups.Select(group => group.GetProperty("title").GetString()));
        Assert.Equal([1, 0, 1], MemoryCast<ushort>(groups[0].GetProperty("data").GetBytesFromBase64()).Select(group => (int)group));
        Assert.Equal([0, 300, 2], MemoryCast<ushort>(groups[1].GetProperty("data").GetBytesFromBase64()).Select(group => (int)group));
        Assert.Equal([7, 8, 9], Unpacked(layer.GetProperty("z")));
    }

    [Fact]
    public static void A_graph_and_a_figure_of_nothing_and_one_of_too_much_are_left_to_their_pictures()
    {
        var many = new double[100_001];
        Assert.Null(Data(new GraphLayer([0, 1], [0, 1], ["a", "b"], [])));
        Assert.Null(FigureData.Of(new("figure", "", "", [new Panel("", "", "", [])])));
        Assert.Null(Data(new ScatterLayer([.. many], [.. many], [.. many.Select(_ => 0)], ["a"])));
        Assert.NotNull(Data(new ScatterLayer([1], [1], [0], ["a"])));
    }

    private static JsonElement Points(double[] values) => Layer(new ScatterLayer([.. values], [.. values], [.. values.Select(_ => 0)], ["all"]));

    private static JsonElement Layer(Layer layer) => JsonDocument.Parse(Data(layer)!).RootElement.GetProperty("panels")[0].GetProperty("layers")[0];

    private static string? Data(Layer layer) => FigureData.Of(new("figure", "title", "caption", [new Panel("panel", "x", "y", [layer])]));

    /// <summary>As the page's script reads it.</summary>
    private static double[] Unpacked(JsonElement packed)
    {
        var (from, to) = (packed.GetProperty("from").GetDouble(), packed.GetProperty("to").GetDouble());
        return [.. MemoryCast<ushort>(packed.GetProperty("data").GetBytesFromBase64()).Select(step => step == ushort.MaxValue ? double.NaN : (from * (1 - ((double)step / Steps))) + (to * ((double)step / Steps)))];
    }

    private static T[] MemoryCast<T>(byte[] bytes)
        where T : struct => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(bytes).ToArray();
}
