using System.Numerics;

namespace Noether.Numerics;

/// <summary>The Schur form Q T Q* of a complex matrix, T upper triangular, by QR steps with Wilkinson's shift on the Hessenberg form.</summary>
/// <remarks>Our own, because a library's routine for general matrices was seen not to end on multiples of the identity with rounding.</remarks>
internal sealed class ComplexSchur
{
    /// <summary>QR steps per eigenvalue at most; three are usual.</summary>
    private const int StepsPerEigenvalue = 60;

    /// <summary>After this many steps without success a shift is taken at random instead.</summary>
    private const int Patience = 10;

    /// <summary>The distance from 1 to the next double.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    private readonly int _n;
    private readonly Complex[,] _t;
    private readonly Complex[,] _q;

    private ComplexSchur(ComplexSchur other)
    {
        _n = other._n;
        _t = (Complex[,])other._t.Clone();
        _q = (Complex[,])other._q.Clone();
    }

    private ComplexSchur(Complex[,] matrix)
    {
        _n = matrix.GetLength(0);
        _t = (Complex[,])matrix.Clone();
        _q = new Complex[_n, _n];
        for (var i = 0; i < _n; i++)
        {
            _q[i, i] = 1;
        }
    }

    /// <summary>T.</summary>
    public Complex[,] Triangle => _t;

    /// <summary>Q, unitary.</summary>
    public Complex[,] Unitary => _q;

    /// <summary>Decomposes a square matrix.</summary>
    /// <exception cref="ArithmeticException">The iteration does not converge, as for numbers that are not finite.</exception>
    public static ComplexSchur Of(Complex[,] matrix)
    {
        var schur = new ComplexSchur(matrix);
        schur.ReduceToHessenberg();
        schur.Triangularise();
        return schur;
    }

    /// <summary>The unitary matrix of a Schur form in which some eigenvalues lead, all copies of each: its first columns span their invariant subspace. Shape [n, n].</summary>
    /// <param name="indices">Their places on the diagonal of T; they change them with their neighbours.</param>
    public Complex[,] Leading(IEnumerable<int> indices)
    {
        var ordered = new ComplexSchur(this);
        var leading = 0;
        foreach (var index in indices.Order())
        {
            for (var place = index - 1; place >= leading; place--)
            {
                ordered.Exchange(place);
            }

            leading++;
        }

        return ordered._q;
    }

    /// <summary>Lets two neighbours on the diagonal of T change places.</summary>
    private void Exchange(int k)
    {
        Rotate(k, k + 1, _t[k, k + 1], _t[k + 1, k + 1] - _t[k, k], 0);
        _t[k + 1, k] = 0;
    }

    private void ReduceToHessenberg()
    {
        for (var column = 0; column < _n - 2; column++)
        {
            for (var row = column + 2; row < _n; row++)
            {
                if (_t[row, column] != Complex.Zero)
                {
                    Rotate(column + 1, row, _t[column + 1, column], _t[row, column], 0);
                    _t[row, column] = 0;
                }
            }
        }
    }

    private void Triangularise()
    {
        var scale = Scale();
        var last = _n - 1;
        for (var step = 0; last > 0; step++)
        {
            var first = last;
            while (first > 0 && Complex.Abs(_t[first, first - 1]) > Epsilon * Size(first, scale))
            {
                first--;
            }

            if (first > 0)
            {
                _t[first, first - 1] = 0;
            }

            if (first == last)
            {
                last--;
                step = -1;
                continue;
            }

            if (step >= StepsPerEigenvalue)
            {
                throw new ArithmeticException($"The eigenvalues of a {_n} x {_n} matrix were not found in {StepsPerEigenvalue} steps.");
            }

            Step(first, last, step % Patience == Patience - 1 ? _t[last, last] + Complex.Abs(_t[last, last - 1]) : Shift(last));
        }
    }

    private double Scale()
    {
        var largest = 0.0;
        foreach (var entry in _t)
        {
            largest = Math.Max(largest, Complex.Abs(entry));
        }

        return largest;
    }

    /// <summary>What an entry below the diagonal is small against: its neighbours, or the whole matrix where they vanish.</summary>
    private double Size(int row, double scale) => Math.Max(Complex.Abs(_t[row, row]) + Complex.Abs(_t[row - 1, row - 1]), scale);

    /// <summary>The eigenvalue of the last two rows that is nearer to the last entry.</summary>
    private Complex Shift(int last)
    {
        var (a, b, c, d) = (_t[last - 1, last - 1], _t[last - 1, last], _t[last, last - 1], _t[last, last]);
        var half = (a - d) / 2;
        var root = Complex.Sqrt((half * half) + (b * c));
        var sum = Complex.Abs(half + root) >= Complex.Abs(half - root) ? half + root : half - root;
        return sum == Complex.Zero ? d : d - (b * c / sum);
    }

    /// <summary>One implicit QR step on the rows first .. last: chase the bulge down.</summary>
    private void Step(int first, int last, Complex shift)
    {
        var (x, y) = (_t[first, first] - shift, _t[first + 1, first]);
        for (var k = first; k < last; k++)
        {
            Rotate(k, k + 1, x, y, Math.Max(first, k - 1));
            if (k > first)
            {
                _t[k + 1, k - 1] = 0;
            }

            if (k + 2 <= last)
            {
                (x, y) = (_t[k + 1, k], _t[k + 2, k]);
            }
        }
    }

    /// <summary>The similarity by the rotation of rows i, j that sends (x, y) to (r, 0); rows from a column on.</summary>
    private void Rotate(int i, int j, Complex x, Complex y, int from)
    {
        var norm = Math.Sqrt((x.Real * x.Real) + (x.Imaginary * x.Imaginary) + (y.Real * y.Real) + (y.Imaginary * y.Imaginary));
        if (norm == 0)
        {
            return;
        }

        var (c, s) = (x / norm, y / norm);
        for (var k = from; k < _n; k++)
        {
            (_t[i, k], _t[j, k]) = ((Complex.Conjugate(c) * _t[i, k]) + (Complex.Conjugate(s) * _t[j, k]), (c * _t[j, k]) - (s * _t[i, k]));
        }

        for (var k = 0; k < _n; k++)
        {
            (_t[k, i], _t[k, j]) = ((c * _t[k, i]) + (s * _t[k, j]), (Complex.Conjugate(c) * _t[k, j]) - (Complex.Conjugate(s) * _t[k, i]));
            (_q[k, i], _q[k, j]) = ((c * _q[k, i]) + (s * _q[k, j]), (Complex.Conjugate(c) * _q[k, j]) - (Complex.Conjugate(s) * _q[k, i]));
        }
    }
}
