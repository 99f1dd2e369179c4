using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>A generator as a map x -> B x + b of points of all fields.</summary>
/// <param name="Linear">B. Shape [D, D].</param>
/// <param name="Translation">b. Shape [D].</param>
internal sealed record InfluenceMove(Matrix Linear, double[] Translation)
{
    /// <summary>B transposed.</summary>
    public Matrix Transposed { get; } = Linear.Transposed;

    /// <summary>Takes up a generator.</summary>
    /// <param name="constraint">How generators act on points.</param>
    /// <param name="coordinates">The generator, in the constraint's coordinates. Shape [size].</param>
    /// <param name="dimension">The length D of a point.</param>
    public static InfluenceMove Of(TangencyConstraint constraint, double[] coordinates, int dimension)
    {
        var translation = constraint.Move(coordinates, new double[dimension]);
        var rows = Enumerable.Range(0, dimension).Select(axis =>
        {
            var unit = new double[dimension];
            unit[axis] = 1;
            var image = constraint.Move(coordinates, unit);
            TensorPrimitives.Subtract(image, translation, image);
            return image;
        });
        return new(Matrix.FromRows([.. rows]).Transposed, translation);
    }

    /// <summary>Where a point goes, into <paramref name="velocity"/>. Shapes [D].</summary>
    public void Velocity(ReadOnlySpan<double> point, Span<double> velocity)
    {
        Linear.Apply(point, velocity);
        TensorPrimitives.Add(velocity, Translation, velocity);
    }
}
