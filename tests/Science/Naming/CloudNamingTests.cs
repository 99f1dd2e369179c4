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

    /// <summary>Each orbit with the fewest runs of twelve (two sizes, three noises, two seeds) that must come out right: below what was measured, so that another machine's rounding fails nothing.</summary>
    private static readonly (OrbitCase Orbit, int Fewest)[] Cases =
    [
        (OrbitCase.OfSpins(5), 11),
        (OrbitCase.OfSpins(7), 9),
        (OrbitCase.OfSpins(3, 5), 9),
        (OrbitCase.OfSpins(4, 7), 1),
        (OrbitCase.OfSpins(3, 3), 6),
        (OrbitCase.OfTorus([1, 3]), 11),
        (OrbitCase.OfTorus([1, 2, 3]), 11),
        (OrbitCase.OfTorus([1, 0], [0, 1]), 11),
        (OrbitCase.OfTorus([1, 0, 2], [0, 1, -1]), 11),
        (OrbitCase.OfTorus([1, 0, 2, 3], [0, 1, -1, 1]), 10),
        (OrbitCase.OfTorus([1, 0, 0], [0, 1, 0], [0, 0, 1]), 11),
        (OrbitCase.OfTorus([1, 0, 0, 1], [0, 1, 0, 2], [0, 0, 1, -1]), 10),
        (OrbitCase.OfTorus([1, 0, 0, 1, 2], [0, 1, 0, 2, -1], [0, 0, 1, 3, 1]), 6),
    ];

    /// <summary>Cases that the reduced form runs, by the place in the list: small ones that must come out, in every run.</summary>
    private static readonly int[] Reduced = [0, 5, 7];

    /// <summary>Runs that may end with the verdict "unique" and another algebra: one in a hundred.</summary>
    private const double LargestShareOfOtherNames = 0.01;

    [Fact]
    public void The_algebra_and_its_weights_come_out_of_points_and_not_out_of_points_without_a_symmetry()
    {
        var (seeds, sizes, noises) = Scale.IsFull ? (2, [1000, 5000], Noises) : (1, new[] { 1000 }, new[] { 0.03 });
        var cases = Scale.IsFull ? Cases : [.. Reduced.Select(index => Cases[index])];

        var measured = (from row in cases
                        from points in sizes
                        select (row.Orbit, Points: points, Results: noises.Select(noise => Measure(row.Orbit, points, noise, seeds)).ToArray())).ToArray();
        int[] dimensions = [.. measured.Select(row => row.Orbit.Dimension).Distinct().Order()];
        var controls = (from dimension in dimensions from stretch in new[] { 0, 1 } select (Dimension: dimension, Found: NameCloud(Normal(sizes[0], dimension, stretch, new(1)), new(1)))).ToArray();

        Write(measured, noises, controls);
        Assert.All(controls, control => Assert.False(control.Found is AlgebraIdentification.Unique, $"points of a normal distribution in {control.Dimension} dimensions are named {NamedCase.Answer(control.Found)}"));
        Assert.All(cases, row =>
        {
            var results = measured.Where(other => other.Orbit == row.Orbit).SelectMany(other => other.Results).ToArray();
            var (right, draws) = (results.Sum(result => result.Right), results.Sum(result => result.Draws));
            Assert.True(right >= (Scale.IsFull ? row.Fewest : draws), $"{row.Orbit.Title}: {right} of {draws} right, {string.Join("; ", results.Select(result => result.OtherAnswers))}");
        });
        var others = measured.SelectMany(row => row.Results.SelectMany(result => result.Others).Where(answer => IsName(answer) && !IsOf(row.Orbit, answer)).Select(answer => $"{row.Orbit.Title}, {row.Points} points: {answer}")).ToArray();
        Assert.True(others.Length <= LargestShareOfOtherNames * measured.Sum(row => row.Results.Sum(result => result.Draws)), string.Join('\n', others));
    }

    /// <summary>Other weights under the right name may be the sampling's fault; another name is a wrong answer.</summary>
    private static bool IsName(string answer) => !answer.StartsWith("ambiguous", StringComparison.Ordinal) && answer is not ("not-closed" or "none");

    private static bool IsOf(OrbitCase orbit, string answer) => answer.StartsWith($"{(orbit.Name == "su(2)" ? "so(3)" : orbit.Name)} on", StringComparison.Ordinal) || answer.StartsWith($"{orbit.Name} on", StringComparison.Ordinal);

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

    /// <summary>Points of a normal distribution, isotropic or, with a stretch, different in all directions: no orbit, but a region.</summary>
    private static Data.PointCloud Normal(int points, int dimension, int stretch, Seed seed)
    {
        var stream = seed.For(dimension).For(stretch).Stream();
        return new(points, dimension, [.. Enumerable.Range(0, points * dimension).Select(i => (1 + (stretch * (i % dimension))) * stream.NextGaussian())]);
    }

    private void Write((OrbitCase Orbit, int Points, NamedCase[] Results)[] measured, double[] noises, (int Dimension, AlgebraIdentification Found)[] controls)
    {
        string[] rows = [.. measured.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Orbit.Title} | {row.Orbit.Dimension} | {row.Points} | {string.Join(" | ", row.Results.Select(result => $"{result.Right} of {result.Draws}{(result.Others.IsEmpty ? "" : $" ({ResultsPage.Cell(result.OtherAnswers)})")}"))} | {row.Results.Max(result => result.Seconds):0.0} |"))];
        var totals = noises.Index().Select(noise => $"{noise.Item.ToString(CultureInfo.InvariantCulture)}: {ResultsPage.Share(measured.Sum(row => row.Results[noise.Index].Right), measured.Sum(row => row.Results[noise.Index].Draws))}");
        var summary = $"Algebra and weights right, by noise: {string.Join(", ", totals)}. Normal points, isotropic and stretched, the controls: {string.Join(", ", controls.GroupBy(control => control.Dimension, control => NamedCase.Answer(control.Found)).Select(answers => $"{string.Join(" and ", answers.Distinct(StringComparer.Ordinal))} in R^{answers.Key}"))}.";
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
