using CsCheck;
using Noether.Data;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Tests.Neighbours;

public static class PointTreeTests
{
    // Small integer coordinates: many exact ties and duplicates, and distances without rounding.
    private static readonly Gen<(PointCloud Cloud, double[] Query)> GridCase =
        from dimension in Gen.Int[1, 4]
        from count in Gen.Int[1, 120]
        from values in Gen.Int[-3, 3].Array[count * dimension]
        from query in Gen.Int[-4, 4].Array[dimension]
        select (new PointCloud(count, dimension, [.. values.Select(x => (double)x)]), query.Select(x => (double)x).ToArray());

    [Fact]
    public static void Nearest_points_are_those_of_brute_force_with_ties_by_index() =>
        GridCase.SelectMany(x => Gen.Int[1, x.Cloud.Count].Select(k => (x.Cloud, x.Query, k))).Sample(x =>
        {
            var (indices, distances) = (new int[x.k], new double[x.k]);

            PointTree.Build(x.Cloud).Nearest(x.Query, indices, distances);

            var expected = ByDistance(x.Cloud, x.Query).Take(x.k).ToArray();
            Assert.Equal(expected, indices);
            Assert.Equal(expected.Select(i => Distance(x.Cloud.Row(i), x.Query)), distances);
        });

    [Fact]
    public static void Points_within_a_radius_are_those_of_brute_force_its_rim_included() =>
        Gen.Select(GridCase, Gen.Int[0, 5]).Sample((x, radius) =>
        {
            var within = new List<int> { -1 };

            var count = PointTree.Build(x.Cloud).ListWithin(x.Query, radius, within);

            var expected = Enumerable.Range(0, x.Cloud.Count).Where(i => Distance(x.Cloud.Row(i), x.Query) <= radius).ToArray();
            Assert.Equal([-1, .. expected], within);
            Assert.Equal(expected.Length, count);
        });

    [Fact]
    public static void Real_coordinates_in_eight_dimensions_give_the_order_of_brute_force()
    {
        var cloud = GaussianCloud(2000, 8);
        var tree = PointTree.Build(cloud);
        var (indices, distances) = (new int[30], new double[30]);
        for (var i = 0; i < cloud.Count; i += 97)
        {
            tree.Nearest(cloud.Row(i), indices, distances);

            Assert.Equal(ByDistance(cloud, cloud.Row(i).ToArray()).Take(30), indices);
            Assert.Equal((i, 0), tree.Nearest(cloud.Row(i)));
        }
    }

    [Fact]
    public static void Squares_one_rounding_apart_have_one_root_and_are_ordered_by_index()
    {
        // All orders and signs of the coordinates lie at one distance from the origin; their squares, summed in other orders, are rounded otherwise.
        double[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        var stream = new Seed(4).Stream();
        for (var repeat = 0; repeat < 20; repeat++)
        {
            double[] coordinates = [stream.NextGaussian(), stream.NextGaussian(), stream.NextGaussian()];
            var cloud = new PointCloud(48, 3, [.. Enumerable.Range(0, 48).SelectMany(i => orders[i * 5 % 6].Select((from, axis) => ((i * 7 % 8 >> axis & 1) == 0 ? 1 : -1) * coordinates[(int)from]))]);
            foreach (var k in new[] { 7, 24, 48 })
            {
                var (indices, distances) = (new int[k], new double[k]);

                PointTree.Build(cloud).Nearest([0, 0, 0], indices, distances);

                Assert.Equal(ByDistance(cloud, [0, 0, 0]).Take(k), indices);
            }
        }
    }

    [Fact]
    public static void Ten_thousand_identical_points_are_found_by_index_without_walking_through_all()
    {
        var tree = PointTree.Build(new PointCloud(10_000, 3, [.. Enumerable.Repeat(0.25, 30_000)]));
        var (indices, distances) = (new int[5], new double[5]);
        for (var repeat = 0; repeat < 10_000; repeat++)
        {
            tree.Nearest([0.25, 0.25, 0.25], indices, distances);
        }

        Assert.Equal([0, 1, 2, 3, 4], indices);
        Assert.All(distances, distance => Assert.Equal(0, distance));
    }

    [Fact]
    public static void A_wrong_question_is_refused_with_the_numbers_in_it()
    {
        var tree = PointTree.Build(GaussianCloud(3, 2));

        Assert.Contains("R^2", Assert.Throws<ArgumentException>(() => tree.Nearest([1, 2, 3])).Message);
        Assert.Contains("3 points", Assert.Throws<ArgumentException>(() => tree.Nearest([1, 2], new int[4], new double[4])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ListWithin([1, 2], double.NaN, []));
        Assert.Throws<ArgumentException>(() => PointTree.Build(new PointCloud(0, 2, [])).Nearest([1, 2]));
        Assert.Equal(0, PointTree.Build(new PointCloud(0, 2, [])).ListWithin([1, 2], 1, []));
    }

    private static PointCloud GaussianCloud(int count, int dimension)
    {
        var stream = new Seed(5).Stream();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => stream.NextGaussian())]);
    }

    private static IEnumerable<int> ByDistance(PointCloud cloud, double[] query) =>
        Enumerable.Range(0, cloud.Count).OrderBy(i => Distance(cloud.Row(i), query)).ThenBy(i => i);

    private static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }

        return Math.Sqrt(sum);
    }
}
