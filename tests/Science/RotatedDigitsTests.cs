using Noether.Experiments.RotatedDigits;
using Noether.Files;
using Noether.Files.Images;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Figure 9 of the paper, end to end: one seed reduced, five in full.</summary>
public sealed class RotatedDigitsTests(ITestOutputHelper output)
{
    private const int PicturesRead = 10_000;

    [Fact]
    public void Turned_digits_have_one_rotation_and_upright_ones_have_none()
    {
        if (DataSets.Find(DataSets.Mnist) is not { } folder)
        {
            Assert.Skip($"The data set mnist was not found; set {DataSets.Variable}.");
            return;
        }

        var loaded = LoadedImages.ReadIdx(Path.Combine(folder, "train-images-idx3-ubyte.gz"), Path.Combine(folder, "train-labels-idx1-ubyte.gz"), PicturesRead, Execution.Default);
        foreach (var seed in Scale.Seeds(reduced: 1, full: 5))
        {
            var run = Run(new(loaded.Source, loaded.Sha256, loaded.Images, loaded.Labels), seed);
            foreach (var claim in run.Claims!.Value)
            {
                output.WriteLine($"seed {seed}: {(claim.Holds ? "holds" : "FAILS")} {claim.Name}: {claim.Value}, expected {claim.Expected}, control {claim.Control}");
            }

            Assert.Equal("so(2)", run.Algebra!.Name);
            foreach (var part in (string[])["|cosine|", "first standard deviation", "frequencies of the generator", "off their orbits", "adjusted Rand index"])
            {
                Assert.NotEmpty(Claims(run, part));
                Assert.All(Claims(run, part), claim => Assert.True(claim.Holds, $"seed {seed}: {claim.Name} is {claim.Value}"));
            }

            Assert.All(Claims(run, "first standard deviation"), claim => Assert.InRange(claim.Control!.Number!.Value, 0, claim.Value.Number!.Value / 5));
            Assert.All(Claims(run, "off their orbits"), claim => Assert.InRange(claim.Control!.Number!.Value, 5, 1000));
            Assert.All(Claims(run, "adjusted Rand index"), claim => Assert.InRange(claim.Control!.Number!.Value, -1, claim.Value.Number!.Value - 0.1));
            Assert.NotEmpty(Claims(run, "symmetric part"));
            Assert.All(Claims(run, "symmetric part"), claim => Assert.InRange(claim.Value.Number!.Value, 0, 0.5 * claim.Control!.Number!.Value));
            Assert.True(Claims(run, "cosine of a picture moved").Single() is { Holds: true, Control.Number: < 0.5 });
        }
    }

    private static IEnumerable<Claim> Claims(Report run, string part) => run.Claims!.Value.Where(claim => claim.Name.Contains(part, StringComparison.Ordinal));

    private static Report Run(DigitImages digits, ulong seed)
    {
        var blank = new Report { Command = "test", Version = "test", Seed = seed, Threads = 2, Repeat = "test", Verdict = "" };
        return RotatedDigitsExperiment.Run(digits, new() { Figures = false }, new(blank, new(seed), Execution.Default, new Progress<Report>()));
    }
}
