using System.Text.Json.Nodes;

namespace Noether.Cli.Tests;

/// <summary>noether paper all, on the fastest of its experiments.</summary>
public sealed class PaperAllTests : IDisposable
{
    private static readonly string[] Command = ["paper", "all", "--quick", "--only", "so2", "--only", "mnist"];
    private readonly TemporaryFolder _folder = new();

    public PaperAllTests() => Directory.CreateDirectory(_folder["empty"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_ran_stands_beside_what_could_not_and_is_kept_until_options_change()
    {
        var first = Run();
        var written = File.GetLastWriteTimeUtc(_folder["all/so2/report.json"]);
        var second = Run();
        var kept = File.GetLastWriteTimeUtc(_folder["all/so2/report.json"]);
        var other = Run("--seed", "1");

        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, other.ExitCode));
        Assert.Equal(first.Output, second.Output);
        Assert.NotEqual(first.Output, other.Output);
        Assert.Equal(written, kept);
        Assert.NotEqual(written, File.GetLastWriteTimeUtc(_folder["all/so2/report.json"]));
        var (so2, mnist) = (JsonNode.Parse(first.Output)![0]!, JsonNode.Parse(first.Output)![1]!);
        Assert.Equal(("finished", "skipped"), ((string?)so2["state"], (string?)mnist["state"]));
        Assert.Contains("noether data fetch mnist", (string?)mnist["reason"], StringComparison.Ordinal);
        Assert.Equal("noether paper so2 --seed 0", (string?)so2["command"]);
        Assert.NotEmpty(so2["claims"]!.AsArray());
        Assert.All(so2["figures"]!.AsArray(), figure => Assert.True(File.Exists(_folder[$"all/so2/{figure}"])));
        Assert.All(["html", "md"], ending => Assert.Contains("data fetch mnist", File.ReadAllText(_folder[$"all/validation.{ending}"]), StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder["all/mnist"]));
    }

    [Fact]
    public void An_experiment_whose_folder_cannot_be_used_is_listed_and_the_others_run()
    {
        Directory.CreateDirectory(_folder["all/so3/report.json"]); // of an experiment that is not asked for: no report, and no matter
        File.WriteAllText(_folder["all/so2"], "in the way");

        var result = NoetherProcess.Run("paper", "all", "--quick", "--only", "so2", "--only", "u1u1", "--no-figures", "--json", "--out", _folder["all"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a file of this name exists", result.Error, StringComparison.Ordinal);
        Assert.Equal(["failed", "finished"], JsonNode.Parse(result.Output)!.AsArray().Select(each => (string?)each!["state"]));
        Assert.Equal("in the way", File.ReadAllText(_folder["all/so2"]));
    }

    [Fact]
    public void An_interrupted_run_lists_what_is_finished_and_goes_on_from_there()
    {
        string[] command = ["paper", "all", "--only", "so2", "--only", "u1u1", "--no-figures", "--out", _folder["all"]];

        var stopped = NoetherProcess.RunAndInterrupt("2 of 2", command);
        var so2 = File.ReadAllText(_folder["all/so2/report.json"]);
        var resumed = NoetherProcess.Run([.. command, "--json"]);

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("not finished", stopped.Output, StringComparison.Ordinal);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(so2, File.ReadAllText(_folder["all/so2/report.json"]));
        Assert.All(JsonNode.Parse(resumed.Output)!.AsArray(), result => Assert.Equal("finished", (string?)result!["state"]));
    }

    [Fact]
    public void The_page_keeps_what_is_finished_in_the_folder()
    {
        string[] command = ["paper", "all", "--no-figures", "--out", _folder["all"]];

        Assert.Equal(0, NoetherProcess.Run([.. command, "--only", "so2"]).ExitCode);
        Assert.Equal(0, NoetherProcess.Run([.. command, "--only", "u1u1"]).ExitCode);
        Assert.Equal(["so2 finished", "u1u1 finished"], OnPage());

        // Of another version, so that it has to run again; that run is interrupted.
        var so2 = _folder["all/so2/report.json"];
        File.WriteAllText(so2, File.ReadAllText(so2).Replace("\"version\":", "\"version\": \"0.0.1\", \"other\":", StringComparison.Ordinal));
        Assert.Equal(130, NoetherProcess.RunAndInterrupt("cases", [.. command, "--only", "so2", "--only", "u1u1"]).ExitCode);
        Assert.Equal(["so2 finished", "u1u1 finished"], OnPage());
        Assert.Contains("\"version\": \"0.0.1\"", File.ReadAllText(_folder["all/validation.json"]), StringComparison.Ordinal);

        // With other options, and interrupted before it has as much as the page.
        var page = File.ReadAllText(_folder["all/validation.json"]);
        var stopped = NoetherProcess.RunAndInterrupt("2 of 2", [.. command, "--seed", "1", "--only", "so2", "--only", "u1u1"]);
        Assert.Contains("stays as it was, for it has what this run did not come to: u1u1.", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(page, File.ReadAllText(_folder["all/validation.json"]));

        var last = NoetherProcess.Run([.. command, "--only", "u1u1"]);
        Assert.Contains("not on this page, for other options made them: so2.", last.Error, StringComparison.Ordinal);
        Assert.Equal(["u1u1 finished"], OnPage());
    }

    [Fact]
    public void A_digit_that_no_picture_shows_is_asked_for_by_name()
    {
        var result = NoetherProcess.Run("paper", "mnist", "--images", "10", "--digit", "8", "--quiet", "--out", _folder["out"]);
        Assert.SkipWhen(result.ExitCode == 3, result.Error);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a digit 8 among the first 10 pictures", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private IEnumerable<string> OnPage() => JsonNode.Parse(File.ReadAllText(_folder["all/validation.json"]))!.AsArray().Select(result => $"{result!["name"]} {result["state"]}");

    private NoetherProcess.Result Run(params string[] more) =>
        NoetherProcess.RunWithoutDataSets(_folder["empty"], [.. Command, "--out", _folder["all"], "--json", "--quiet", .. more]);
}
