using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.Gradients;

/// <summary>The linear trend of some quantities over one neighbourhood; a workspace that is used again for every point.</summary>
/// <param name="dimension">Coordinates d of a point.</param>
/// <param name="targets">How many quantities.</param>
internal sealed class LocalGradient(int dimension, int targets)
{
    private readonly LocalFrame _frame = new(dimension);
    private readonly double[] _mean = new double[targets];
    private readonly double[] _covariances = new double[targets * dimension];
    private readonly double[] _gradients = new double[targets * dimension];

    /// <summary>The mean of the neighbourhood. Shape [d].</summary>
    public ReadOnlySpan<double> Mean => _frame.Mean;

    /// <summary>By how much a quantity changes over the radius of the neighbourhood in each direction. Shape [d].</summary>
    public ReadOnlySpan<double> Of(int target) => _gradients.AsSpan(target * dimension, dimension);

    /// <summary>Takes up a neighbourhood: least squares of every quantity on the coordinates.</summary>
    /// <param name="cloud">All points. Shape [n, d].</param>
    /// <param name="values">The quantities. Shape [n, targets].</param>
    /// <param name="points">The neighbourhood.</param>
    public void Fit(PointCloud cloud, PointCloud values, ReadOnlySpan<int> points)
    {
        _frame.Fit(cloud, points);
        LocalGeometry.MeanOf(values, points, _mean);
        Array.Clear(_covariances);
        Array.Clear(_gradients);
        foreach (var point in points)
        {
            AddCovariances(cloud.Row(point), values.Row(point), 1.0 / points.Length);
        }

        var variances = _frame.Variances;
        var radius = Math.Sqrt(TensorPrimitives.Sum(variances) / dimension);
        for (var axis = 0; axis < dimension && variances[axis] > Tolerance.Rounding.Relative * variances[0]; axis++)
        {
            var direction = _frame.Direction(axis);
            for (var target = 0; target < targets; target++)
            {
                var slope = TensorPrimitives.Dot(direction, _covariances.AsSpan(target * dimension, dimension)) / variances[axis];
                var gradient = _gradients.AsSpan(target * dimension, dimension);
                TensorPrimitives.MultiplyAdd(direction, radius * slope, gradient, gradient);
            }
        }
    }

    private void AddCovariances(ReadOnlySpan<double> place, ReadOnlySpan<double> values, double weight)
    {
        Span<double> difference = stackalloc double[dimension];
        TensorPrimitives.Subtract(place, _frame.Mean, difference);
        for (var target = 0; target < targets; target++)
        {
            if (values[target] != _mean[target])
            {
                var row = _covariances.AsSpan(target * dimension, dimension);
                TensorPrimitives.MultiplyAdd(difference, weight * (values[target] - _mean[target]), row, row);
            }
        }
    }
}
