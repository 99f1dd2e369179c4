using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Noether.Data;
using Noether.Experiments.Superpotentials;
using Noether.Reporting;
using Noether.Reports;

namespace Noether.Cli.Tests;

/// <summary>Every experiment of the paper gives the same report.json, but for times, and the same pictures and arrays, in every run and at any number of threads.</summary>
public sealed class DeterminismTests
{
    private static readonly bool IsFull = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NOETHER_FULL"));

    /// <summary>Fields that hold times or repeat what was asked for; all else is a result.</summary>
    private static readonly string[] NotResults = ["seconds", "timings", "threads", "repeat", "seed"];

    [Theory]
    [InlineData("mexican-hat", "--samples", "150")]
    [InlineData("so2")]
    [InlineData("mnist", "--images", "20", "--rotations", "20")]
    [InlineData("cicy", "--subset", "400", "--cap", "4", "--epochs", "3")]
    public static void A_reduced_experiment_gives_the_same_report_at_one_and_two_threads(params string[] experiment) => Check(experiment, threads: [1, 2]);

    [Fact]
    public static void A_superpotential_that_is_trained_briefly_gives_the_same_report_at_one_and_two_threads() => Assert.Equal(BriefSuperpotential(threads: 1), BriefSuperpotential(threads: 2));

    [Theory]
    [InlineData("mexican-hat")]
    [InlineData("so2")]
    [InlineData("so3")]
    [InlineData("so4")]
    [InlineData("su2")]
    [InlineData("u1u1")]
    [InlineData("superpotential", "--compact")]
    [InlineData("superpotential")]
    [InlineData("mnist")]
    [InlineData("cicy", "--subset", "64")]
    public static void A_whole_experiment_gives_the_same_report_twice_and_at_one_and_two_threads(params string[] experiment)
    {
        Assert.SkipUnless(IsFull, "Whole experiments are run twice where NOETHER_FULL is set.");
        Check(experiment, threads: [1, 2, 2]);
        Assert.NotEqual(Report([.. experiment, "--seed", "3"]), Report([.. experiment, "--seed", "4"]));
    }

    private static void Check(string[] experiment, int[] threads)
    {
        var reports = threads.Select(count => Report([.. experiment, "--seed", "3", "--threads", $"{count}"])).ToArray();
        Assert.All(reports, report => Assert.Equal(reports[0], report));
        Assert.Contains("\"claims\":[{", reports[0], StringComparison.Ordinal);
        Assert.Contains(".png ", reports[0], StringComparison.Ordinal);
    }

    private static string Report(string[] experiment)
    {
        using var folder = new TemporaryFolder();
        var result = NoetherProcess.Run(["paper", .. experiment, "--json", "--quiet", "--out", folder["out"]]);
        Assert.SkipWhen(result.ExitCode == 3, result.Error);
        Assert.True(result.ExitCode == 0, result.Error);

        return string.Join('\n', Files(folder["out"]).Prepend(Results(result.Output)));
    }

    /// <summary>Everything else that a run writes, pictures and arrays, by their hashes; the page repeats the report, with its times.</summary>
    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file))
        .Where(name => Path.GetFileName(name) is not ("report.json" or "report.html"))
        .Order(StringComparer.Ordinal)
        .Select(name => $"{name} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))))}");

    /// <summary>Called as a library, since its command trains until it has learned, which takes too long here.</summary>
    private static string BriefSuperpotential(int threads)
    {
        var blank = new Report { Command = "test", Version = "test", Seed = 3, Threads = threads, Repeat = "test", Verdict = "" };
        var options = new SuperpotentialOptions { Potential = new() { Sampling = SuperpotentialSampling.UnitSpheres, SamplesPerCell = 100 } };
        var discovery = options.Detection.Discovery;
        var brief = options with { Detection = options.Detection with { Figures = false, Discovery = discovery with { Training = discovery.Training with { MaximumEpochs = 10 } } } };
        return Results(ReportJson.ToText(SuperpotentialExperiment.Run(brief, new(blank, new(3), new() { Threads = threads }, new Progress<Report>()))));
    }

    private static string Results(string json)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        foreach (var name in NotResults)
        {
            report.Remove(name);
        }

        (report["classifier"] as JsonObject)?.Remove("seconds");
        return report.ToJsonString();
    }
}
