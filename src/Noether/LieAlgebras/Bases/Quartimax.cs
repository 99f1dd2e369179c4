using Noether.LieAlgebras.Closing;
using Noether.Numerics;

namespace Noether.LieAlgebras.Bases;

/// <summary>Sparse bases of a span of matrices: rotations, of an orthonormal basis and of the coordinates, that make the sum of the fourth powers of the entries large.</summary>
internal static class Quartimax
{
    /// <summary>Sweeps over all pairs at most; a dozen are usual.</summary>
    private const int Sweeps = 100;

    /// <summary>A sweep that adds no more than this share to the sum has ended the search but for one more, which takes the angles from the root of it to rounding; angles alone never end where the sum does not tell directions apart.</summary>
    private const double SmallGain = 1e-14;

    /// <summary>The basis in the coordinates as they are, each matrix scaled so that its largest entry is 1.</summary>
    public static ImmutableArray<Matrix> Sparse(ImmutableArray<Matrix> basis)
    {
        var vectors = Vectors(basis);
        Search(vectors, () => SweepBasis(vectors));
        return Scaled(vectors, basis[0].Rows);
    }

    /// <summary>The basis of skew matrices in turned coordinates, scaled likewise, and the turn of the coordinates x -> T x.</summary>
    /// <param name="basis">Linearly independent skew matrices. Shape [m][n, n].</param>
    public static (ImmutableArray<Matrix> Basis, Matrix Turn) SparseWithCoordinates(ImmutableArray<Matrix> basis)
    {
        var size = basis[0].Rows;
        var vectors = Vectors(basis);
        double[][] axes = [.. Enumerable.Range(0, size).Select(i => Matrix.Identity(size).Row(i).ToArray())];
        Search(vectors, () =>
        {
            SweepBasis(vectors);
            SweepCoordinates(vectors, axes);
        });
        return (Scaled(vectors, size), Matrix.FromRows(axes));
    }

    private static double[][] Vectors(ImmutableArray<Matrix> basis) => [.. Orthonormal.Nearest(basis).Select(matrix => matrix.Entries.ToArray())];

    private static void Search(double[][] vectors, Action sweep)
    {
        var sum = 0.0;
        for (var count = 0; count < Sweeps; count++)
        {
            sweep();
            var next = vectors.Sum(vector => vector.Sum(entry => entry * entry * entry * entry));
            if (next - sum <= SmallGain * next)
            {
                sweep();
                return;
            }

            sum = next;
        }
    }

    private static void SweepBasis(double[][] vectors)
    {
        foreach (var (a, b) in Pairs(vectors.Length))
        {
            Rotate(vectors[a], vectors[b], Angle(vectors[a], vectors[b]));
        }
    }

    /// <summary>Turns pairs of coordinates: rows and columns of skew matrices turn alike, but for the entry of the pair itself, which stays.</summary>
    private static void SweepCoordinates(double[][] vectors, double[][] axes)
    {
        var size = axes.Length;
        var (x, y) = (new double[vectors.Length * size], new double[vectors.Length * size]);
        foreach (var (i, j) in Pairs(size))
        {
            Take(vectors, size, (i, j), x);
            Take(vectors, size, (j, i), y);
            var angle = Angle(x, y);
            Rotate(x, y, angle);
            Rotate(axes[i], axes[j], angle);
            Put(vectors, size, (i, j), x);
            Put(vectors, size, (j, i), y);
        }
    }

    /// <summary>A row of each matrix, with zeros where it meets the pair.</summary>
    private static void Take(double[][] vectors, int size, (int Row, int Other) pair, double[] entries)
    {
        for (var a = 0; a < vectors.Length; a++)
        {
            vectors[a].AsSpan(pair.Row * size, size).CopyTo(entries.AsSpan(a * size));
            entries[(a * size) + pair.Row] = 0;
            entries[(a * size) + pair.Other] = 0;
        }
    }

    /// <summary>Puts a row of each matrix back, and the column with it, but for what the pair itself holds.</summary>
    private static void Put(double[][] vectors, int size, (int Row, int Other) pair, double[] entries)
    {
        for (var a = 0; a < vectors.Length; a++)
        {
            for (var k = 0; k < size; k++)
            {
                if (k != pair.Row && k != pair.Other)
                {
                    vectors[a][(pair.Row * size) + k] = entries[(a * size) + k];
                    vectors[a][(k * size) + pair.Row] = 0 - entries[(a * size) + k];
                }
            }
        }
    }

    private static IEnumerable<(int First, int Second)> Pairs(int count) => from a in Enumerable.Range(0, count) from b in Enumerable.Range(a + 1, count - a - 1) select (a, b);

    /// <summary>The best angle: x^4 + y^4 summed over the entries turns with four times the angle.</summary>
    private static double Angle(double[] x, double[] y)
    {
        var (cosine, sine) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (u, v) = ((x[i] * x[i]) - (y[i] * y[i]), 2 * x[i] * y[i]);
            cosine += (u * u) - (v * v);
            sine += 2 * u * v;
        }

        return double.Hypot(cosine, sine) <= Tolerance.Rounding.Absolute ? 0 : Math.Atan2(sine, cosine) / 4;
    }

    private static void Rotate(double[] x, double[] y, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle);
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = ((cosine * x[i]) + (sine * y[i]), (cosine * y[i]) - (sine * x[i]));
        }
    }

    private static ImmutableArray<Matrix> Scaled(double[][] vectors, int size) =>
        [.. vectors.Select(vector => Matrix.FromEntries(size, size, vector)).Select(matrix => 1 / Largest(matrix) * matrix).Select(WithoutRounding)];

    /// <summary>Entries next to the largest, which is 1, that are rounding are zero.</summary>
    private static Matrix WithoutRounding(Matrix matrix) =>
        Matrix.Generate(matrix.Rows, matrix.Columns, (i, j) => Math.Abs(matrix[i, j]) <= Tolerance.Rounding.Relative ? 0 : matrix[i, j]);

    private static double Largest(Matrix matrix)
    {
        var largest = 0.0;
        foreach (var entry in matrix.Entries)
        {
            largest = Math.Abs(entry) > Math.Abs(largest) + Tolerance.Rounding.Relative ? entry : largest;
        }

        return largest;
    }
}
