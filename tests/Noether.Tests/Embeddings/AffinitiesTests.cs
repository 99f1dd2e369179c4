using CsCheck;
using Noether.Embeddings;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Tests.Embeddings;

public static class AffinitiesTests
{
    [Fact]
    public static void Calibrated_affinities_have_the_wanted_perplexity_and_fall_with_distance() =>
        Gen.Select(Gen.Double[0.01, 100].Array[40, 90], Gen.Double[1, 30], Gen.Double[-20, 20]).Sample((distances, perplexity, exponent) =>
        {
            var sorted = distances.Order().Select((distance, rank) => (distance + (0.01 * rank)) * Math.Pow(10, exponent)).ToArray();
            var affinities = new double[sorted.Length];

            PerplexityCalibration.Calibrate(sorted, perplexity, affinities);

            Assert.Equal(1, affinities.Sum(), 1e-12);
            Assert.Equal(affinities.OrderDescending(), affinities);
            Assert.Equal(perplexity, Math.Exp(-affinities.Where(p => p > 0).Sum(p => p * Math.Log(p))), 1e-6 * perplexity);
        });

    [Fact]
    public static void More_equal_distances_than_the_perplexity_share_all_affinity()
    {
        var affinities = new double[6];
        PerplexityCalibration.Calibrate([0, 0, 0, 0, 1, 2], 2, affinities);
        Assert.Equal([0.25, 0.25, 0.25, 0.25, 0, 0], affinities);

        PerplexityCalibration.Calibrate([3, 3, 3, 3, 3, 3], 2, affinities);
        Assert.All(affinities, p => Assert.Equal(1.0 / 6, p, 1e-15));
    }

    [Fact]
    public static void Affinities_of_pairs_are_symmetric_and_add_up_to_one()
    {
        var affinities = Of(300);
        var entry = new Dictionary<(int, int), float>();
        for (var i = 0; i < 300; i++)
        {
            for (var e = affinities.Starts[i]; e < affinities.Starts[i + 1]; e++)
            {
                entry.Add((i, affinities.Columns[e]), affinities.Values[e]);
            }
        }

        Assert.Equal(1, affinities.Values.Sum(x => (double)x), 1e-6);
        Assert.All(entry, pair => Assert.Equal(pair.Value, entry[(pair.Key.Item2, pair.Key.Item1)]));
        Assert.DoesNotContain(entry.Keys, key => key.Item1 == key.Item2);
    }

    [Fact]
    public static void The_exact_gradient_is_the_derivative_of_the_divergence()
    {
        const double Step = 1e-5;
        var affinities = Of(60);
        var stream = new Seed(8).Stream();
        var positions = Enumerable.Range(0, 120).Select(_ => 3 * stream.NextGaussian()).ToArray();

        var gradient = new TSneDescent(affinities, new ExactRepulsion(), positions).Gradient(1, Execution.Default).ToArray();

        for (var i = 0; i < positions.Length; i++)
        {
            var slope = (Divergence(affinities, positions, i, Step) - Divergence(affinities, positions, i, -Step)) / (2 * Step);
            Assert.Equal(slope, 4 * gradient[i], 1e-8);
        }
    }

    [Fact]
    public static void Attraction_by_vectors_is_that_by_the_formula()
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Avx.IsSupported, "This processor has no vectors of four doubles.");
        var affinities = Of(80);
        var stream = new Seed(9).Stream();
        var positions = Enumerable.Range(0, 160).Select(_ => 3 * stream.NextGaussian()).ToArray();
        for (var i = 0; i < 80; i++)
        {
            var (plain, vectors) = (Attraction.OfPoint(affinities, positions, i, affinities.Starts[i]), Attraction.OfPointByVectors(affinities, positions, i));

            Assert.Equal(plain[0], vectors[0], 1e-15);
            Assert.Equal(plain[1], vectors[1], 1e-15);
        }
    }

    private static double Divergence(Affinities affinities, double[] positions, int moved, double by)
    {
        var displaced = positions.ToArray();
        displaced[moved] += by;
        return new TSneDescent(affinities, new ExactRepulsion(), displaced).Divergence(Execution.Default);
    }

    private static Affinities Of(int count)
    {
        var neighbours = NearestNeighbours.Find(SyntheticPoints.Clusters(count, 10, 3), new() { Count = 45 }, Execution.Default);
        return Affinities.Find(neighbours, neighbours.NeighbourCount, 15, Execution.Default);
    }
}
