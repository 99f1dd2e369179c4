using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Noether.Runs;

namespace Noether.Cli.Tests;

/// <summary>noether embed on tables that lie far out, on bad ones, without vectors, and interrupted.</summary>
public sealed class EmbedTests : IDisposable
{
    private const int Rows = 50;
    private const int Neighbours = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1e8)]
    [InlineData(1, 1.7e9)]
    [InlineData(1e-200, 0)]
    [InlineData(1e39, 0)]
    [InlineData(1e300, 0)]
    public void Neighbours_depend_neither_on_where_a_table_lies_nor_on_its_units(double unit, double offset)
    {
        var (near, nearDistances) = FindNeighbours(Points(1, 0), "near");
        var (far, farDistances) = FindNeighbours(Points(unit, offset), "far");

        Assert.Equal(near, far);
        Assert.All(nearDistances.Zip(farDistances), pair => Assert.Equal(pair.First, pair.Second / unit, 1e-6));
    }

    [Theory]
    [InlineData(3)] // by the tree
    [InlineData(9)] // by comparing all pairs
    public void Without_vectors_neighbours_are_the_same_and_distances_differ_by_rounding(int columns)
    {
        var table = Points(1, 0, columns: columns);
        var (vectors, distances) = FindNeighbours(table, "vectors");

        using var process = NoetherProcess.Start(Command(table, "portable"), start => start.Environment["DOTNET_EnableHWIntrinsic"] = "0");
        Assert.Equal(0, NoetherProcess.Finish(process).ExitCode);

        var (portable, portableDistances) = ReadNeighbours("portable");
        Assert.Equal(vectors, portable);
        Assert.All(distances.Zip(portableDistances), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void A_map_beside_them_leaves_neighbours_as_they_are()
    {
        var table = Points(1, 0);
        var alone = FindNeighbours(table, "alone");

        var result = NoetherProcess.Run([.. Command(table, "both"), "--tsne"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var both = ReadNeighbours("both");
        Assert.Equal(alone.Indices, both.Indices);
        Assert.Equal(alone.Distances, both.Distances);
    }

    [Theory]
    [InlineData("ask for at most 46339", "--neighbours", "46341")]
    [InlineData("lower --perplexity", "--tsne", "--perplexity", "15000")]
    public void More_neighbours_in_all_than_an_array_holds_are_refused_before_the_search(string remedy, params string[] options)
    {
        var table = _folder.Write("many.csv", "x\n" + string.Concat(Enumerable.Range(0, 46_342).Select(i => $"{i}\n")));

        var result = NoetherProcess.Run(["embed", table, .. options, "--quiet", "--out", _folder["out"]]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_map_is_kept_and_not_taken_for_a_finished_one()
    {
        var result = NoetherProcess.RunAndInterrupt("tsne", "embed", Points(1, 0, 2000), "--tsne", "--out", _folder["out"]);

        Assert.Equal(130, result.ExitCode);
        var report = JsonNode.Parse(File.ReadAllText(_folder["out/report.json"]))!;
        Assert.Contains("RUN001", report["findings"]!.AsArray().Select(finding => (string?)finding!["id"]));
        Assert.StartsWith("Interrupted.", (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1e30, 0)]
    [InlineData(1, 1e6)]
    public void Components_lead_back_to_the_table(double unit, double offset)
    {
        var table = Points(unit, offset);
        var result = NoetherProcess.Run("embed", table, "--pca", "3", "--no-figures", "--quiet", "--out", _folder["pca"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        double[] Read(string name) => Values<double>(_folder[$"pca/{name}.npy"]);
        var (components, directions, mean, deviations) = (Read("pca"), Read("pca-directions"), Read("pca-mean"), Read("pca-deviations"));
        var d = mean.Length;
        var rows = File.ReadLines(table).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.All(rows.Index(), row => Assert.All(row.Item.Index(), value =>
        {
            var back = mean[value.Index] + Enumerable.Range(0, d).Sum(k => components[(row.Index * d) + k] * directions[(k * d) + value.Index]);
            Assert.Equal(value.Item / unit, back / unit, 1e-5);
        }));
        Assert.Equal(Math.Sqrt(Enumerable.Range(0, Rows).Sum(i => components[i * d] * components[i * d]) / (Rows - 1)) / unit, deviations[0] / unit, 1e-5);
    }

    [Fact]
    public void Equal_points_have_neighbours_at_distance_0_and_a_map_that_says_so()
    {
        var table = _folder.Write("equal.csv", "x,y\n" + string.Concat(Enumerable.Repeat("3,4\n", 2000)));

        var result = NoetherProcess.Run("embed", table, "--neighbours", "3", "--pca", "2", "--tsne", "--quiet", "--out", _folder["equal"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("TSN003", result.Output, StringComparison.Ordinal);
        Assert.All(ReadNeighbours("equal").Distances, distance => Assert.Equal(0, distance));
    }

    [Theory]
    [InlineData("", 2, "samples.csv")]
    [InlineData("x,y\n", 2, "samples.csv")]
    [InlineData("x,y\n1,2\n3,nan\n5,6\n", 2, "line 3")]
    [InlineData("x,y\n1,2\n3,\n5,6\n", 2, "line 3")]
    [InlineData("x,y\n1,2\n3,4\n5,6\n", 1, "--perplexity", "--tsne", "--perplexity", "0.5")]
    [InlineData("x,y\n1,2\n3,4\n5,6\n", 1, "--pca", "--pca", "0")]
    public void Bad_input_is_named(string text, int exitCode, string named, params string[] options)
    {
        var table = _folder.Write("samples.csv", text);

        var result = NoetherProcess.Run([.. options.Length == 0 ? ["embed", table, "--neighbours", "1"] : (string[])["embed", table, .. options], "--out", _folder["out"]]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out/report.json"]));
    }

    private (int[] Indices, double[] Distances) FindNeighbours(string table, string name)
    {
        var result = NoetherProcess.Run(Command(table, name));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return ReadNeighbours(name);
    }

    private string[] Command(string table, string name) => ["embed", table, "--neighbours", $"{Neighbours}", "--no-figures", "--quiet", "--out", _folder[name]];

    private (int[] Indices, double[] Distances) ReadNeighbours(string name) =>
        (Values<int>(_folder[$"{name}/neighbours.npy"]), Values<double>(_folder[$"{name}/distances.npy"]));

    /// <summary>What follows the header of an NPY file of version 1.</summary>
    private static T[] Values<T>(string path)
        where T : unmanaged
    {
        var bytes = File.ReadAllBytes(path);
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan(10 + BitConverter.ToUInt16(bytes, 8))).ToArray();
    }

    private string Points(double unit, double offset, int rows = Rows, int columns = 3)
    {
        var stream = new Seed(1).Stream();
        var lines = Enumerable.Range(0, rows).Select(_ => string.Join(',', Enumerable.Range(0, columns).Select(_ => ((unit * stream.NextGaussian()) + offset).ToString("R", CultureInfo.InvariantCulture))));
        return _folder.Write($"points-{unit}-{offset}.csv", string.Join(',', Enumerable.Range(0, columns).Select(column => $"x{column}")) + "\n" + string.Join('\n', lines) + "\n");
    }
}
