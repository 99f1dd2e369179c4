using System.Numerics.Tensors;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>From the coordinates in which Lie-PCA works to those of the input.</summary>
internal static class GeneratorMap
{
    /// <summary>A generator [A b; 0 0] when lengths are counted in another unit.</summary>
    public static Matrix InUnit(Matrix generator, double unit) =>
        Matrix.Generate(generator.Rows, generator.Columns, (i, j) => generator[i, j] / (j == generator.Columns - 1 ? unit : 1));

    /// <summary>What <see cref="InPointsUnit(FieldFrame, LiePcaSolution)"/> gives, or errors of it, with lengths in the unit of the input.</summary>
    public static ImmutableArray<Matrix> InInput(FieldFrame frame, GeneratorBasis basis, ImmutableArray<Matrix> matrices) =>
        basis.HasTranslations ? [.. matrices.Select(matrix => InUnit(matrix, 1 / frame.Unit))] : matrices;

    /// <summary>Linear generators in the coordinates of the input, made orthogonal and of norm sqrt(2) there.</summary>
    public static ImmutableArray<Matrix> ToInput(FieldFrame frame, IEnumerable<Matrix> generators) =>
        Orthogonal(generators.Select(generator => Mapped(frame, generator, null)));

    /// <summary>The generators in the coordinates of the input, but with lengths counted in the frame's unit where there are translations; made orthogonal and of norm sqrt(2) there.</summary>
    public static ImmutableArray<Matrix> InPointsUnit(FieldFrame frame, LiePcaSolution solution) =>
        Orthogonal(Enumerable.Range(0, solution.Count).Select(k => InPointsUnit(frame, solution.Basis, solution.Spectrum.Directions.Row(k).ToArray())));

    /// <summary>One matrix with coordinates of the basis. Shape [size].</summary>
    public static Matrix InPointsUnit(FieldFrame frame, GeneratorBasis basis, double[] coordinates) => basis.HasTranslations
        ? InUnit(Mapped(frame, basis.Linear(coordinates), basis.Translation(coordinates)), frame.Unit)
        : Mapped(frame, basis.Linear(coordinates), null);

    /// <summary>The way back: the coordinates of a generator. Shape [size].</summary>
    public static double[] Coordinates(FieldFrame frame, GeneratorBasis basis, Matrix generator)
    {
        var d = frame.ToUnit.Columns;
        var linear = frame.ToUnit * (Matrix.Generate(d, d, (i, j) => generator[i, j]) * frame.FromUnit);
        var (translation, coordinates) = (new double[linear.Rows], new double[basis.Size]);
        if (basis.HasTranslations)
        {
            frame.ToUnit.Apply([.. Enumerable.Range(0, d).Select(i => frame.Unit * generator[i, d])], translation);
        }

        basis.Form(linear.Entries, translation, coordinates);
        return coordinates;
    }

    private static ImmutableArray<Matrix> Orthogonal(IEnumerable<Matrix> generators)
    {
        var orthogonal = new List<Matrix>();
        foreach (var generator in generators)
        {
            var rest = GramSchmidt.Leaving(generator, orthogonal);
            orthogonal.Add(PrincipalGenerators.UnitNorm / rest.Norm * rest);
        }

        return [.. orthogonal];
    }

    /// <summary>The fixed point in the coordinates of the input.</summary>
    public static double[] Centre(FieldFrame frame, double[] shift)
    {
        var (step, centre) = (new double[frame.FromUnit.Rows], (double[])frame.Centre.Clone());
        frame.FromUnit.Apply(shift, step);
        for (var field = 0; field < centre.Length / step.Length; field++)
        {
            var part = centre.AsSpan(field * step.Length, step.Length);
            TensorPrimitives.Add(part, step, part);
        }

        return centre;
    }

    private static Matrix Mapped(FieldFrame frame, Matrix linear, double[]? translation)
    {
        var matrix = frame.FromUnit * (linear * frame.ToUnit);
        if (translation is null)
        {
            return matrix;
        }

        var shift = new double[matrix.Rows];
        frame.FromUnit.Apply(translation, shift);
        return Matrix.Generate(matrix.Rows + 1, matrix.Rows + 1, (i, j) => i == matrix.Rows ? 0 : j == matrix.Rows ? shift[i] : matrix[i, j]);
    }
}
