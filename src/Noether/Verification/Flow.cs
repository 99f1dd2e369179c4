using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>The finite transformations x -> c + exp(tA)(x - c) of one generator.</summary>
internal sealed class Flow
{
    private readonly double[] _centre;
    private readonly Matrix[] _maps;

    private Flow(double[] centre, Matrix[] maps)
    {
        _centre = centre;
        _maps = maps;
    }

    /// <summary>The number of transformations.</summary>
    public int Count => _maps.Length;

    /// <summary>The transformations for all angles and both signs.</summary>
    public static Flow Of(Matrix generator, ReadOnlySpan<double> centre, IEnumerable<double> angles) =>
        new(centre.ToArray(), [.. angles.SelectMany(angle => new[] { angle, -angle }).Select(angle => MatrixExponential.Of(angle * generator))]);

    /// <summary>A matrix with independent normal entries in the directions that orbits span, of a given norm: what no symmetry looks like.</summary>
    /// <param name="spanned">The directions. Shape [k, d].</param>
    /// <param name="norm">The norm of the result.</param>
    /// <param name="seed">Where the entries come from.</param>
    public static Matrix RandomGenerator(Matrix spanned, double norm, Seed seed)
    {
        var random = seed.Stream();
        var inner = Matrix.Generate(spanned.Rows, spanned.Rows, (_, _) => random.NextGaussian());
        return norm / inner.Norm * (spanned.Transposed * (inner * spanned));
    }

    /// <summary>Moves a point by one of the transformations.</summary>
    /// <param name="point">The point. Shape [d].</param>
    /// <param name="map">The number of the transformation.</param>
    /// <param name="image">Where it goes. Shape [d].</param>
    public void Move(ReadOnlySpan<double> point, int map, Span<double> image)
    {
        Span<double> relative = stackalloc double[point.Length];
        TensorPrimitives.Subtract(point, _centre, relative);
        _maps[map].Apply(relative, image);
        TensorPrimitives.Add(image, _centre, image);
    }
}
