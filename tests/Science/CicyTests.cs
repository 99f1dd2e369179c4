using Noether.CalabiYau.Lists;
using Noether.Experiments.CalabiYau;
using Noether.Learning;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Figures 4 and 5 of the paper and section 3.4: reduced to a small part of the list, in full on an eighth.</summary>
public sealed class CicyTests(ITestOutputHelper output)
{
    /// <summary>A 64th of the list, few matrices each: what shows the effect in a minute.</summary>
    private static readonly CicyOptions Small = new()
    {
        Representatives = new CicyOptions().Representatives with { Cap = 40, Walks = 200 },
        Training = new CicyOptions().Training with { MaximumEpochs = 60 },
        Neighbours = 100,
        IdentityGroups = 60,
        IdentityGroupSize = 6,
        Identities = 8,
    };

    [Fact]
    public void Entries_and_identities_come_out_of_Hodge_numbers_alone_and_not_of_the_controls()
    {
        var run = Run(Scale.IsFull ? new() : Small, every: Scale.IsFull ? 8 : 64);
        foreach (var claim in run.Claims!.Value)
        {
            output.WriteLine($"{claim.Name}: {claim.Value} (expected {claim.Expected}, control {claim.Control})");
        }

        var (mean, share) = Scale.IsFull ? (0.905, 0.69) : (0.8, 0.5);
        Assert.InRange(Number(run, "accuracy h21"), Scale.IsFull ? 0.95 : 0.9, 1);
        Assert.InRange(Number(run, "mean label accuracy"), mean, 1);
        Assert.InRange(Number(run, "share of labels with accuracy above 0.9"), share, 1);
        var controlled = run.Claims.Value.Where(claim => claim.Name.Contains(" beside ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(12, controlled.Length);
        Assert.All(controlled, claim => Assert.True(claim.Holds, $"{claim.Name}: {claim.Value} against {claim.Control}"));
        var recall = Find(run, "shared neighbours: mean recall");
        Assert.True(recall.Value.Number > recall.Control!.Number, $"Shared neighbours find {recall.Value} of the orbits, no more than the largest jump does, {recall.Control}.");
        Assert.All(Scale.IsFull ? ["B", "C", "D", "A1"] : (string[])["B", "A1"], name => Assert.True(Find(run, $"identity {name}").Holds, name));
    }

    private static Report Run(CicyOptions options, int every)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("NOETHER_DATA") ?? "", CicyList.FileName);
        Assert.SkipUnless(File.Exists(path), $"Set NOETHER_DATA to the folder that holds {CicyList.FileName}.");
        using var file = File.OpenRead(path);
        var input = new CicyInput(path, "", CicyList.Read(file, path), every);
        var blank = new Report { Command = "test", Version = "test", Seed = 0, Threads = 2, Repeat = "test", Verdict = "" };
        return CicyExperiment.Run(input, options, new NoCheckpoints(), new(blank, new(0), Execution.Default, new Progress<Report>()));
    }

    private static Claim Find(Report run, string name) => run.Claims!.Value.First(claim => claim.Name.StartsWith(name, StringComparison.Ordinal));

    private static double Number(Report run, string name) => Find(run, name).Value.Number!.Value;

    private sealed class NoCheckpoints : ITrainingCheckpoints
    {
        public Stream? OpenLatest() => null;

        public void Replace(Action<Stream> write) => write(Stream.Null);
    }
}
