using System.Globalization;
using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>Gaussian errors of 1, 3 and 10 % on the entries: what is named, and that hardly anything is named wrongly.</summary>
[Collection("naming")]
public sealed class NoisyNamingTests(ITestOutputHelper output)
{
    private static readonly double[] Noises = [0.01, 0.03, 0.1];

    private const int LargestOfFull = 10;
    private const int LargestOfReduced = 6;

    [Fact]
    public void Names_survive_noise_or_are_left_open_and_are_hardly_ever_wrong()
    {
        var (draws, largest) = Scale.IsFull ? (5, LargestOfFull) : (1, LargestOfReduced);
        var entries = AlgebraCatalogue.All().Where(entry => entry.Dimension <= largest && entry.Size <= largest).ToArray();

        var measured = entries.Select(entry => (Entry: entry, Cases: Noises.Select(noise => NamedCase.Of(entry.ToString(), draws, draw => Name(entry, noise, draw), found => NamedCase.IsEntry(found, entry))).ToArray())).ToArray();

        var ofNoise = Noises.Index().Select(noise => (noise.Item, Cases: measured.Select(row => row.Cases[noise.Index]).ToArray())).ToArray();
        var random = Noises.Select(noise => Random(noise, draws)).ToArray();
        Write(measured, ofNoise, random);
        Assert.All(random, control => Assert.True(control.Wrong <= Math.Max(1, control.Draws / 100), $"random matrices, {control.Title}: {control.OtherAnswers}"));
        Assert.All(ofNoise, noise =>
        {
            var all = noise.Cases.Sum(row => row.Draws);
            Assert.True(noise.Cases.Sum(row => row.Wrong) <= Math.Max(1, all / 100), $"at {noise.Item:0%}: {string.Join(", ", noise.Cases.Where(row => row.Wrong > 0).Select(row => $"{row.Title} as {row.OtherAnswers}"))}");
            Assert.True(noise.Cases.Sum(row => row.Right) >= LeastShare(noise.Item) * all, $"at {noise.Item:0%}: {string.Join(", ", noise.Cases.Where(row => row.Right < draws).Select(row => $"{row.Title} as {row.OtherAnswers}"))}");
        });
    }

    /// <summary>At 10 % the structure constants of many small algebras lie within their own noise, and the answer is rightly left open.</summary>
    private static double LeastShare(double noise) => noise < 0.05 ? 0.9 : 0.6;

    private static AlgebraIdentification Name(CataloguedAlgebra entry, double noise, int draw)
    {
        var stream = new Seed(32).For(entry.ToString()).For(noise.ToString(CultureInfo.InvariantCulture)).For(draw).Stream();
        var (generators, errors) = Disguise.Noisy(Disguise.Of(entry.Generators, stream), noise, stream);
        return AlgebraIdentification.Identify(generators, new() { StandardErrors = errors });
    }

    /// <summary>The control: as many random matrices of each size as algebras have, but fewer than all; no name is right for them.</summary>
    private static NamedCase Random(double noise, int draws)
    {
        (int Count, int Size)[] shapes = [.. from size in Enumerable.Range(2, LargestOfReduced - 1) from count in Enumerable.Range(2, Math.Min(LargestOfReduced, (size * size) - 1) - 1) select (count, size)];
        return NamedCase.Of($"{noise:0%}", draws * shapes.Length, draw =>
        {
            var (count, size) = shapes[draw % shapes.Length];
            var stream = new Seed(33).For(noise.ToString(CultureInfo.InvariantCulture)).For(draw).Stream();
            ImmutableArray<Matrix> generators = [.. Enumerable.Range(0, count).Select(_ => Disguise.Gaussian(size, stream))];
            return AlgebraIdentification.Identify(generators, new() { StandardErrors = [.. generators.Select(matrix => noise * matrix.Norm / size)] });
        }, _ => false);
    }

    private void Write((CataloguedAlgebra Entry, NamedCase[] Cases)[] measured, (double Noise, NamedCase[] Cases)[] ofNoise, NamedCase[] random)
    {
        string[] summary = [.. ofNoise.Index().Select(noise => string.Create(
            CultureInfo.InvariantCulture,
            $"| {noise.Item.Noise:0 %} | {noise.Item.Cases.Sum(row => row.Draws)} | {ResultsPage.Share(noise.Item.Cases.Sum(row => row.Right), noise.Item.Cases.Sum(row => row.Draws))} | {noise.Item.Cases.Sum(row => row.Wrong)} | {noise.Item.Cases.Max(row => row.Seconds):0.00} | {random[noise.Index].Wrong} of {random[noise.Index].Draws} |"))];
        output.WriteLine(string.Join('\n', summary));
        ResultsPage.Write("naming-noise", "Names of noisy matrices",
        [
            "Gaussian errors on all entries, relative to the root mean square entry of each generator, after a random change of coordinates and of basis (condition numbers up to 3 each,",
            "which enlarge the errors of the algebra's own basis further). The standard errors are told to the identification. \"Wrong\" counts answers with the verdict unique and another name, or other irreps;",
            "all that is neither right nor wrong was left open (ambiguous, or not closed, or with rates in place of charges).",
            "",
            $"Measured are the entries of the catalogue of at most {LargestOfFull} generators and {LargestOfFull} coordinates. The control: random matrices, of every number and size up to {LargestOfReduced}, with the same errors.",
            "",
            "| error | cases | named right | wrong | longest, s | control: random matrices named |",
            "|---|---|---|---|---|---|",
            .. summary,
            "",
            "| algebra | representation | dimension | coordinates | 1 % | 3 % | 10 % | other answers at 10 % |",
            "|---|---|---|---|---|---|---|---|",
            .. measured.Select(row => $"| `{ResultsPage.Cell(row.Entry.Name)}` | {row.Entry.Representation} | {row.Entry.Dimension} | {row.Entry.Size} | {string.Join(" | ", row.Cases.Select(noise => $"{noise.Right} of {noise.Draws}"))} | {ResultsPage.Cell(row.Cases[^1].OtherAnswers)} |"),
        ]);
    }
}
