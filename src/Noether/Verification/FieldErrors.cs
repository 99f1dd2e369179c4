using System.Numerics.Tensors;
using MathNet.Numerics.Distributions;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>How a span of fields moves when a cell of places is left out, to first order: the errors of generators, Eq. (Y12).</summary>
internal static class FieldErrors
{
    /// <summary>
    /// The moves of the first fields out of their span when a cell of places, or a part of the samples, is left out, each times the
    /// root of its factor in the jackknife: the sum of squares is the variance.
    /// </summary>
    /// <param name="test">The test.</param>
    /// <param name="search">The fields with their eigenvalues.</param>
    /// <param name="count">How many of them.</param>
    /// <returns>Each of shape [count, r (r + 1)].</returns>
    public static ImmutableArray<Matrix> Moves(SymmetryTest test, SymmetrySearch search, int count)
    {
        // The search normalises its fields by the sum over halves, of which all parts together are the mean.
        var (all, cells) = (test.All, test.Cells);
        var (groups, size) = (cells.Max() + 1, count * search.Fields.Columns);
        var (s, m) = (Empty(groups, size), Empty(groups, size));
        Add(test.Places, all, all.Products, cells, search.Fields, count, s, m);
        var moves = Enumerable.Range(0, groups).Select(cell => test.HalfCount * Factor(groups) * Move(search, count, s[cell], m[cell]));
        return [.. moves, .. all.Parts.Select(part => test.ProductsWithout(all, part)).OfType<double[]>().Select(WithoutPart)];

        Matrix WithoutPart(double[] products)
        {
            var change = products.Zip(all.Products, (less, every) => every - less).ToArray();
            var (ps, pm) = (Empty(1, size), Empty(1, size));
            Add(test.Places, all, change, new int[cells.Length], search.Fields, count, ps, pm);
            return test.HalfCount * Factor(all.Parts.Length) * Move(search, count, ps[0], pm[0]);
        }
    }

    /// <summary>
    /// The largest square of an asymmetry that errors of the fields bring with them, at some level. All parts chose the fields, and both
    /// halves may be wrong alike: then they agree, and what judges sees nothing, Rule (R5).
    /// </summary>
    /// <param name="test">The test.</param>
    /// <param name="search">The fields with their eigenvalues.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="level">How sure the bound is.</param>
    public static double Margin(SymmetryTest test, SymmetrySearch search, int count, double level)
    {
        var forms = Enumerable.Range(0, test.HalfCount).Select(test.Forms).ToArray();
        var (s, m) = (forms.Select(form => form.S).Aggregate((a, b) => a + b), forms.Select(form => form.M).Aggregate((a, b) => a + b));
        var fields = search.Fields.FirstRows(count);
        var energy = Moves(test, search, count).Select(move => move * s * move.Transposed).Aggregate((a, b) => a + b);
        return Math.Max(0, GeneralisedEigen.Largest(energy, fields * m * fields.Transposed) ?? 0) * Quantile();

        double Quantile()
        {
            var directions = Math.Clamp(search.Fields.Rows - count, 1, MostDirections);
            var groups = test.All.Parts.Length > 2 ? test.All.Parts.Length : test.Cells.Max() + 1;
            return FisherSnedecor.InvCDF(directions, directions * (groups - 1), level);
        }
    }

    // Errors of fields lie in a few directions.
    private const int MostDirections = 4;

    private static double Factor(int groups) => Math.Sqrt((groups - 1.0) / groups);

    private static double[][] Empty(int count, int size) => [.. Enumerable.Range(0, count).Select(_ => new double[size])];

    // S v and M v of one cell for each field v: G A z' and tr(G) A z', each times z'.
    private static void Add(PointCloud places, SymmetryTest.Half parts, double[] products, int[] cells, Matrix fields, int count, double[][] s, double[][] m)
    {
        var n = places.Dimension;
        var (motion, image, point) = (new double[n], new double[n], new double[n + 1]);
        point[n] = 1;
        for (var i = 0; i < places.Count; i++)
        {
            places.Row(i).CopyTo(point);
            var product = products.AsSpan(i * n * n, n * n);
            var trace = 0.0;
            for (var a = 0; a < n; a++)
            {
                trace += product[(a * n) + a];
            }

            for (var f = 0; f < count; f++)
            {
                for (var a = 0; a < n; a++)
                {
                    motion[a] = TensorPrimitives.Dot(fields.Row(f).Slice(a * (n + 1), n + 1), point);
                }

                for (var a = 0; a < n; a++)
                {
                    image[a] = TensorPrimitives.Dot(product.Slice(a * n, n), motion);
                    var at = (f * fields.Columns) + (a * (n + 1));
                    var form = s[cells[i]].AsSpan(at, n + 1);
                    var norm = m[cells[i]].AsSpan(at, n + 1);
                    TensorPrimitives.MultiplyAdd(point, parts.Weights[i] / places.Count * image[a], form, form);
                    TensorPrimitives.MultiplyAdd(point, parts.Weights[i] / places.Count * trace * motion[a], norm, norm);
                }
            }
        }
    }

    // v moves by the sum over j outside of v_j (v_j^T (dS - a dM) v) / (a - a_j), with dS and dM less the cell's.
    private static Matrix Move(SymmetrySearch search, int count, double[] s, double[] m)
    {
        var (q, width) = (search.Fields.Rows, search.Fields.Columns);
        var moves = new double[count * width];
        for (var f = 0; f < count; f++)
        {
            var change = new double[width];
            TensorPrimitives.MultiplyAdd(m.AsSpan(f * width, width), -search.Squares[f], s.AsSpan(f * width, width), change);
            for (var j = count; j < q; j++)
            {
                var distance = search.Squares[f] - search.Squares[j];
                var share = distance < 0 ? -TensorPrimitives.Dot(search.Fields.Row(j), change) / distance : 0;
                TensorPrimitives.MultiplyAdd(search.Fields.Row(j), share, moves.AsSpan(f * width, width), moves.AsSpan(f * width, width));
            }
        }

        return Matrix.FromEntries(count, width, moves);
    }
}
