using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators.Neighbourhoods;

/// <summary>Mean and principal directions of one neighbourhood; a workspace that is used again for every point.</summary>
/// <param name="dimension">The number of coordinates d.</param>
internal sealed class LocalFrame(int dimension)
{
    private readonly double[] _mean = new double[dimension];
    private readonly double[] _covariance = new double[dimension * dimension];
    private readonly double[] _variances = new double[dimension];
    private readonly double[] _directions = new double[dimension * dimension];

    /// <summary>The mean of the neighbourhood. Shape [d].</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>The variances along the principal directions, decreasing. Shape [d].</summary>
    public ReadOnlySpan<double> Variances => _variances;

    /// <summary>A principal direction, the widest first. Shape [d].</summary>
    public ReadOnlySpan<double> Direction(int number) => _directions.AsSpan(number * dimension, dimension);

    /// <summary>Takes up a neighbourhood.</summary>
    /// <param name="cloud">All points.</param>
    /// <param name="points">Those of the neighbourhood, two or more.</param>
    public void Fit(PointCloud cloud, ReadOnlySpan<int> points)
    {
        LocalGeometry.MeanOf(cloud, points, _mean);
        Array.Clear(_covariance);
        LocalGeometry.AddCovariance(cloud, points, _mean, _covariance);
        JacobiEigen.Decompose(_covariance, _variances, _directions);
    }

    /// <summary>Fits two workspaces to every second point of a neighbourhood each.</summary>
    public static void FitHalves(PointCloud cloud, ReadOnlySpan<int> neighbours, LocalFrame first, LocalFrame second)
    {
        Span<int> half = stackalloc int[(neighbours.Length + 1) / 2];
        for (var start = 0; start < 2; start++)
        {
            var count = 0;
            for (var i = start; i < neighbours.Length; i += 2)
            {
                half[count++] = neighbours[i];
            }

            (start == 0 ? first : second).Fit(cloud, half[..count]);
        }
    }
}
