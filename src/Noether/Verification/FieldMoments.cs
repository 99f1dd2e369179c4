using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>
/// The forms of Eq. (Y7) on a few chosen fields, per cell of places and without each part: what a jackknife of their asymmetry needs.
/// </summary>
/// <param name="S">Per cell. Shape [cells][p, p].</param>
/// <param name="M">Per cell. Shape [cells][p, p].</param>
/// <param name="Scaled">Per cell the second quantity of Rule (R1), numerator and denominator; empty where the function has no variance
/// to compare with.</param>
/// <param name="WithoutPart">S and M of all places without each part; empty where fewer than two parts would be left.</param>
internal sealed record FieldMoments(double[][] S, double[][] M, (double[] S, double[] M)[] Scaled, (double[] S, double[] M)[] WithoutPart)
{
    /// <summary>The number of fields p.</summary>
    public required int Count { get; init; }

    /// <summary>Sums over the places.</summary>
    /// <param name="test">The test.</param>
    /// <param name="half">The half of the parts that judges.</param>
    /// <param name="fields">Shape [p, r (r + 1)].</param>
    public static FieldMoments Of(SymmetryTest test, int half, Matrix fields)
    {
        var (places, parts, cells) = test.Inputs(half);
        var (p, n, count) = (fields.Rows, places.Dimension, cells.Max() + 1);
        var motions = Motions(places, fields);
        var (s, m) = Sum(motions, places.Count, n, p, parts.Products, parts.Weights, cells, count);
        var (rs, rm) = test.Energy(half) is { } energy ? Sum(motions, places.Count, n, p, parts.Products, parts.Caps, cells, count, energy) : ([], []);
        var without = parts.Parts.Select(part => test.ProductsWithout(parts, part)).OfType<double[]>()
            .Select(products => Sum(motions, places.Count, n, p, products, parts.Weights, new int[cells.Length], 1))
            .Select(sums => (sums.S[0], sums.M[0]));
        return new(s, m, [.. rs.Zip(rm)], [.. without]) { Count = p };
    }

    /// <summary>The sums of several moments on one field each, half by half.</summary>
    /// <param name="moments">Shape [several][halves].</param>
    public static FieldMoments[] Sums(IReadOnlyList<FieldMoments[]> moments)
    {
        return [.. moments[0].Select((first, half) => new FieldMoments(
            [.. first.S.Select((_, cell) => Sum(each => each[half].S[cell]))],
            [.. first.M.Select((_, cell) => Sum(each => each[half].M[cell]))],
            [],
            [.. first.WithoutPart.Select((_, part) => (Sum(each => each[half].WithoutPart[part].S), Sum(each => each[half].WithoutPart[part].M)))])
        { Count = first.Count })];

        double[] Sum(Func<FieldMoments[], double[]> entries) => [moments.Sum(each => entries(each)[0])];
    }

    // The motion of every field at every place. Shape [m, p, n].
    private static double[] Motions(Data.PointCloud places, Matrix fields)
    {
        var (p, n) = (fields.Rows, places.Dimension);
        var motions = new double[places.Count * p * n];
        for (var i = 0; i < places.Count; i++)
        {
            for (var f = 0; f < p; f++)
            {
                for (var a = 0; a < n; a++)
                {
                    var row = fields.Row(f).Slice(a * (n + 1), n + 1);
                    motions[(((i * p) + f) * n) + a] = TensorPrimitives.Dot(row[..n], places.Row(i)) + row[n];
                }
            }
        }

        return motions;
    }

    // With a fixed energy the denominator is that of (R1), otherwise the trace of the products at each
    // place.
    private static (double[][] S, double[][] M) Sum(double[] motions, int places, int n, int p, double[] products, double[] weights, int[] cells, int cellCount, double? energy = null)
    {
        var (s, m) = (Empty(cellCount, p), Empty(cellCount, p));
        var image = new double[n];
        for (var i = 0; i < places; i++)
        {
            var product = products.AsSpan(i * n * n, n * n);
            var trace = 0.0;
            for (var a = 0; a < n; a++)
            {
                trace += product[(a * n) + a];
            }

            var (sums, norms) = (s[cells[i]], m[cells[i]]);
            for (var f = 0; f < p; f++)
            {
                var first = motions.AsSpan(((i * p) + f) * n, n);
                for (var a = 0; a < n; a++)
                {
                    image[a] = TensorPrimitives.Dot(product.Slice(a * n, n), first);
                }

                for (var g = 0; g <= f; g++)
                {
                    var second = motions.AsSpan(((i * p) + g) * n, n);
                    sums[(f * p) + g] += weights[i] * TensorPrimitives.Dot<double>(image, second);
                    norms[(f * p) + g] += weights[i] * (energy ?? trace) * TensorPrimitives.Dot<double>(first, second);
                }
            }
        }

        foreach (var sums in s.Concat(m))
        {
            for (var f = 0; f < p; f++)
            {
                for (var g = 0; g < f; g++)
                {
                    sums[(g * p) + f] = sums[(f * p) + g];
                }
            }
        }

        return (s, m);
    }

    private static double[][] Empty(int count, int p) => [.. Enumerable.Range(0, count).Select(_ => new double[p * p])];
}
