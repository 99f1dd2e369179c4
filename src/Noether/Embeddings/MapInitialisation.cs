using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>Where the points of a t-SNE map start.</summary>
internal static class MapInitialisation
{
    // Small against the kernel's width 1, so that early attraction is linear; the jitter is small against the map and parts duplicates.
    private const double Deviation = 1e-4;
    private const double Jitter = 1e-6;

    /// <summary>The first two principal components, the first scaled to a deviation of 1e-4, with a little noise. Shape [2n], x and y in turn.</summary>
    public static double[] Positions(SingleMatrix points, Seed seed, Execution execution)
    {
        var positions = new double[checked(2 * points.Rows)];
        var components = PrincipalComponents.Find(points, new() { Count = Math.Min(2, points.Columns) }, execution);
        var scale = components.StandardDeviations[0] > 0 ? Deviation / components.StandardDeviations[0] : 0;
        var coordinates = components.TransformInDouble(points, execution);
        var stream = seed.Stream();
        for (var i = 0; i < positions.Length; i++)
        {
            var (point, axis) = Math.DivRem(i, 2);
            positions[i] = ((axis < components.Count ? coordinates[point, axis] : 0) * scale) + (Jitter * stream.NextGaussian());
        }

        Centre(positions);
        return positions;
    }

    /// <summary>Moves the mean of a map, shape [2n], x and y in turn, to 0.</summary>
    public static void Centre(double[] positions)
    {
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < positions.Length; i += 2)
        {
            x += positions[i];
            y += positions[i + 1];
        }

        (x, y) = (x / (positions.Length / 2), y / (positions.Length / 2));
        for (var i = 0; i < positions.Length; i += 2)
        {
            positions[i] -= x;
            positions[i + 1] -= y;
        }
    }
}
