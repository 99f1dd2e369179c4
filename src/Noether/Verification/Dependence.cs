using Noether.Numerics;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>
/// On how many combinations of the coordinates a function depends, Eq. (Y9): every field along the others is a symmetry, and would
/// drown the rest.
/// </summary>
public sealed record Dependence
{
    /// <summary>The number of combinations that matter, 0 to n.</summary>
    public required int Rank { get; init; }

    /// <summary>The coordinates that do not matter, counted from 0.</summary>
    public required ImmutableArray<int> Unused { get; init; }

    /// <summary>The combinations that matter, in the units of the input, as simple as they get. Shape [rank, n].</summary>
    public required ImmutableArray<ImmutableArray<double>> Combinations { get; init; }

    /// <summary>The asymmetry of moving along any other combination; null where all matter.</summary>
    public Asymmetry? Asymmetry { get; init; }

    /// <summary>
    /// The p-value, 0 to 1, of "samples that were not learned from are predicted as well when the other combinations are permuted among
    /// them", the smallest where combinations were left out step by step: 0.01 or less would say that they matter, and they would not
    /// have been left out. Null where all matter, and for values.
    /// </summary>
    public double? PValue { get; init; }

    // A coordinate whose weight in every combination is below this does not matter: directions are known to about this much.
    private const double SmallestWeight = 0.1;

    /// <summary>Reads the combinations off a frame.</summary>
    internal static Dependence Of(CoordinateFrame frame, Asymmetry? asymmetry = null, double? chance = null)
    {
        var (r, n) = (frame.Rank, frame.Map.Columns);
        var rows = GramSchmidt.Rows(Matrix.Generate(r, n, (i, j) => frame.Map[i, j] * frame.Spreads[j]));
        return new()
        {
            Rank = r,
            Unused = [.. Enumerable.Range(0, n).Where(j => Math.Sqrt(Enumerable.Range(0, r).Sum(i => rows[i, j] * rows[i, j])) < SmallestWeight)],
            Combinations = [.. Reduced(rows).Select(row => row.Select((weight, j) => weight / frame.Spreads[j]).ToImmutableArray())],
            Asymmetry = asymmetry,
            PValue = chance,
        };
    }

    /// <summary>The reduced echelon form, with the largest entries as pivots, so that most entries are 0 and pivots 1.</summary>
    private static ImmutableArray<ImmutableArray<double>> Reduced(Matrix matrix)
    {
        var rows = Enumerable.Range(0, matrix.Rows).Select(i => matrix.Row(i).ToArray()).ToArray();
        for (var k = 0; k < rows.Length; k++)
        {
            var (line, pivot) = Enumerable.Range(k, rows.Length - k).SelectMany(i => Enumerable.Range(0, matrix.Columns).Select(j => (i, j))).MaxBy(at => Math.Abs(rows[at.i][at.j]));
            (rows[k], rows[line]) = (rows[line], rows[k]);
            var scale = rows[k][pivot];
            rows[k] = [.. rows[k].Select(x => x / scale)];
            for (var i = 0; i < rows.Length; i++)
            {
                if (i != k)
                {
                    var factor = rows[i][pivot];
                    rows[i] = [.. rows[i].Select((x, j) => x - (factor * rows[k][j]))];
                }
            }
        }

        return [.. rows.Select(row => row.Select(x => Math.Abs(x) < SmallestWeight ? 0 : x).ToImmutableArray())];
    }
}
