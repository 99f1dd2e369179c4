using System.Globalization;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>From points alone to a name: nobody says which group made them, nor the dimension of the orbit.</summary>
[Collection("naming")]
public sealed class CloudNamingTests(ITestOutputHelper output)
{
    private static readonly double[] Noises = [0, 0.03, 0.1];

    private static readonly OrbitCase[] Cases =
    [
        OrbitCase.OfSpins(5),
        OrbitCase.OfSpins(7),
        OrbitCase.OfSpins(3, 5),
        OrbitCase.OfSpins(4, 7),
        OrbitCase.OfSpins(3, 3),
        OrbitCase.OfTorus([1, 3]),
        OrbitCase.OfTorus([1, 2, 3]),
        OrbitCase.OfTorus([1, 0], [0, 1]),
        OrbitCase.OfTorus([1, 0, 2], [0, 1, -1]),
        OrbitCase.OfTorus([1, 0, 2, 3], [0, 1, -1, 1]),
        OrbitCase.OfTorus([1, 0, 0], [0, 1, 0], [0, 0, 1]),
        OrbitCase.OfTorus([1, 0, 0, 1], [0, 1, 0, 2], [0, 0, 1, -1]),
        OrbitCase.OfTorus([1, 0, 0, 1, 2], [0, 1, 0, 2, -1], [0, 0, 1, 3, 1]),
    ];

    /// <summary>Cases that the reduced form runs, by the place in the list: small ones that must come out.</summary>
    private static readonly int[] Reduced = [0, 5, 7];

    [Fact]
    public void The_algebra_and_its_weights_come_out_of_points_and_not_out_of_points_without_a_symmetry()
    {
        var (seeds, sizes, noises) = Scale.IsFull ? (5, [1000, 5000], Noises) : (1, new[] { 1000 }, new[] { 0.03 });
        var cases = Scale.IsFull ? Cases : [.. Reduced.Select(index => Cases[index])];

        var measured = (from orbit in cases
                        from points in sizes
                        select (Orbit: orbit, Points: points, Results: noises.Select(noise => Measure(orbit, points, noise, seeds)).ToArray())).ToArray();
        var control = NameCloud(Unsymmetric(sizes[0], new(1)), new(1));

        Write(measured, noises, control);
        Assert.False(control is AlgebraIdentification.Unique, $"points of a normal distribution are named {NamedCase.Answer(control)}");
        Assert.All(
            measured.Where(row => Reduced.Contains(Array.IndexOf(Cases, row.Orbit))),
            row => Assert.All(row.Results.SelectMany(result => result.Others), answer => Assert.True(!IsName(answer) || answer.StartsWith($"{row.Orbit.Name} on", StringComparison.Ordinal), $"{row.Orbit.Title}, {row.Points} points: {answer}")));
    }

    /// <summary>Other weights under the right name may be the sampling's fault; another name is a wrong answer.</summary>
    private static bool IsName(string answer) => !answer.StartsWith("ambiguous", StringComparison.Ordinal) && answer is not ("not-closed" or "none");

    private static NamedCase Measure(OrbitCase orbit, int points, double noise, int seeds) => NamedCase.Of(
        orbit.Title,
        seeds,
        seed => NameCloud(orbit.Sample(points, noise, new Seed((ulong)seed).For(orbit.Title)), new((ulong)seed)),
        found => found.Aliases.Add(found.Name).Contains(orbit.Name) && orbit.HasWeights(found));

    private static AlgebraIdentification NameCloud(Data.PointCloud cloud, Seed seed)
    {
        var found = GeneratorEstimate.FromOrbits([cloud], LiePcaOptions.Default, seed.For("generators"), Execution.Default);
        return AlgebraIdentification.Identify(found.Generators, IdentificationInput.Of(found, [cloud]), seed.For("algebra"), Execution.Default);
    }

    /// <summary>Points of a normal distribution that differs in all directions.</summary>
    private static Data.PointCloud Unsymmetric(int points, Seed seed)
    {
        const int Dimension = 4;
        var stream = seed.Stream();
        return new(points, Dimension, [.. Enumerable.Range(0, points * Dimension).Select(i => (1 + (i % Dimension)) * stream.NextGaussian())]);
    }

    private void Write((OrbitCase Orbit, int Points, NamedCase[] Results)[] measured, double[] noises, AlgebraIdentification control)
    {
        string[] rows = [.. measured.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Orbit.Title} | {row.Orbit.Dimension} | {row.Points} | {string.Join(" | ", row.Results.Select(result => $"{result.Right} of {result.Draws}{(result.Others.IsEmpty ? "" : $" ({ResultsPage.Cell(result.OtherAnswers)})")}"))} | {row.Results.Max(result => result.Seconds):0.0} |"))];
        var totals = noises.Index().Select(noise => $"{noise.Item.ToString(CultureInfo.InvariantCulture)}: {ResultsPage.Share(measured.Sum(row => row.Results[noise.Index].Right), measured.Sum(row => row.Results[noise.Index].Draws))}");
        var summary = $"Algebra and weights right, by noise: {string.Join(", ", totals)}. Points without a symmetry, the control: {NamedCase.Answer(control)}.";
        output.WriteLine($"{summary}\n{string.Join('\n', rows)}");
        ResultsPage.Write("naming-clouds", "Names from point clouds",
        [
            "Points on one orbit of a random unit vector with equal lengths in all irreducible parts, to the algebra with its weights: Lie-PCA with its defaults, then the identification. Nobody tells the group or the dimension of the orbit.",
            "The noise is its mean length relative to the radius. Right means: verdict unique, the name, and all irreps (of a torus: all weights up to a basis of their lattice). In brackets: what else came out.",
            "The search is among rotations. One orbit (g v, g w) of SU(2) on [3, 3] has a fourth linear symmetry, which turns v and w within their plane; it is a rotation only where v and w have one length",
            "and are at right angles, and so not for random ones: so(3) on two vectors is right.",
            "",
            summary,
            "",
            $"| group | coordinates | points | {string.Join(" | ", noises.Select(noise => $"noise {noise.ToString(CultureInfo.InvariantCulture)}"))} | longest, s |",
            $"|---|---|---|{string.Concat(noises.Select(_ => "---|"))}---|",
            .. rows,
        ]);
    }
}
