using Noether.Numerics;

namespace Noether.Generators;

/// <summary>Standard errors of every entry of generators, from leaving out parts of the points one at a time (delete-a-group jackknife), Eq. (G25).</summary>
internal static class Jackknife
{
    /// <summary>How far each entry moves. Generators may mix without a part; what is counted is how far each is from the nearest combination of those that were found then.</summary>
    /// <param name="generators">The generators of all points. Shape [count][d, d].</param>
    /// <param name="withoutPart">The generators without each part, orthogonal to each other. Shape [parts][count][d, d].</param>
    /// <returns>The standard error of each entry. Shape [count][d, d].</returns>
    public static ImmutableArray<Matrix> Errors(ImmutableArray<Matrix> generators, IReadOnlyList<ImmutableArray<Matrix>> withoutPart)
    {
        var share = (withoutPart.Count - 1.0) / withoutPart.Count;
        return [.. generators.Select(generator => RootOfSums(withoutPart.Select(span => GramSchmidt.Leaving(generator, span)), share))];
    }

    /// <summary>Errors from another source, independent of those that are known, added to them.</summary>
    /// <param name="errors">The errors known so far. Shape [d, d].</param>
    /// <param name="changes">What each of the other deviations does to the generator. Shape [deviations][d, d].</param>
    public static Matrix With(Matrix errors, IEnumerable<Matrix> changes) => RootOfSums([errors, .. changes], 1);

    /// <summary>Entry by entry the larger of errors and of what deviations that are independent of each other come to.</summary>
    /// <param name="errors">The errors. Shape [d, d].</param>
    /// <param name="changes">The deviations. Shape [deviations][d, d].</param>
    /// <param name="most">What no entry can be off by: to first order, deviations may be larger.</param>
    public static Matrix Larger(Matrix errors, IEnumerable<Matrix> changes, double most)
    {
        var others = RootOfSums([Matrix.Zero(errors.Rows, errors.Columns), .. changes], 1);
        return Matrix.Generate(errors.Rows, errors.Columns, (i, j) => Math.Min(most, Math.Max(errors[i, j], others[i, j])));
    }

    private static Matrix RootOfSums(IEnumerable<Matrix> deviations, double share)
    {
        var all = deviations.ToArray();
        return Matrix.Generate(all[0].Rows, all[0].Columns, (i, j) => Math.Sqrt(share * all.Sum(deviation => deviation[i, j] * deviation[i, j])));
    }
}
