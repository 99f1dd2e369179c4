using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The attraction between near points of a map, and the divergence that the map leaves.</summary>
internal static class Attraction
{
    private const int PointsPerBlock = 256;

    /// <summary>Eq. (T3): the forces A_i = sum_j p_ij (y_i - y_j) / (1 + |y_i - y_j|^2).</summary>
    /// <param name="affinities">The affinities p.</param>
    /// <param name="positions">The points of the map, x and y in turn. Shape [2n].</param>
    /// <param name="forces">Filled with the forces, likewise. Shape [2n].</param>
    /// <param name="execution">How the run is carried out.</param>
    public static void Compute(Affinities affinities, double[] positions, double[] forces, Execution execution) =>
        execution.ForEachItem(affinities.PointCount, PointsPerBlock, i =>
        {
            var force = Avx.IsSupported ? OfPointByVectors(affinities, positions, i) : OfPoint(affinities, positions, i, affinities.Starts[i]);
            (forces[2 * i], forces[(2 * i) + 1]) = (force[0], force[1]);
        });

    /// <summary>Eq. (T3): the Kullback-Leibler divergence of the map's similarities q from the affinities p, in nats; 0 or more up to rounding.</summary>
    /// <param name="affinities">The affinities p.</param>
    /// <param name="positions">The points of the map, x and y in turn. Shape [2n].</param>
    /// <param name="normalisation">The sum Z of Eq. (T4).</param>
    /// <param name="execution">How the run is carried out.</param>
    public static double Divergence(Affinities affinities, double[] positions, double normalisation, Execution execution)
    {
        var parts = new double[affinities.PointCount];
        execution.ForEachItem(affinities.PointCount, PointsPerBlock, i =>
        {
            var (x, y) = (positions[2 * i], positions[(2 * i) + 1]);
            for (var e = affinities.Starts[i]; e < affinities.Starts[i + 1]; e++)
            {
                var j = affinities.Columns[e];
                var (dx, dy) = (x - positions[2 * j], y - positions[(2 * j) + 1]);
                double affinity = affinities.Values[e];
                parts[i] += affinity * Math.Log(affinity * normalisation * (1 + (dx * dx) + (dy * dy)));
            }
        });
        return parts.Sum();
    }

    /// <summary>The force on one point, from an entry of its row on.</summary>
    internal static Vector128<double> OfPoint(Affinities affinities, double[] positions, int i, int firstEntry)
    {
        var (x, y) = (positions[2 * i], positions[(2 * i) + 1]);
        var (forceX, forceY) = (0.0, 0.0);
        for (var e = firstEntry; e < affinities.Starts[i + 1]; e++)
        {
            var j = affinities.Columns[e];
            var (dx, dy) = (x - positions[2 * j], y - positions[(2 * j) + 1]);
            var weight = affinities.Values[e] / (1 + (dx * dx) + (dy * dy));
            forceX += weight * dx;
            forceY += weight * dy;
        }

        return Vector128.Create(forceX, forceY);
    }

    /// <summary>The force on one point, four neighbours at a time: two pairs (x, y) to a vector.</summary>
    internal static Vector128<double> OfPointByVectors(Affinities affinities, double[] positions, int i)
    {
        ref var places = ref MemoryMarshal.GetArrayDataReference(positions);
        ref var columns = ref MemoryMarshal.GetArrayDataReference(affinities.Columns);
        ref var values = ref MemoryMarshal.GetArrayDataReference(affinities.Values);
        var own = Vector128.LoadUnsafe(ref places, (nuint)(2 * i));
        var place = Vector256.Create(own, own);
        var force = Vector256<double>.Zero;
        var e = affinities.Starts[i];
        for (; e <= affinities.Starts[i + 1] - 4; e += 4)
        {
            var j = Vector128.LoadUnsafe(ref columns, (nuint)e);
            var first = place - Vector256.Create(Vector128.LoadUnsafe(ref places, (nuint)(2 * j[0])), Vector128.LoadUnsafe(ref places, (nuint)(2 * j[1])));
            var second = place - Vector256.Create(Vector128.LoadUnsafe(ref places, (nuint)(2 * j[2])), Vector128.LoadUnsafe(ref places, (nuint)(2 * j[3])));

            // The horizontal sum leaves the four neighbours in the order 0, 2, 1, 3; unpacking takes them back to their pairs.
            var squares = Avx.HorizontalAdd(first * first, second * second);
            var p = Vector128.LoadUnsafe(ref values, (nuint)e);
            var weights = Vector256.Create((double)p[0], p[2], p[1], p[3]) / (Vector256<double>.One + squares);
            force += Avx.UnpackLow(weights, weights) * first;
            force += Avx.UnpackHigh(weights, weights) * second;
        }

        return force.GetLower() + force.GetUpper() + OfPoint(affinities, positions, i, e);
    }
}
