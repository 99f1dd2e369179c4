using Noether.Numerics;

namespace Noether.Verification;

/// <summary>What of a claimed span holds: it must be closed, Rule (R14), and a symmetry at a finer resolution too, Rule (R2).</summary>
internal static class SpanClaim
{
    /// <summary>The search with the largest prefix that holds; prefixes that were looked at have the margin of their fields' errors.</summary>
    /// <param name="search">The search.</param>
    /// <param name="quotient">Where it looked.</param>
    /// <param name="options">The tolerance.</param>
    /// <param name="spaces">How many spaces share the error rate.</param>
    public static SymmetrySearch Reduce(SymmetrySearch search, Quotient quotient, SymmetryFinderOptions options, int spaces)
    {
        var finer = FinerOf(quotient, options);
        for (var count = search.Claimed; count > 0; count--)
        {
            var objection = Objection(search.Fields.FirstRows(count), search.Prefixes[count - 1], (quotient, finer), options);
            search = search with { Objection = search.Objection ?? objection };
            if (objection is null)
            {
                var level = 1 - ((1 - options.Test.Confidence) / spaces);
                var widened = search.Prefixes[count - 1].Widened(FieldErrors.Margin(quotient.Test, search, count, level));
                search = search with { Prefixes = search.Prefixes.SetItem(count - 1, widened) };
                if (widened.IsWithin(options.Test.Tolerance, quotient.Test.MisfitAllowance))
                {
                    return search with { Claimed = count };
                }
            }
        }

        return search with { Claimed = 0 };
    }

    /// <summary>What speaks against fields whose asymmetry is within the tolerance, in a sentence; null where nothing does.</summary>
    /// <param name="fields">Fields of the quotient's frame, one a row.</param>
    /// <param name="judged">Their asymmetry.</param>
    /// <param name="of">Where they were judged, and the finer fits of the same function.</param>
    /// <param name="options">The tolerance.</param>
    public static string? Objection(Matrix fields, SpanAsymmetry judged, (Quotient Quotient, FinerFits Finer) of, SymmetryFinderOptions options) =>
        of.Quotient.Learned.Fit.Doubt(options.Test.Tolerance) is { } doubt ? doubt
        : of.Finer.Break(fields) ? "Fits that see finer structure break the best generators."
        : !IsNotIdle(fields, judged, of.Quotient, options)
            ? "The best generators move the samples mostly along directions that hardly matter."
        : ClosureError(fields, of.Quotient.Frame.Rank) is var error && error > options.LargestClosureError
            ? $"The commutators of the best {fields.Rows} generators lead out of their span ({error:0.00}): there must be more generators, and "
                + "those are not symmetries beyond doubt."
        : null;

    /// <summary>Finer fits of the function of a quotient.</summary>
    public static FinerFits FinerOf(Quotient quotient, SymmetryFinderOptions options) =>
        new(quotient.Learned, () => quotient.Frame.Apply(quotient.Points), options.Test, quotient.Execution);

    // An estimate that is farther beyond the tolerance than this speaks against more generators, however wide its interval.
    private const double LargestOpen = 1.2;

    /// <summary>
    /// The largest closed prefix beyond the claimed one that the samples do not exclude: its estimate lies within the tolerance, or little
    /// beyond it with a lower bound within. The claimed one where there is none.
    /// </summary>
    public static int Open(SymmetrySearch search, Quotient quotient, SymmetryFinderOptions options)
    {
        var (tolerance, open) = (options.Test.Tolerance, search.Claimed);
        var scaledTolerance = Math.Sqrt((tolerance * tolerance) + quotient.Test.MisfitAllowance);
        for (var count = search.Claimed + 1; count <= search.Prefixes.Length; count++)
        {
            var prefix = search.Prefixes[count - 1];
            var isExcluded = IsBeyond(prefix.Asymmetry, tolerance) || (prefix.Scaled is { } scaled && IsBeyond(scaled, scaledTolerance));
            open = !isExcluded && ClosureError(search.Fields.FirstRows(count), quotient.Frame.Rank) <= options.LargestClosureError
                ? count
                : open;
        }

        return open;
    }

    private static bool IsBeyond(Asymmetry asymmetry, double tolerance) =>
        asymmetry.Lower > tolerance || asymmetry.Value > LargestOpen * tolerance;

    // Fields along directions that hardly matter are no symmetry of what is left, unless they are far better than moving along these
    // alone.
    private static bool IsNotIdle(Matrix fields, SpanAsymmetry judged, Quotient quotient, SymmetryFinderOptions options)
    {
        if (quotient.Weak is not { } weak || judged.Asymmetry.Upper <= options.LargestIdleShare * quotient.LeastMatter)
        {
            return true;
        }

        var (r, p) = (quotient.Frame.Rank, fields.Rows);
        var (along, total) = (new double[p * p], new double[p * p]);
        var (places, moved, reduced) = (quotient.Test.Places, new double[p][], new double[p][]);
        for (var i = 0; i < places.Count; i++)
        {
            for (var f = 0; f < p; f++)
            {
                (moved[f], reduced[f]) = (new double[r], new double[weak.Rows]);
                AsMatrix(fields.Row(f), r).Apply([.. places.Row(i), 1], moved[f] = new double[r + 1]);
                weak.Apply(moved[f].AsSpan(0, r), reduced[f]);
            }

            for (var f = 0; f < p; f++)
            {
                for (var g = 0; g < p; g++)
                {
                    along[(f * p) + g] += System.Numerics.Tensors.TensorPrimitives.Dot<double>(reduced[f], reduced[g]);
                    total[(f * p) + g] += System.Numerics.Tensors.TensorPrimitives.Dot<double>(moved[f], moved[g]);
                }
            }
        }

        return GeneralisedEigen.Largest(Matrix.FromEntries(p, p, along), Matrix.FromEntries(p, p, total)) is { } share && share <= 1 - options.SmallestShare;
    }

    /// <summary>The largest part outside the span of a commutator of two orthonormal fields.</summary>
    public static double ClosureError(Matrix fields, int dimension)
    {
        var basis = GramSchmidt.Rows(fields);
        var matrices = Enumerable.Range(0, basis.Rows).Select(k => AsMatrix(basis.Row(k), dimension)).ToArray();
        return (from a in Enumerable.Range(0, matrices.Length) from b in Enumerable.Range(0, a) select GramSchmidt.Leaving(matrices[a].Commutator(matrices[b]), matrices).Norm).DefaultIfEmpty(0).Max();
    }

    /// <summary>[A b; 0 0] of a field. Shape [r + 1, r + 1].</summary>
    public static Matrix AsMatrix(ReadOnlySpan<double> field, int dimension)
    {
        var entries = field.ToArray();
        return Matrix.Generate(dimension + 1, dimension + 1, (i, j) => i == dimension ? 0 : entries[(i * (dimension + 1)) + j]);
    }
}
