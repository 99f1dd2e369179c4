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
        if (quotient.Learned.Fit.Doubt(options.Test.Tolerance) is not null)
        {
            return search with { Claimed = 0 };
        }

        var finer = new FinerFits(quotient.Learned, () => quotient.Frame.Apply(quotient.Points), options.Test, quotient.Execution);
        for (var count = search.Claimed; count > 0; count--)
        {
            var fields = search.Fields.FirstRows(count);
            if (!finer.Break(fields) && IsNotIdle(fields, search.Prefixes[count - 1], quotient, options) && ClosureError(fields, quotient.Frame.Rank) <= options.LargestClosureError)
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
