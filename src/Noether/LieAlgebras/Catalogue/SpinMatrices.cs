using System.Numerics;
using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>The irreps of su(2) in real coordinates.</summary>
internal static class SpinMatrices
{
    /// <summary>Generators with [J_1, J_2] = J_3 of the irrep of a complex dimension.</summary>
    public static ImmutableArray<Matrix> Of(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        var spin = (dimension - 1) / 2.0;
        double Raising(int i, int j) => i == j - 1 ? Math.Sqrt((spin * (spin + 1)) - ((spin - j) * (spin - j + 1))) : 0; // <i| J+ |j>, m = spin - j
        Complex[][,] hermitian =
        [
            Table(dimension, (i, j) => 0.5 * (Raising(i, j) + Raising(j, i))),
            Table(dimension, (i, j) => new Complex(0, -0.5) * (Raising(i, j) - Raising(j, i))),
            Table(dimension, (i, j) => i == j ? spin - i : 0),
        ];
        return dimension % 2 == 0
            ? [.. hermitian.Select(j => ComplexGenerators.Real(dimension, (row, column) => -Complex.ImaginaryOne * j[row, column]))]
            : [.. hermitian.Select(j => InRealBasis(dimension, j))];
    }

    /// <summary>-i J in the basis of real combinations of |m> and |-m>, in which it is real: cosine and sine harmonics.</summary>
    private static Matrix InRealBasis(int dimension, Complex[,] j)
    {
        var spin = (dimension - 1) / 2;
        var unitary = Table(dimension, (row, column) => Harmonic(row - spin, spin - column));
        return Matrix.Generate(dimension, dimension, (row, column) =>
        {
            var sum = Complex.Zero;
            for (var a = 0; a < dimension; a++)
            {
                for (var b = 0; b < dimension; b++)
                {
                    sum += unitary[row, a] * -Complex.ImaginaryOne * j[a, b] * Complex.Conjugate(unitary[column, b]);
                }
            }

            return sum.Real;
        });
    }

    /// <summary>Component of the real harmonic number k (k &gt; 0 cosine, k &lt; 0 sine) along |m>, with |-m> = (-1)^m conj |m>.</summary>
    private static Complex Harmonic(int k, int m)
    {
        var half = Math.Sqrt(0.5);
        var parity = m % 2 == 0 ? 1 : -1;
        return (Math.Abs(k) == Math.Abs(m), k, m) switch
        {
            (false, _, _) => 0,
            (_, 0, _) => 1,
            (_, > 0, > 0) => parity * half,
            (_, > 0, _) => half,
            (_, _, > 0) => new Complex(0, -parity * half),
            _ => new Complex(0, half),
        };
    }

    private static Complex[,] Table(int n, Func<int, int, Complex> entry)
    {
        var table = new Complex[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                table[i, j] = entry(i, j);
            }
        }

        return table;
    }
}
