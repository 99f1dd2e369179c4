using System.Text.Json.Nodes;

namespace Noether.Cli.Tests;

/// <summary>noether embed and noether identify.</summary>
public sealed class PiecesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_pieces_of_the_method_are_written_as_arrays_with_their_times()
    {
        var table = _folder.Write("tilted.csv", SampleTables.TiltedCircles(100, new(1)));

        var report = Run("embed", table, "--label", "kind", "--classifier", "--pca", "5", "--neighbours", "4", "--tsne");

        Assert.All(["embedding", "pca", "neighbours", "distances", "tsne"], name => Assert.True(File.Exists(_folder[$"out/{report["arrays"]![name]}"]), name));
        Assert.All(["read", "train", "pca", "neighbours", "tsne"], stage => Assert.NotNull(report["timings"]![stage]));
        Assert.True(File.Exists(_folder["out/figures/embedding.png"]));
    }

    [Fact]
    public void More_neighbours_than_there_are_points_are_refused()
    {
        var table = _folder.Write("few.csv", "x,y\n1,2\n3,4\n5,6\n");

        var result = NoetherProcess.Run("embed", table, "--neighbours", "3", "--out", _folder["out"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--neighbours 3", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_more_columns_than_rows_has_components_neighbours_and_a_map_too()
    {
        var table = _folder.Write("wide.csv", "a,b,c,d,e,f\n1,2,0,4,1,7\n3,1,2,0,5,6\n2,2,9,1,0,3\n8,1,4,4,2,0\n");

        var report = Run("embed", table, "--pca", "20", "--neighbours", "3", "--tsne");

        Assert.Contains("Made 6 principal components", (string?)report["verdict"], StringComparison.Ordinal);
        Assert.All(["pca", "neighbours", "distances", "tsne"], name => Assert.True(File.Exists(_folder[$"out/{report["arrays"]![name]}"]), name));
        Assert.Equal(["TSN004", "TSN001"], report["findings"]!.AsArray().Select(finding => (string?)finding!["id"]));
    }

    [Fact]
    public void The_rotations_of_space_are_named_and_a_broken_file_is_refused()
    {
        var rotations = _folder.Write("so3.json", "[[[0,-1,0],[1,0,0],[0,0,0]], [[0,0,1],[0,0,0],[-1,0,0]], [[0,0,0],[0,0,-1],[0,1,0]]]");
        var broken = _folder.Write("broken.json", "[[[0,-1],[1]]]");

        var report = Run("identify", rotations);
        var refused = NoetherProcess.Run("identify", broken, "--out", _folder["out"]);

        Assert.Equal("so(3)", (string?)report["algebra"]!["name"]);
        Assert.Equal(3, (int?)report["data"]!["matrices"]);
        Assert.Equal("rotations of coordinate planes", (string?)report["algebra"]!["basis"]!["kind"]);
        Assert.Equal("real", (string?)report["algebra"]!["representation"]![0]!["type"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("broken.json", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hamiltonians_are_named_by_what_they_generate_and_exported()
    {
        var drives = _folder.Write("drives.txt", "0 1\n1 0\n\n(0+0j) (0-1j)\n(0+1j) (0+0j)\n");

        var report = Run("identify", drives);
        var exported = NoetherProcess.Run("export", _folder["out/report.json"], "--to", "json");
        var refused = NoetherProcess.Run("export", drives, "--to", "numpy");

        Assert.Equal("su(2)", (string?)report["algebra"]!["name"]);
        Assert.Equal([2, 3], report["algebra"]!["generated"]!["dimensions"]!.AsArray().Select(node => (int)node!));
        Assert.Equal(3, JsonNode.Parse(exported.Output)!["matrices"]!.AsArray().Count);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("drives.txt", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_for_all_matrices_is_read_back_from_the_report()
    {
        const double error = 0.03;
        var tilted = _folder.Write("tilted.json", "[[[0.01,-1,0.02],[1,-0.01,0],[0.02,0,0.01]], [[0,0.02,1],[0.01,0,-0.01],[-1,0,0.01]], [[0,0.01,0],[0,0.02,-1],[0.01,1,0]]]");

        var told = Run("identify", tilted, "--error", $"{error}");
        File.Move(_folder["out/report.json"], _folder["told.json"]);
        var readBack = Run("identify", _folder["told.json"]);
        var untold = Run("identify", tilted);

        Assert.All([told, readBack], report => Assert.Equal([error, error, error], report["generators"]!["standardErrors"]!.AsArray().Select(node => (double)node!)));
        Assert.Equal("so(3)", (string?)told["algebra"]!["name"]);
        Assert.Equal($"{told["algebra"]}", $"{readBack["algebra"]}");
        Assert.Null(untold["generators"]!["standardErrors"]);
        Assert.Equal([false, false, true], new[] { told, readBack, untold }.Select(report => $"{report["findings"]}".Contains("ALG001", StringComparison.Ordinal)));
    }

    private JsonNode Run(params string[] arguments)
    {
        var result = NoetherProcess.Run([.. arguments, "--out", _folder["out"], "--json", "--quiet"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonNode.Parse(result.Output)!;
    }
}
