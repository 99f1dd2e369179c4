using Noether.LieAlgebras.Closing;
using Noether.Numerics;

namespace Noether.LieAlgebras.Bases;

/// <summary>Sparse bases of a span of matrices: rotations of an orthonormal basis that make the sum of the fourth powers of the entries large.</summary>
internal static class Quartimax
{
    /// <summary>Sweeps over all pairs at most; a dozen are usual.</summary>
    private const int Sweeps = 100;

    /// <summary>A sweep whose largest angle is below this has ended the search.</summary>
    private const double SmallAngle = 1e-9;

    /// <summary>The basis, each matrix scaled so that its largest entry is 1.</summary>
    public static ImmutableArray<Matrix> Sparse(ImmutableArray<Matrix> basis)
    {
        var vectors = Orthonormal.Nearest(basis).Select(matrix => matrix.Entries.ToArray()).ToArray();
        for (var sweep = 0; sweep < Sweeps && Sweep(vectors) > SmallAngle; sweep++)
        {
        }

        var size = basis[0].Rows;
        return [.. vectors.Select(vector => Matrix.FromEntries(size, size, vector)).Select(matrix => 1 / Largest(matrix) * matrix)];
    }

    private static double Sweep(double[][] vectors)
    {
        var largest = 0.0;
        for (var a = 0; a < vectors.Length; a++)
        {
            for (var b = a + 1; b < vectors.Length; b++)
            {
                var angle = Angle(vectors[a], vectors[b]);
                Rotate(vectors[a], vectors[b], angle);
                largest = Math.Max(largest, Math.Abs(angle));
            }
        }

        return largest;
    }

    /// <summary>The best angle: x^4 + y^4 summed over the entries turns with four times the angle.</summary>
    private static double Angle(double[] x, double[] y)
    {
        var (cosine, sine) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (u, v) = (x[i] * x[i] - y[i] * y[i], 2 * x[i] * y[i]);
            cosine += u * u - v * v;
            sine += 2 * u * v;
        }

        return cosine == 0 && sine == 0 ? 0 : Math.Atan2(sine, cosine) / 4;
    }

    private static void Rotate(double[] x, double[] y, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle);
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = (cosine * x[i] + sine * y[i], cosine * y[i] - sine * x[i]);
        }
    }

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
