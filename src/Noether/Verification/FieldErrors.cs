using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>How a span of fields moves when a cell of places is left out, to first order: the errors of generators, Eq. (Y12).</summary>
internal static class FieldErrors
{
    /// <summary>The moves of the first fields out of their span, one set a cell; their sum of squares times (cells - 1) / cells is the variance. Shape [cells][count, r (r + 1)].</summary>
    /// <param name="test">The test.</param>
    /// <param name="search">The fields with their eigenvalues.</param>
    /// <param name="count">How many of them.</param>
    public static ImmutableArray<Matrix> Moves(SymmetryTest test, SymmetrySearch search, int count)
    {
        var cells = test.Inputs(0).Cells.Max() + 1;
        var (s, m) = (new double[cells][], new double[cells][]);
        for (var cell = 0; cell < cells; cell++)
        {
            (s[cell], m[cell]) = (new double[count * search.Fields.Columns], new double[count * search.Fields.Columns]);
        }

        for (var half = 0; half < test.HalfCount; half++)
        {
            Add(test, half, search.Fields, count, s, m);
        }

        return [.. Enumerable.Range(0, cells).Select(cell => Move(search, count, s[cell], m[cell]))];
    }

    // S v and M v of one cell for each field v: G A z' and tr(G) A z', each times z'.
    private static void Add(SymmetryTest test, int half, Matrix fields, int count, double[][] s, double[][] m)
    {
        var (places, parts, cells) = test.Inputs(half);
        var n = places.Dimension;
        var (motion, image, point) = (new double[n], new double[n], new double[n + 1]);
        point[n] = 1;
        for (var i = 0; i < places.Count; i++)
        {
            places.Row(i).CopyTo(point);
            var product = parts.Products.AsSpan(i * n * n, n * n);
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
