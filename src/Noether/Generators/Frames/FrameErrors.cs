using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>What errors of the coordinates in which generators were looked for add to those of the generators, Eq. (G25).</summary>
internal static class FrameErrors
{
    /// <summary>Errors with those of the spanned directions and of whitening, in which a rotation A is known up to [E, A], Eq. (G19).</summary>
    /// <param name="errors">The errors of the entries where the coordinates are taken for exact. Shapes as those of the generators.</param>
    /// <param name="frame">The coordinates.</param>
    /// <param name="generators">The generators, in the coordinates of the input. Shape [count][d, d], or one more of each where there are translations.</param>
    /// <param name="share">How much of [E, A] stays in the generators: 1 where rotations alone were looked for, 0 where all matrices were.</param>
    public static ImmutableArray<Matrix> AddedTo(ImmutableArray<Matrix> errors, FieldFrame frame, ImmutableArray<Matrix> generators, double share)
    {
        if (generators.IsEmpty)
        {
            return errors;
        }

        var spans = SpannedDirections.WithoutGroup(frame.Sources, frame.Spanned);
        return Joined(errors, generators, generator => [.. Tilts(generator, spans), .. share > 0 ? frame.ShapeErrors.Select(error => share * Commutator(frame, error, generator)) : []]);
    }

    /// <summary>Errors with those of the directions that each orbit spans by itself.</summary>
    /// <param name="errors">The errors of the entries where these are taken for exact. Shape [count][d, d].</param>
    /// <param name="orbits">The orbits, and the directions that each was taken to span. Shape of the latter [k, d].</param>
    /// <param name="generators">The generators, to which each orbit gave as much as it has points. Shape [count][d, d].</param>
    public static ImmutableArray<Matrix> AddedTo(ImmutableArray<Matrix> errors, IReadOnlyList<(PointCloud Points, Matrix Spanned)> orbits, ImmutableArray<Matrix> generators)
    {
        if (generators.IsEmpty || orbits.All(orbit => orbit.Spanned.Rows == orbit.Spanned.Columns))
        {
            return errors;
        }

        var total = orbits.Sum(orbit => (double)orbit.Points.Count);
        var spans = orbits.Select(orbit => SpannedDirections.WithoutGroup([orbit.Points], orbit.Spanned)).ToArray();
        return Joined(errors, generators, generator => orbits
            .Zip(spans, (orbit, without) => Tilts(Inside(generator, orbit.Spanned), without).Select(tilt => orbit.Points.Count / total * tilt))
            .Where(tilts => tilts.Any())
            .Aggregate((left, right) => left.Zip(right, (a, b) => a + b)));
    }

    // Mixing generators is no error.
    private static ImmutableArray<Matrix> Joined(ImmutableArray<Matrix> errors, ImmutableArray<Matrix> generators, Func<Matrix, IEnumerable<Matrix>> changes) =>
        [.. generators.Zip(errors, (generator, known) => Jackknife.With(known, changes(generator).Select(change => GramSchmidt.Leaving(change, generators))))];

    private static IEnumerable<Matrix> Tilts(Matrix generator, ImmutableArray<Matrix> projectors) => projectors.Select(projector =>
    {
        var tilt = Beside(projector, generator.Rows);
        return Math.Sqrt((projectors.Length - 1.0) / projectors.Length) * ((tilt * (generator * tilt)) - generator);
    });

    // What stands beside translations stays.
    private static Matrix Beside(Matrix projector, int size) =>
        Matrix.Generate(size, size, (i, j) => i < projector.Rows && j < projector.Columns ? projector[i, j] : i == j ? 1 : 0);

    private static Matrix Inside(Matrix generator, Matrix spanned) => spanned.Transposed * (spanned * generator * spanned.Transposed) * spanned;

    private static Matrix Commutator(FieldFrame frame, Matrix error, Matrix generator) =>
        frame.FromUnit * (error.Commutator(frame.ToUnit * (generator * frame.FromUnit)) * frame.ToUnit);
}
