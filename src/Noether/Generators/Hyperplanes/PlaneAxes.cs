using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Hyperplanes;

/// <summary>Draws the axes of random planes through the fixed point.</summary>
internal static class PlaneAxes
{
    // Two points closer to one line than this (sine of the angle) do not fix a plane against noise; a few draws always find better ones.
    private const double SmallestSine = 0.1;
    private const int Draws = 100;

    /// <summary>Orthonormal rows: the first along a random point, the second towards another, the rest any completion, Eq. (G6).</summary>
    /// <param name="orbit">The orbit about its fixed point, not all points at it. Shape [n, k], k at least 2.</param>
    /// <param name="random">Where the two points come from.</param>
    /// <returns>Null when no two points off one line were drawn.</returns>
    public static Matrix? Draw(PointCloud orbit, RandomStream random)
    {
        for (var draw = 0; draw < Draws; draw++)
        {
            var rows = new List<double[]>(orbit.Dimension);
            if (Add(rows, orbit.Row(random.NextIndex(orbit.Count)), SmallestSine) && Add(rows, orbit.Row(random.NextIndex(orbit.Count)), SmallestSine))
            {
                return Complete(rows, orbit.Dimension, random);
            }
        }

        return null;
    }

    private static Matrix Complete(List<double[]> rows, int k, RandomStream random)
    {
        var direction = new double[k];
        while (rows.Count < k)
        {
            foreach (ref var entry in direction.AsSpan())
            {
                entry = random.NextGaussian();
            }

            Add(rows, direction, SmallestSine / k);
        }

        return Matrix.FromRows([.. rows]);
    }

    /// <summary>Appends what a vector has beyond the rows, normalised; refuses one whose angle to them is too small.</summary>
    private static bool Add(List<double[]> rows, ReadOnlySpan<double> vector, double smallestSine)
    {
        var rest = vector.ToArray();
        for (var pass = 0; pass < 2; pass++) // twice, for orthogonality to the last bits
        {
            foreach (var row in rows)
            {
                TensorPrimitives.MultiplyAdd(row, -TensorPrimitives.Dot<double>(row, rest), rest, rest);
            }
        }

        var norm = TensorPrimitives.Norm<double>(rest);
        if (!(norm > smallestSine * TensorPrimitives.Norm(vector)))
        {
            return false;
        }

        TensorPrimitives.Divide(rest, norm, rest);
        rows.Add(rest);
        return true;
    }
}
