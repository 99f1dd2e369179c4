using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

/// <summary>Kernels have a path with vectors and a plain one; both must do what the formula says.</summary>
public static class KernelPathTests
{
    [Fact]
    public static void Squared_distances_agree_on_all_paths() =>
        Gen.Int[0, 40].SelectMany(d => Gen.Select(Gen.Float[-9, 9].Array[d], Gen.Float[-9, 9].Array[d])).Sample((x, y) =>
        {
            var wide = x.Select(value => (double)value).ToArray();
            var expected = wide.Zip(y).Sum(pair => Math.Pow(pair.First - pair.Second, 2));

            return Tolerance.Rounding.Equal(expected, SquaredDistance.OfVectors(wide, y)) && Tolerance.Rounding.Equal(expected, SquaredDistance.OfScalars(wide, y, 0));
        });

    [Fact]
    public static void Sums_of_multiples_agree_on_all_paths() =>
        Gen.Int[1, 30].SelectMany(d => Gen.Select(Gen.Double[-9, 9].Array[4 * d], Gen.Double[-9, 9].Array[d])).Sample((rows, start) =>
        {
            var d = start.Length;
            var expected = start.Select((sum, j) => sum + Enumerable.Range(0, 4).Sum(r => rows[r * d] * rows[(r * d) + j])).ToArray();
            var (vectors, scalars) = (start.ToArray(), start.ToArray());
            SumOfMultiples.AddFourVectors(rows, d, vectors);
            SumOfMultiples.AddFourScalars(rows, d, scalars, 0);

            Assert.All(Enumerable.Range(0, d), j => Assert.True(Tolerance.Rounding.Equal(expected[j], vectors[j]) && Tolerance.Rounding.Equal(expected[j], scalars[j])));
        });
}
