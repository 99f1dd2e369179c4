using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The repulsion between all points of a map.</summary>
internal interface IRepulsion
{
    /// <summary>Eq. (T4): fills in the forces F_i = sum_j (y_i - y_j) / (1 + |y_i - y_j|^2)^2 and returns Z, the sum over all i and j, i not j, of 1 / (1 + |y_i - y_j|^2).</summary>
    /// <param name="positions">The points of the map, x and y in turn. Shape [2n].</param>
    /// <param name="forces">Filled with the forces, likewise. Shape [2n].</param>
    /// <param name="execution">How the run is carried out.</param>
    double Compute(double[] positions, double[] forces, Execution execution);
}
