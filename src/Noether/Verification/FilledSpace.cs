using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators;
using Noether.Generators.Neighbourhoods;
using Noether.Generators.TangentSpaces;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Whether points fill a region instead of lying on something thinner: rotations may then keep the region, as they keep a ball, but no orbit shows a group.</summary>
internal static class FilledSpace
{
    // Fewer points than an even density would put near the centre, by this many standard errors, make a shell.
    private const double Deviations = 3;

    /// <summary>Whether the points have no tangent spaces and are about as dense near the centre as elsewhere, Eq. (V6).</summary>
    /// <param name="orbit">The points.</param>
    /// <param name="estimate">Its centre, and the directions in which the points extend.</param>
    /// <param name="seed">Where the noise comes from that neighbourhoods are compared with.</param>
    public static bool Contains(PointCloud orbit, GeneratorEstimate estimate, Seed seed)
    {
        if (estimate.Fields.Count > 1 || orbit.Count <= orbit.Dimension + 1)
        {
            return false;
        }

        var points = orbit.RelativeTo(estimate.Centre.AsSpan()).MappedBy(estimate.Spanned);
        return !IsHollow(points) && !HasTangentSpaces(points, seed);
    }

    private static bool HasTangentSpaces(PointCloud points, Seed seed)
    {
        var tree = PointTree.Build(points);
        return LocalDimension.Scaling(points, tree) < LiePcaOrbit.LowestScaling * points.Dimension
            || LocalDimension.Candidates(points, tree, LiePcaOptions.Default, seed).Any(local => local.IsShown);
    }

    /// <summary>Whether fewer points than in a ball of even density lie within half the median distance from the centre, in coordinates of unit second moment.</summary>
    private static bool IsHollow(PointCloud points)
    {
        var moment = Matrix.Zero(points.Dimension, points.Dimension);
        for (var i = 0; i < points.Count; i++)
        {
            var row = points.Row(i).ToArray();
            moment += Matrix.Generate(row.Length, row.Length, (a, b) => row[a] * row[b]);
        }

        var inverse = PseudoInverse.Of(moment);
        var image = new double[points.Dimension];
        var squares = new double[points.Count];
        for (var i = 0; i < squares.Length; i++)
        {
            inverse.Apply(points.Row(i), image);
            squares[i] = TensorPrimitives.Dot<double>(image, points.Row(i));
        }

        Array.Sort(squares);
        var near = squares.Count(square => square < 0.25 * squares[squares.Length / 2]);
        var even = 0.5 * points.Count * Math.Pow(0.5, points.Dimension);
        return near < even - (Deviations * Math.Sqrt(even)) || even < Deviations * Deviations;
    }
}
