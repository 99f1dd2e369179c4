using System.Numerics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Real antisymmetric matrices of irreducible representations of su(2), built from the ladder operators.</summary>
internal static class Irreps
{
    /// <summary>The three generators of spin j = twice / 2: on R^(2j+1) for whole j, on C^(2j+1) = R^(4j+2) for half ones.</summary>
    public static Matrix[] OfSpin(int twice)
    {
        var n = twice + 1;
        var j = twice / 2.0;
        Complex Up(int row, int column) => row == column - 1 ? Math.Sqrt((j * (j + 1)) - ((j - column) * (j - column + 1))) : 0;
        var operators = new Func<int, int, Complex>[]
        {
            (a, b) => (Up(a, b) + Up(b, a)) / 2,
            (a, b) => (Up(a, b) - Up(b, a)) / (2 * Complex.ImaginaryOne),
            (a, b) => a == b ? j - a : 0,
        };
        return [.. operators.Select(of => twice % 2 == 0 ? OnRealBasis(of, n) : Realified(of, n))];
    }

    /// <summary>Matrices side by side, as blocks.</summary>
    public static Matrix[] Sum(Matrix[] first, Matrix[] second) => [.. first.Zip(second, (a, b) => Matrix.Generate(
        a.Rows + b.Rows,
        a.Rows + b.Rows,
        (i, j) => i < a.Rows && j < a.Rows ? a[i, j] : i >= a.Rows && j >= a.Rows ? b[i - a.Rows, j - a.Rows] : 0))];

    /// <summary>A group element, even over SU(2).</summary>
    public static Matrix Element(Matrix[] generators, RandomStream random)
    {
        double[] q = [random.NextGaussian(), random.NextGaussian(), random.NextGaussian(), random.NextGaussian()];
        var axis = Math.Sqrt((q[1] * q[1]) + (q[2] * q[2]) + (q[3] * q[3]));
        var angle = 2 * Math.Atan2(axis, q[0]);
        return MatrixExponential.Of(angle / axis * ((q[1] * generators[0]) + (q[2] * generators[1]) + (q[3] * generators[2])));
    }

    private static Matrix Realified(Func<int, int, Complex> of, int n) => Matrix.Generate(2 * n, 2 * n, (row, column) =>
    {
        var entry = -Complex.ImaginaryOne * of(row % n, column % n);
        return row / n == column / n ? entry.Real : row < n ? -entry.Imaginary : entry.Imaginary;
    });

    /// <summary>On the combinations of weights m and -m that are real (spherical harmonics).</summary>
    private static Matrix OnRealBasis(Func<int, int, Complex> of, int n)
    {
        var l = n / 2;
        Complex Basis(int component, int column)
        {
            var m = (column + 1) / 2;
            var sign = m % 2 == 0 ? 1 : -1;
            return (column % 2, component - l) switch
            {
                _ when column == 0 => component == l ? 1 : 0,
                (1, var at) when at == m => Math.Sqrt(0.5),
                (1, var at) when at == -m => sign * Math.Sqrt(0.5),
                (0, var at) when at == m => Complex.ImaginaryOne * Math.Sqrt(0.5),
                (0, var at) when at == -m => -sign * Complex.ImaginaryOne * Math.Sqrt(0.5),
                _ => 0,
            };
        }

        return Matrix.Generate(n, n, (row, column) =>
        {
            var sum = Complex.Zero;
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++)
                {
                    sum += Complex.Conjugate(Basis(a, row)) * -Complex.ImaginaryOne * of(a, b) * Basis(b, column);
                }
            }

            return sum.Real;
        });
    }
}
