using System.Numerics.Tensors;
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

    /// <summary>Takes up every n-th point of a neighbourhood, each with its weight.</summary>
    /// <param name="neighbourhood">The points.</param>
    /// <param name="first">The first one.</param>
    /// <param name="step">n.</param>
    public void Fit(Neighbourhood neighbourhood, int first, int step)
    {
        Array.Clear(_mean);
        Array.Clear(_covariance);
        var total = 0.0;
        for (var i = first; i < neighbourhood.Count; i += step)
        {
            TensorPrimitives.MultiplyAdd(neighbourhood[i], neighbourhood.Weights[i], _mean, _mean);
            total += neighbourhood.Weights[i];
        }

        TensorPrimitives.Divide(_mean, Math.Max(total, double.Epsilon), _mean);
        Span<double> difference = stackalloc double[dimension];
        for (var i = first; i < neighbourhood.Count; i += step)
        {
            TensorPrimitives.Subtract(neighbourhood[i], _mean, difference);
            for (var axis = 0; axis < dimension; axis++)
            {
                var row = _covariance.AsSpan(axis * dimension, dimension);
                TensorPrimitives.MultiplyAdd(difference, neighbourhood.Weights[i] * difference[axis], row, row);
            }
        }

        JacobiEigen.Decompose(_covariance, _variances, _directions);
    }

    /// <summary>Where a point lies once it is moved along its normals onto the plane of the neighbourhood. Shape [d].</summary>
    /// <param name="point">The point.</param>
    /// <param name="tangents">How many of the directions are tangents.</param>
    /// <param name="foot">Where it comes to lie.</param>
    public void Foot(ReadOnlySpan<double> point, int tangents, Span<double> foot)
    {
        TensorPrimitives.Subtract(_mean, point, foot);
        for (var i = 0; i < tangents; i++)
        {
            TensorPrimitives.MultiplyAdd(Direction(i), -TensorPrimitives.Dot(Direction(i), foot), foot, foot);
        }

        TensorPrimitives.Add(foot, point, foot);
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
