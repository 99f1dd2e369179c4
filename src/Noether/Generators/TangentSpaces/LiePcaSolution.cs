using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>What the summed form of all orbits says.</summary>
/// <param name="Spectrum">Its eigenvalues.</param>
/// <param name="Count">The number of generators.</param>
/// <param name="Shift">From the given fixed point to the one about which rotations act. Shape [d].</param>
/// <param name="Forms">The forms that the spectrum belongs to.</param>
/// <param name="Basis">The coordinates that it refers to.</param>
internal sealed record LiePcaSolution(LiePcaSpectrum Spectrum, int Count, double[] Shift, LiePcaForms Forms, GeneratorBasis Basis)
{
    /// <summary>The generators [A b; 0 0] as pairs, in the coordinates that the form refers to.</summary>
    public IEnumerable<(Matrix Linear, double[] Translation)> Generators =>
        Enumerable.Range(0, Count).Select(k => (Basis.Linear(Spectrum.Directions.Row(k)), Basis.Translation(Spectrum.Directions.Row(k))));

    /// <summary>What the points outside each slab say, with as many generators.</summary>
    public IEnumerable<LiePcaSolution> WithoutSlab => Forms.WithoutSlab.Select(form => this with { Spectrum = Forms.SpectrumOf(form) });

    /// <summary>
    /// The directions beside the generators, each as long as noise makes one pass for a part of a generator, Eq. (G26); none where there are no neighbourhoods. Shape [size - count][size].
    /// </summary>
    /// <param name="generator">The coordinates of that generator. Shape [size].</param>
    public IEnumerable<double[]> Mistaken(double[] generator)
    {
        var image = new double[generator.Length];
        Forms.Noise.Apply(generator, image);
        var noise = Math.Max(0, TensorPrimitives.Dot<double>(image, generator)); // of points without noise it may round below 0
        for (var k = Count; Forms.Normals > 0 && k < Basis.Size; k++)
        {
            var direction = Spectrum.Directions.Row(k).ToArray();
            TensorPrimitives.Multiply(direction, Math.Sqrt(noise / (Forms.Normals * Gap(k))), direction);
            yield return direction;
        }
    }

    /// <summary>The map from the solution's coordinates to those with translations, for rotations about a point; null where they are the same. Shape [full size, size].</summary>
    /// <param name="full">Those coordinates.</param>
    public Matrix? EmbeddingIn(GeneratorBasis full) => Basis.Size == full.Size ? null : About(Basis, full, Shift);

    /// <summary>How a generator answers to a small change of its equation, sum over normals f (f . v) = 0: it leaves in the directions beside the generators. Shape [size].</summary>
    /// <param name="score">What is added to the equation. Shape [size].</param>
    public double[] Response(double[] score)
    {
        var change = new double[score.Length];
        for (var k = Count; k < Basis.Size; k++)
        {
            var direction = Spectrum.Directions.Row(k);
            TensorPrimitives.MultiplyAdd(direction, -TensorPrimitives.Dot(direction, score) / Gap(k), change, change);
        }

        return change;
    }

    // How far a direction beside the generators is set apart from the last of them; half of its value where it is not, as at a number of generators that was given.
    private double Gap(int k) => Math.Max(Spectrum.Values[k] - Spectrum.Values[Count - 1], Spectrum.Values[k] / 2);

    /// <summary>The generators in coordinates with translations, orthonormal rows: (A, -A c) for rotations about c. Shape [count, size].</summary>
    /// <param name="full">Those coordinates.</param>
    /// <param name="count">How many generators; null for those that were found.</param>
    public Matrix InCoordinates(GeneratorBasis full, int? count = null)
    {
        var rows = Rows(count ?? Count);
        return EmbeddingIn(full) is { } embedding ? GramSchmidt.Rows(rows * embedding.Transposed) : rows;
    }

    /// <summary>The first directions, in the solution's own coordinates. Shape [count, size].</summary>
    public Matrix Rows(int count) => Matrix.FromRows([.. Enumerable.Range(0, count).Select(k => Spectrum.Directions.Row(k).ToArray())]);

    /// <summary>Solves for generators; rotations and linear maps with their fixed point, Eq. (G16).</summary>
    /// <param name="forms">In coordinates with translations, or without where there are several fields.</param>
    /// <param name="full">Those coordinates.</param>
    /// <param name="options">Which matrices are wanted, and how many where that is known.</param>
    /// <param name="dimension">The length d of a field.</param>
    public static LiePcaSolution Of(LiePcaForms forms, GeneratorBasis full, LiePcaOptions options, int dimension)
    {
        var whole = Solve(forms, full, options.Count, new double[dimension]);
        if (!full.HasTranslations || options.Space == GeneratorSpace.Affine)
        {
            return whole;
        }

        var shift = FixedPoint(whole, dimension);
        var about = new GeneratorBasis(options.Space, dimension, translations: false);
        return Solve(forms.On(About(about, full, shift)), about, options.Count, shift);
    }

    private static LiePcaSolution Solve(LiePcaForms forms, GeneratorBasis basis, int? count, double[] shift)
    {
        var spectrum = forms.SpectrumOf(forms.Whole);
        return new(spectrum, Math.Min(count ?? spectrum.Count(forms.Random), spectrum.Values.Length), shift, forms, basis);
    }

    /// <summary>The point c with A c + b = 0 for all generators, nearest to the given one where it is not unique.</summary>
    private static double[] FixedPoint(LiePcaSolution solution, int dimension)
    {
        var (normal, right) = (Matrix.Zero(dimension, dimension), new double[dimension]);
        var error = 0.0;
        foreach (var ((linear, translation), k) in solution.Generators.Select((generator, k) => (generator, k)))
        {
            normal += linear.Transposed * linear;
            var image = new double[dimension];
            linear.Transposed.Apply(translation, image);
            TensorPrimitives.Subtract(right, image, right);
            error += solution.Spectrum.Values[k];
        }

        // Directions in which the generators move points no more than they leave the tangent spaces say nothing about the fixed point.
        var point = new double[dimension];
        PseudoInverse.Of(normal + (error * Matrix.Identity(dimension))).Apply(right, point);
        return point;
    }

    /// <summary>The embedding A -> (A, -A c) of generators about c.</summary>
    private static Matrix About(GeneratorBasis about, GeneratorBasis full, double[] centre)
    {
        var columns = new List<double[]>();
        var unit = new double[about.Size];
        for (var k = 0; k < about.Size; k++)
        {
            Array.Clear(unit);
            unit[k] = 1;
            var linear = about.Linear(unit);
            var translation = new double[centre.Length];
            (-linear).Apply(centre, translation);
            var column = new double[full.Size];
            full.Form(linear.Entries, translation, column); // on an orthonormal basis the form of a matrix is its coordinates
            columns.Add(column);
        }

        return Matrix.FromRows([.. columns]).Transposed;
    }
}
