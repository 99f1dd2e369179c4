using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.Invariants;

/// <summary>The function f(x) = x' S x + b . x of points.</summary>
/// <param name="Quadratic">S, symmetric. Shape [d, d].</param>
/// <param name="Linear">b. Shape [d].</param>
public sealed record QuadraticFunction(Matrix Quadratic, ImmutableArray<double> Linear)
{
    /// <summary>The value at a point. Shape [d].</summary>
    public double Value(ReadOnlySpan<double> point)
    {
        Span<double> image = stackalloc double[point.Length];
        Quadratic.Apply(point, image);
        return TensorPrimitives.Dot(image, point) + TensorPrimitives.Dot(Linear.AsSpan(), point);
    }

    /// <summary>The gradient 2 S x + b at a point, into <paramref name="gradient"/>. Shape [d].</summary>
    public void Gradient(ReadOnlySpan<double> point, Span<double> gradient)
    {
        Quadratic.Apply(point, gradient);
        TensorPrimitives.MultiplyAdd(gradient, 2, Linear.AsSpan(), gradient);
    }

    /// <summary>The same function of y = x - <paramref name="origin"/>, up to a constant.</summary>
    internal QuadraticFunction About(ReadOnlySpan<double> origin)
    {
        var gradient = new double[origin.Length];
        Gradient(origin, gradient);
        return this with { Linear = [.. gradient] };
    }

    /// <summary>Two functions of equal coefficients are equal.</summary>
    public bool Equals(QuadraticFunction? other) => other is not null && Quadratic.Equals(other.Quadratic) && Linear.SequenceEqual(other.Linear);

    /// <inheritdoc/>
    public override int GetHashCode() => Quadratic.GetHashCode();
}
