using System.Numerics.Tensors;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>From the coordinates in which Lie-PCA works to those of the input.</summary>
internal static class GeneratorMap
{
    /// <summary>The generators in the coordinates of the input, made orthogonal and of norm sqrt(2) there; translations count in the frame's unit for both.</summary>
    public static ImmutableArray<Matrix> ToInput(FieldFrame frame, LiePcaSolution solution) => solution.Basis.HasTranslations
        ? [.. Orthogonal(solution.Generators.Select(generator => InUnit(Mapped(frame, generator.Linear, generator.Translation), frame.Unit))).Select(generator => InUnit(generator, 1 / frame.Unit))]
        : Orthogonal(solution.Generators.Select(generator => Mapped(frame, generator.Linear, null)));

    /// <summary>A generator [A b; 0 0] when lengths are counted in another unit.</summary>
    public static Matrix InUnit(Matrix generator, double unit) =>
        Matrix.Generate(generator.Rows, generator.Columns, (i, j) => generator[i, j] / (j == generator.Columns - 1 ? unit : 1));

    /// <summary>Linear generators in the coordinates of the input, made orthogonal and of norm sqrt(2) there.</summary>
    public static ImmutableArray<Matrix> ToInput(FieldFrame frame, IEnumerable<Matrix> generators) =>
        Orthogonal(generators.Select(generator => Mapped(frame, generator, null)));

    /// <summary>Standard errors with what the errors of whitened coordinates add to generators that were looked for among rotations of these: one, A, is known up to [E, A], Eq. (G19).</summary>
    /// <param name="frame">The coordinates.</param>
    /// <param name="generators">The generators in the coordinates of the input, all fields alike.</param>
    /// <param name="errors">Their standard errors where the frame is taken for exact.</param>
    public static ImmutableArray<double> WithErrorsOf(FieldFrame frame, ImmutableArray<Matrix> generators, ImmutableArray<double> errors)
    {
        if (frame.ShapeErrors.IsEmpty)
        {
            return errors;
        }

        return [.. generators.Select((generator, k) => Math.Sqrt((errors[k] * errors[k]) + frame.ShapeErrors.Sum(error => Added(error, generator))))];

        double Added(Matrix error, Matrix generator)
        {
            var change = frame.FromUnit * (error.Commutator(frame.ToUnit * (generator * frame.FromUnit)) * frame.ToUnit);
            foreach (var other in generators) // mixing generators is no error
            {
                change -= other.InnerProduct(change) / other.InnerProduct(other) * other;
            }

            return change.InnerProduct(change) / change.Entries.Length;
        }
    }

    /// <summary>
    /// Standard errors of generators that are brought from whitened coordinates to those of the input, where the entries of one matrix are blurred unevenly: the root mean square over the entries. 1 times those
    /// given where coordinates were scaled alike.
    /// </summary>
    /// <param name="frame">The coordinates.</param>
    /// <param name="generators">The generators in the frame's coordinates.</param>
    /// <param name="errors">Their standard errors there, for a norm of sqrt(2).</param>
    public static ImmutableArray<double> ErrorsInInput(FieldFrame frame, IEnumerable<Matrix> generators, ImmutableArray<double> errors) => frame.ShapeErrors.IsEmpty
        ? errors
        : [.. generators.Zip(errors, (generator, error) => error * frame.FromUnit.Norm * frame.ToUnit.Norm / frame.ToUnit.Rows * generator.Norm / Mapped(frame, generator, null).Norm)];

    private static ImmutableArray<Matrix> Orthogonal(IEnumerable<Matrix> generators)
    {
        var orthogonal = new List<Matrix>();
        foreach (var generator in generators)
        {
            var rest = generator;
            foreach (var other in orthogonal)
            {
                rest -= other.InnerProduct(rest) / other.InnerProduct(other) * other;
            }

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
