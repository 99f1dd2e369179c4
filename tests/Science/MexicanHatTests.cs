using Noether.Experiments.MexicanHats;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Figure 1 of the paper, end to end: reduced to two seeds, in full over ten.</summary>
public sealed class MexicanHatTests(ITestOutputHelper output)
{
    [Fact]
    public void Orbits_generator_and_name_come_out_on_every_seed_and_not_from_the_controls()
    {
        var runs = Scale.Seeds(reduced: 2, full: 10).Select(Run).ToArray();

        var agreements = runs.Select(run => Value(run, "adjusted Rand index")).ToArray();
        output.WriteLine($"adjusted Rand index {string.Join(' ', agreements.Select(x => x.ToString("0.0000")))}");
        output.WriteLine($"worst |cosine| {string.Join(' ', runs.Select(run => Value(run, "worst |cosine|").ToString("0.00000")))}");
        Assert.InRange(agreements.Average(), 0.99, 1);
        Assert.All(runs, run =>
        {
            Assert.All(run.Claims!.Value, claim => Assert.True(claim.Holds, $"seed {run.Seed}: {claim.Name} is {claim.Value}, expected {claim.Expected}"));
            Assert.InRange(Control(run, "adjusted Rand index"), -1, 0.5);
            Assert.InRange(Control(run, "classifier accuracy"), 0, 0.3);
            Assert.InRange(Control(run, "worst |cosine|"), 0, 0.9);
            Assert.True(run.Generators!.Control > 5 * run.Generators.InvarianceError);
        });
    }

    private static Report Run(ulong seed)
    {
        var blank = new Report { Command = "test", Version = "test", Seed = seed, Threads = 2, Repeat = "test", Verdict = "" };
        return MexicanHatExperiment.Run(new() { Detection = new() { Figures = false } }, new(blank, new(seed), Execution.Default, new Progress<Report>()));
    }

    private static Claim Claim(Report run, string name) => run.Claims!.Value.First(claim => claim.Name.StartsWith(name, StringComparison.Ordinal));

    private static double Value(Report run, string name) => Claim(run, name).Value.Number!.Value;

    private static double Control(Report run, string name) => Claim(run, name).Control!.Number!.Value;
}
