using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noether.Cli.Tests;

/// <summary>noether detect on users' tables.</summary>
public sealed class DetectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Circles_about_a_tilted_axis_give_so_2_and_the_axis()
    {
        var table = _folder.Write("tilted.csv", SampleTables.TiltedCircles(300, new(11)));

        var report = Detect(table, "--label", "kind");

        Assert.Equal("unique", (string?)report["algebra"]!["verdict"]);
        Assert.Equal("so(2)", (string?)report["algebra"]!["name"]);
        Assert.Equal(4, report["orbits"]!.AsArray().Count);
        var generator = report["generators"]!["matrices"]![0]!.AsArray().Select(row => row!.AsArray().Select(entry => (double)entry!).ToArray()).ToArray();
        double[] axis = [2.0 / 3, -1.0 / 3, 2.0 / 3];
        Assert.All(["classifier.safetensors", "classifier.onnx"], name => Assert.True(new FileInfo(_folder[$"out/{name}"]).Length > 0, name));
        Assert.All(generator, row => Assert.InRange(row.Zip(axis, (entry, x) => entry * x).Sum(), -0.03, 0.03));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void From_random_labels_nobody_can_tell(int seed)
    {
        var report = Detect(_folder.Write("random.csv", SampleTables.RandomLabels(1500, new((ulong)seed))), "--label", "class");

        Assert.Equal("none", (string?)report["algebra"]!["verdict"]);
        Assert.Equal("cannot-tell", (string?)report["symmetry"]!["verdict"]);
        Assert.Contains("cannot be predicted", (string?)report["verdict"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--classes", "6")]
    [InlineData("--levels", "-1:1:0.25", "--width", "0.03")]
    public void A_function_without_symmetry_gives_none(params string[] options)
    {
        var report = Detect(_folder.Write("plain.csv", SampleTables.NoSymmetry(12000, new(31))), ["--value", "f", .. options]);

        Assert.Equal("none", (string?)report["algebra"]!["verdict"]);
    }

    [Fact]
    public void Classes_too_small_for_orbits_give_none_with_the_reason()
    {
        var report = Detect(_folder.Write("few.csv", "x,y,class\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n"), "--label", "class");

        Assert.Equal("none", (string?)report["algebra"]!["verdict"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rounded_coordinates_keep_their_symmetry(int decimals)
    {
        var stream = new Noether.Runs.Seed((ulong)decimals).Stream();
        var rows = Enumerable.Range(0, 6000).Select(i =>
        {
            var (angle, radius) = (stream.NextUniform(0, 2 * Math.PI), 1 + (i % 3));
            return $"{Math.Round(radius * Math.Cos(angle), decimals)},{Math.Round(radius * Math.Sin(angle), decimals)},{radius}";
        });

        var report = Detect(_folder.Write("rounded.csv", "x,y,r\n" + string.Join('\n', rows) + "\n"), "--label", "r");

        Assert.Equal("so(2)", (string?)report["algebra"]!["name"]);
    }

    [Fact]
    public void A_run_is_a_function_of_data_options_and_seed_at_any_number_of_threads()
    {
        var table = _folder.Write("tilted.csv", SampleTables.TiltedCircles(100, new(12)));

        var first = WithoutTimes(Detect(table, "--label", "kind", "--seed", "5", "--threads", "1"));
        var second = WithoutTimes(Detect(table, "--label", "kind", "--seed", "5", "--threads", "2"));
        var other = WithoutTimes(Detect(table, "--label", "kind", "--seed", "6", "--threads", "2"));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void An_interrupted_run_writes_what_it_finished()
    {
        var table = _folder.Write("random.csv", SampleTables.RandomLabels(20000, new(13)));

        var result = NoetherProcess.RunAndInterrupt("train", "detect", table, "--label", "class", "--out", _folder["out"]);

        Assert.Equal(130, result.ExitCode);
        var report = JsonNode.Parse(File.ReadAllText(_folder["out/report.json"]))!;
        Assert.Equal(20000, (int)report["data"]!["points"]!);
        Assert.Contains(report["findings"]!.AsArray(), finding => (string?)finding!["id"] == "RUN001");
        Assert.True(File.Exists(_folder["out/report.html"]));

        Assert.Equal(130, NoetherProcess.RunAndInterrupt("train", "detect", table, "--label", "class", "--seed", "7", "--out", _folder["out"]).ExitCode);
        Assert.Equal(7, (int)JsonNode.Parse(File.ReadAllText(_folder["out/report.json"]))!["seed"]!); // nothing finished is lost when one replaces another
        Assert.False(Directory.Exists(_folder["out/interrupted"]));
    }

    [Fact]
    public void An_interrupted_run_leaves_a_finished_report_as_it_was_until_another_is_finished()
    {
        var table = _folder.Write("random.csv", SampleTables.RandomLabels(20000, new(13)));
        string[] finished = ["identify", _folder.Write("matrices.json", "[[[0, -1], [1, 0]]]"), "--out", _folder["out"]];
        Assert.Equal(0, NoetherProcess.Run(finished).ExitCode);
        var before = Directory.GetFiles(_folder["out"], "*.*").Where(file => !file.EndsWith(".noether-files", StringComparison.Ordinal)).ToDictionary(file => file, File.ReadAllText);

        var result = NoetherProcess.RunAndInterrupt("train", "detect", table, "--label", "class", "--out", _folder["out"]);

        Assert.Equal(130, result.ExitCode);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
        Assert.Contains($"the finished report in {_folder["out"]} stays as it was; what this run has is in {_folder["out/interrupted"]}", result.Error, StringComparison.Ordinal);
        Assert.Contains("RUN001", File.ReadAllText(_folder["out/interrupted/report.json"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/interrupted/report.html"]));

        Assert.Equal(0, NoetherProcess.Run(finished).ExitCode);
        Assert.False(Directory.Exists(_folder["out/interrupted"]));
    }

    [Theory]
    [InlineData("x,y,l\n1,2,a\n3,oops,b\n", "line 3", "\"y\"", "oops")]
    [InlineData("x,y,l\n1,2,a\n3,b\n", "line 3", "", "")]
    [InlineData("x,y,l\n1,NaN,a\n3,4,b\n", "line 2", "\"y\"", "NaN")]
    [InlineData("x,x,l\n1,2,a\n", "", "\"x\"", "")]
    [InlineData("x,y,l\n", "", "", "")]
    [InlineData("", "", "", "")]
    [InlineData("x,y,m\n1,2,a\n3,4,b\n", "", "\"l\"", "m")]
    [InlineData("x,y,l\n1,2,a\n3,4,a\n", "", "\"l\"", "")]
    [InlineData("x,y,l\n1,2,a\n3,4e200,b\n5,6,a\n7,8,b\n", "", "\"y\"", "4E+200")]
    [InlineData("x,y,z,l\n1,2,3,a\n3,4,5,a\n6,7,8,b\n", "", "", "more than 3 samples")]
    [InlineData("x,y,l\n\0\u0001\u0002,2,a\n", "", "", "")]
    public void Bad_tables_are_refused_with_file_and_place_and_leave_no_folder(string text, string line, string column, string found)
    {
        var table = _folder.Write("bad.csv", text);

        var result = NoetherProcess.Run("detect", table, "--label", "l", "--out", _folder["out"], "--quiet");

        Assert.Equal(2, result.ExitCode);
        Assert.All([table, line, column, found], part => Assert.Contains(part, result.Error, StringComparison.Ordinal));
        Assert.Empty(result.Output);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void A_missing_file_and_a_folder_that_cannot_be_written_are_named()
    {
        var missing = NoetherProcess.Run("detect", _folder["nowhere.csv"], "--label", "l", "--out", _folder["out"]);
        var blocked = NoetherProcess.Run("detect", _folder.Write("t.csv", "x,l\n1,a\n2,b\n"), "--label", "l", "--out", _folder["t.csv"] + "/below");

        Assert.Equal((2, true), (missing.ExitCode, missing.Error.Contains("nowhere.csv", StringComparison.Ordinal)));
        Assert.Equal((2, true), (blocked.ExitCode, blocked.Error.Contains("t.csv", StringComparison.Ordinal)));
    }

    private JsonNode Detect(string table, params string[] options)
    {
        var result = NoetherProcess.Run(["detect", table, "--out", _folder["out"], "--json", "--quiet", "--no-figures", .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(File.ReadAllText(_folder["out/report.json"]), result.Output);
        return JsonNode.Parse(result.Output)!;
    }

    private static string WithoutTimes(JsonNode report)
    {
        foreach (var name in new[] { "seconds", "timings", "threads", "repeat" })
        {
            report.AsObject().Remove(name);
        }

        report["classifier"]!.AsObject().Remove("seconds");
        return report.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
