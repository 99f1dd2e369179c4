using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>What errors of the coordinates in which generators were looked for add to those of the generators, Eq. (G25).</summary>
internal static class FrameErrors
{
    /// <summary>Errors with those of the spanned directions and of whitening, in which a rotation A is known up to [E, A], Eq. (G19).</summary>
    /// <param name="frame">The coordinates.</param>
    /// <param name="generators">The generators, in the coordinates of the input. Shape [count][d, d], or one more of each where there are translations.</param>
    /// <param name="errors">The errors of their entries where the coordinates are taken for exact. Shapes as those of the generators.</param>
    /// <param name="share">How much of [E, A] stays in the generators: 1 where rotations alone were looked for, 0 where all matrices were.</param>
    public static ImmutableArray<Matrix> AddedTo(ImmutableArray<Matrix> errors, FieldFrame frame, ImmutableArray<Matrix> generators, double share)
    {
        if (generators.IsEmpty)
        {
            return errors;
        }

        var spans = frame.SpansWithoutGroup().ToArray();
        return [.. generators.Zip(errors, (generator, known) => Jackknife.With(known, Changes(generator).Select(change => Jackknife.Leaving(change, generators))))]; // mixing generators is no error

        IEnumerable<Matrix> Changes(Matrix generator) => [.. Tilts(generator, spans), .. share > 0 ? frame.ShapeErrors.Select(error => share * Commutator(frame, error, generator)) : []];
    }

    private static IEnumerable<Matrix> Tilts(Matrix generator, Matrix[] projectors) => projectors.Select(projector =>
    {
        var tilt = Beside(projector, generator.Rows);
        return Math.Sqrt((projectors.Length - 1.0) / projectors.Length) * ((tilt * (generator * tilt)) - generator);
    });

    // What stands beside translations stays.
    private static Matrix Beside(Matrix projector, int size) =>
        Matrix.Generate(size, size, (i, j) => i < projector.Rows && j < projector.Columns ? projector[i, j] : i == j ? 1 : 0);

    private static Matrix Commutator(FieldFrame frame, Matrix error, Matrix generator) =>
        frame.FromUnit * (error.Commutator(frame.ToUnit * (generator * frame.FromUnit)) * frame.ToUnit);
}
