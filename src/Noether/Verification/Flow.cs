using System.Numerics.Tensors;
using Noether.Generators;
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

    /// <summary>
    /// The transformations of a generator about the centre of an estimate, on all its fields, for all angles and both signs.
    /// </summary>
    /// <param name="generator">A, shape [d, d] for fields of length d; or [A b; 0 0], shape [d + 1, d + 1], where the estimate has
    /// translations.</param>
    /// <param name="estimate">Its centre and its fields.</param>
    /// <param name="angles">The values of t.</param>
    public static Flow Of(Matrix generator, GeneratorEstimate estimate, IEnumerable<double> angles)
    {
        var joint = generator.Rows > estimate.Spanned.Columns ? estimate.Fields.JointAffine(generator) : estimate.Fields.Joint(generator);
        return new(estimate.Centre.ToArray(), [.. angles.SelectMany(angle => new[] { angle, -angle }).Select(angle => MatrixExponential.Of(angle * joint))]);
    }

    /// <summary>
    /// A matrix with independent normal entries in the directions that orbits span, of a given norm: what no symmetry looks like.
    /// </summary>
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
        // One entry more where the maps have translations; it is 1 and stays 1.
        Span<double> relative = stackalloc double[_maps[map].Rows];
        Span<double> moved = stackalloc double[relative.Length];
        relative[^1] = 1;
        TensorPrimitives.Subtract(point, _centre, relative);
        _maps[map].Apply(relative, moved);
        TensorPrimitives.Add(moved[..point.Length], _centre, image);
    }
}
