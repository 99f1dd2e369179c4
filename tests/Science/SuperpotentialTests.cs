using Noether.Data;
using Noether.Experiments.Superpotentials;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Figure 2 of the paper, end to end: reduced to one seed and fewer samples, in full over ten, for both samplings.</summary>
public sealed class SuperpotentialTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(SuperpotentialSampling.Box)]
    [InlineData(SuperpotentialSampling.UnitSpheres)]
    public void Values_of_the_invariant_and_the_algebra_come_out_on_every_seed_and_not_from_the_controls(SuperpotentialSampling sampling)
    {
        if (!Scale.IsFull && sampling != SuperpotentialSampling.UnitSpheres)
        {
            Assert.Skip("The box is part of the full form: its cells need more samples than a quick run has time for.");
        }

        var runs = Scale.Seeds(reduced: 1, full: 10).Select(seed => Run(sampling, seed)).ToArray();

        foreach (var claim in runs[0].Claims!.Value)
        {
            output.WriteLine($"{claim.Name}: {string.Join(' ', runs.Select(run => run.Claims!.Value.First(other => other.Name == claim.Name).Value))}; control {claim.Control}");
        }

        Assert.All(runs, run =>
        {
            Assert.All(run.Claims!.Value, claim => Assert.True(claim.Holds, $"seed {run.Seed}: {claim.Name} is {claim.Value}, expected {claim.Expected}"));
            Assert.InRange(Control(run, "adjusted Rand index", "shuffled labels"), -1, 0.5);
            Assert.InRange(Control(run, "adjusted Rand index", "the input"), -1, 0.5);
            Assert.InRange(Control(run, "moved samples", "random matrices"), 0, 0.5);
        });
    }

    private static Report Run(SuperpotentialSampling sampling, ulong seed)
    {
        var blank = new Report { Command = "test", Version = "test", Seed = seed, Threads = 2, Repeat = "test", Verdict = "" };
        var options = new SuperpotentialOptions { Potential = new() { Sampling = sampling } };
        return SuperpotentialExperiment.Run(options with { Detection = options.Detection with { Figures = false } }, new(blank, new(seed), Execution.Default, new Progress<Report>()));
    }

    private static double Control(Report run, string name, string control) =>
        run.Claims!.Value.First(claim => claim.Name.StartsWith(name, StringComparison.Ordinal) && claim.Name.Contains(control, StringComparison.Ordinal)).Control!.Number!.Value;
}
