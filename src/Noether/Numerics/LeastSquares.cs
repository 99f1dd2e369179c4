using System.Numerics.Tensors;

namespace Noether.Numerics;

/// <summary>Least squares with a <see cref="LinearMap"/> by conjugate gradients on the normal equations (CGLS).</summary>
internal static class LeastSquares
{
    /// <summary>The shortest x that minimises |L x - right|.</summary>
    /// <param name="map">L.</param>
    /// <param name="right">The right-hand side, shape [outputs].</param>
    /// <param name="accuracy">Stops when the gradient has shrunk by this factor.</param>
    /// <param name="steps">Stops after this many products with L at the latest; the result is then a smoothed solution.</param>
    public static double[] Shortest(LinearMap map, ReadOnlySpan<double> right, double accuracy, int steps)
    {
        var solution = new double[map.Inputs];
        var residual = right.ToArray();
        var gradient = new double[map.Inputs];
        var image = new double[map.Outputs];
        map.ApplyTransposed(residual, gradient);
        var direction = (double[])gradient.Clone();
        var square = TensorPrimitives.SumOfSquares<double>(gradient);
        var enough = square * accuracy * accuracy;
        for (var step = 0; step < steps && square > enough; step++)
        {
            map.Apply(direction, image);
            var curvature = TensorPrimitives.SumOfSquares<double>(image);
            if (curvature <= 0)
            {
                break;
            }

            var length = square / curvature;
            TensorPrimitives.MultiplyAdd(direction, length, solution, solution);
            TensorPrimitives.MultiplyAdd(image, -length, residual, residual);
            map.ApplyTransposed(residual, gradient);
            var next = TensorPrimitives.SumOfSquares<double>(gradient);
            TensorPrimitives.MultiplyAdd(direction, next / square, gradient, direction);
            square = next;
        }

        return solution;
    }

    /// <summary>The point of the kernel of L that is nearest to a vector.</summary>
    public static double[] NearestInKernel(LinearMap map, double[] vector, double accuracy, int steps)
    {
        var image = new double[map.Outputs];
        map.Apply(vector, image);
        var nearest = Shortest(map, image, accuracy, steps);
        TensorPrimitives.Subtract<double>(vector, nearest, nearest);
        return nearest;
    }
}
