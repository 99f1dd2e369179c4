using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Noether.Runs;

namespace Noether.Cli.Tests;

/// <summary>Disks that are full, runs that are killed, and runs that meet in one folder: what was finished stays, and nothing is half-written.</summary>
public sealed partial class ReliabilityTests : IDisposable
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("NOETHER_FULL") == "1";

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_is_named_and_leaves_the_earlier_report()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a shell whose limits this test knows.");
        Assert.Equal(0, Run(Identification(), 1).ExitCode);
        var before = Snapshot();

        // Files of at most 30 KiB. The runtime's own way to change code that runs needs larger ones.
        var full = NoetherProcess.RunInShell("""ulimit -f 30; trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; exec "$@" """, Whole(Identification(), 2));

        Assert.Equal(2, full.ExitCode);
        Assert.StartsWith($"noether: {_folder["out"]}: cannot write to it (", full.Error, StringComparison.Ordinal);
        Assert.EndsWith("on a disk with room\n", full.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Theory]
    [InlineData("identify", "matrices.json")]
    [InlineData("doctor")]
    [InlineData("paper", "--help")]
    [InlineData]
    public void A_standard_output_that_is_full_is_named(params string[] command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a file that is always full.");
        _folder.Write("matrices.json", "[[[0, -1], [1, 0]]]");

        var result = NoetherProcess.RunInShell($"""cd '{_folder["."]}'; exec "$@" > /dev/full""", command);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("noether: standard output: cannot be written to (", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Messages_that_cannot_be_written_do_not_end_a_run()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a file that is always full.");

        var result = NoetherProcess.RunInShell("""exec "$@" 2> /dev/full""", "identify", _folder.Write("matrices.json", "[[[0, -1], [1, 0]]]"), "--out", _folder["out"]);

        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(_folder["out/report.json"]));
    }

    [Theory]
    [InlineData("identify")]
    [InlineData("detect")]
    public void A_run_that_is_killed_at_any_moment_leaves_a_whole_report(string name)
    {
        var command = name == "identify" ? Identification() : Detection();
        Assert.Equal(0, Run(command, 1).ExitCode);
        var (first, start) = (Snapshot(), TimeProvider.System.GetTimestamp());
        Assert.Equal(0, Run(command, 2).ExitCode);
        var (second, time) = (Snapshot(), TimeProvider.System.GetElapsedTime(start));
        Assert.NotEqual(first, second);

        var random = new Seed(3).Stream();
        for (var i = 0; i < (IsFull ? 100 : 4); i++)
        {
            NoetherProcess.RunAndKillAfter(time * random.NextUniform(0, 1.1), Whole(command, 1 + (i % 2)));
            OpenAndClose();
            Assert.Contains(Snapshot(), (string[])[first, second]);
        }

        Assert.Equal(0, Run(command, 1).ExitCode);
        Assert.Equal(first, Snapshot());
    }

    [Fact]
    public void Experiments_that_were_finished_when_the_run_was_killed_are_kept()
    {
        string[] command = ["paper", "all", "--quick", "--only", "so2", "--only", "u1u1", "--no-figures", "--out", _folder["all"]];
        var random = new Seed(4).Stream();
        var finished = new Dictionary<string, string>(StringComparer.Ordinal);
        NoetherProcess.RunAndKill(_folder["all/so2/report.json"], command); // at the moment that there is something to lose
        for (var i = 0; i < (IsFull ? 20 : 2); i++)
        {
            NoetherProcess.RunAndKillAfter(TimeSpan.FromSeconds(random.NextUniform(0, 8)), command);
            foreach (var report in ((string[])["so2", "u1u1"]).Select(name => _folder[$"all/{name}/report.json"]).Where(File.Exists))
            {
                var text = File.ReadAllText(report);
                Assert.NotNull(JsonNode.Parse(text)!["claims"]);
                Assert.Equal(text, finished.TryGetValue(report, out var earlier) ? earlier : text);
                finished[report] = text;
            }
        }

        Assert.NotEmpty(finished);
        Assert.Equal(0, NoetherProcess.Run(command).ExitCode);
        Assert.All(finished, report => Assert.Equal(report.Value, File.ReadAllText(report.Key)));
        Assert.All((string[])["so2", "u1u1"], name => Assert.True(File.Exists(_folder[$"all/{name}/report.json"])));
        Assert.All(Directory.GetFileSystemEntries(_folder["all"], ".*", Everything), path => Assert.EndsWith("/.noether-files", path, StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_that_meet_in_one_folder_do_not_mix()
    {
        var command = Identification();
        var runs = Enumerable.Range(1, 3).Select(seed => NoetherProcess.Start(Whole(command, seed))).ToArray();
        var results = runs.Select(NoetherProcess.Finish).ToArray();
        var whole = Snapshot();

        Assert.Contains(results, result => result.ExitCode == 0);
        Assert.All(results.Where(result => result.ExitCode != 0), result =>
        {
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("another run is writing to this folder; wait for it, or name another folder with --out", result.Error, StringComparison.Ordinal);
        });
        Assert.Contains(whole, Enumerable.Range(1, runs.Length).Where(seed => results[seed - 1].ExitCode == 0).Select(seed =>
        {
            Assert.Equal(0, Run(command, seed).ExitCode);
            return Snapshot();
        }));
        Array.ForEach(runs, run => run.Dispose());
    }

    private string[] Identification() => ["identify", _folder.Write("matrices.json", "[[[0, -1, 0], [1, 0, 0], [0, 0, 0]]]")];

    /// <summary>A report with figures, a network's weights and arrays, each of which is another with another seed.</summary>
    private string[] Detection() => ["detect", _folder.Write("circles.csv", SampleTables.TiltedCircles(75, new(11))), "--label", "kind"];

    private NoetherProcess.Result Run(string[] command, int seed) => NoetherProcess.Run([.. Whole(command, seed), "--quiet"]);

    private string[] Whole(string[] command, int seed) => [.. command, "--seed", $"{seed}", "--out", _folder["out"]];

    /// <summary>What a later run does before it starts: it carries a complete report in place.</summary>
    private void OpenAndClose() => NoetherProcess.Run("identify", _folder["no-such-file.json"], "--out", _folder["out"]);

    /// <summary>All files in the out folder: of reports, which run they are of; of others, each byte.</summary>
    private string Snapshot() => string.Join('\n', Directory.GetFiles(_folder["out"], "*", Everything).Order(StringComparer.Ordinal).Select(Content));

    private static string Content(string path) => path + (Path.GetExtension(path) switch
    {
        ".json" => SeedOption().Match(JsonNode.Parse(File.ReadAllText(path))!["repeat"]!.ToString()).Value,
        ".html" => SeedOption().Match(File.ReadAllText(path)).Value,
        _ => Convert.ToHexString(File.ReadAllBytes(path)),
    });

    [GeneratedRegex(@"--seed \d")]
    private static partial Regex SeedOption();
}
