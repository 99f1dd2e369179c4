using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>Bases of Z^p whose first vectors are short in another metric.</summary>
/// <remarks>A. K. Lenstra, H. W. Lenstra and L. Lovasz, Math. Ann. 261 (1982) 515; in floating point, for the small numbers that weights are.</remarks>
internal static class LatticeReduction
{
    /// <summary>A vector moves forward when that shortens it to less than this share of the square of the one before.</summary>
    private const double Lovasz = 0.99;

    /// <summary>Exchanges of neighbours at most, per vector; reduction of a basis that was reduced in a metric nearby needs a few.</summary>
    private const int Exchanges = 1000;

    /// <summary>A basis of the same lattice, reduced in the metric |S q|.</summary>
    /// <param name="basis">Integer vectors q, independent. Shape [count][p].</param>
    /// <param name="metric">S. Shape [p, p].</param>
    public static long[][] Reduced(long[][] basis, Matrix metric)
    {
        var integers = basis.Select(vector => (long[])vector.Clone()).ToArray();
        var vectors = integers.Select(vector => Image(metric, vector)).ToArray();
        var orthogonal = new double[vectors.Length][];
        var exchanges = Exchanges * vectors.Length;
        for (var k = 0; k < vectors.Length;)
        {
            orthogonal[k] = Orthogonalised(k);
            if (k > 0 && exchanges > 0 && Square(orthogonal[k]) < (Lovasz - Math.Pow(Coefficient(k, k - 1), 2)) * Square(orthogonal[k - 1]))
            {
                (integers[k], integers[k - 1]) = (integers[k - 1], integers[k]);
                (vectors[k], vectors[k - 1]) = (vectors[k - 1], vectors[k]);
                exchanges--;
                k--;
            }
            else
            {
                k++;
            }
        }

        return integers;

        double Coefficient(int k, int j) => TensorPrimitives.Dot<double>(vectors[k], orthogonal[j]) / Square(orthogonal[j]);

        // Takes multiples of the vectors before it away, then what is left of their directions.
        double[] Orthogonalised(int k)
        {
            for (var j = k - 1; j >= 0; j--)
            {
                var multiple = (long)Math.Round(Coefficient(k, j));
                for (var i = 0; i < integers[k].Length; i++)
                {
                    integers[k][i] -= multiple * integers[j][i];
                }

                TensorPrimitives.MultiplyAdd(vectors[j], -(double)multiple, vectors[k], vectors[k]);
            }

            var rest = (double[])vectors[k].Clone();
            for (var j = 0; j < k; j++)
            {
                TensorPrimitives.MultiplyAdd(orthogonal[j], -Coefficient(k, j), rest, rest);
            }

            return rest;
        }
    }

    private static double[] Image(Matrix metric, long[] vector)
    {
        var image = new double[metric.Rows];
        metric.Apply([.. vector.Select(entry => (double)entry)], image);
        return image;
    }

    private static double Square(double[] vector) => TensorPrimitives.SumOfSquares<double>(vector);
}
