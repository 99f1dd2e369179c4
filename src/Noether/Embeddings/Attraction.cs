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
        ForEachPoint(affinities.PointCount, execution, i =>
        {
            var (x, y) = (positions[2 * i], positions[(2 * i) + 1]);
            var (forceX, forceY) = (0.0, 0.0);
            for (var e = affinities.Starts[i]; e < affinities.Starts[i + 1]; e++)
            {
                var j = affinities.Columns[e];
                var (dx, dy) = (x - positions[2 * j], y - positions[(2 * j) + 1]);
                var weight = affinities.Values[e] / (1 + (dx * dx) + (dy * dy));
                forceX += weight * dx;
                forceY += weight * dy;
            }

            (forces[2 * i], forces[(2 * i) + 1]) = (forceX, forceY);
        });

    /// <summary>Eq. (T3): the Kullback-Leibler divergence of the map's similarities q from the affinities p, in nats; 0 or more up to rounding.</summary>
    /// <param name="affinities">The affinities p.</param>
    /// <param name="positions">The points of the map, x and y in turn. Shape [2n].</param>
    /// <param name="normalisation">The sum Z of Eq. (T4).</param>
    /// <param name="execution">How the run is carried out.</param>
    public static double Divergence(Affinities affinities, double[] positions, double normalisation, Execution execution)
    {
        var parts = new double[affinities.PointCount];
        ForEachPoint(affinities.PointCount, execution, i =>
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

    private static void ForEachPoint(int count, Execution execution, Action<int> body) =>
        execution.ForEachBlock((count + PointsPerBlock - 1) / PointsPerBlock, block =>
        {
            for (var i = block * PointsPerBlock; i < Math.Min((block + 1) * PointsPerBlock, count); i++)
            {
                body(i);
            }
        });
}
