namespace Noether.Functions;

/// <summary>
/// Products of Legendre polynomials of the coordinates up to a total degree, by increasing degree: those of a lower degree come first.
/// Each coordinate is divided by its largest size, so that it lies between -1 and 1 on the samples.
/// </summary>
internal sealed class PolynomialBasis
{
    private readonly double[] _scales;
    private readonly int[] _parents; // the product without its last factor
    private readonly int[] _axes; // the coordinate of the last factor
    private readonly int[] _powers; // the degree of the last factor
    private readonly int[] _counts; // products up to each degree

    /// <summary>Lists the products.</summary>
    /// <param name="scales">The largest size of each coordinate, above 0. Shape [n].</param>
    /// <param name="degree">The largest total degree, 0 or more.</param>
    public PolynomialBasis(double[] scales, int degree)
    {
        (_scales, Degree) = (scales, degree);
        var products = new List<(int Parent, int Axis, int Power)> { (0, -1, 0) };
        var ofDegree = new List<List<int>> { new() { 0 } };
        _counts = new int[degree + 1];
        _counts[0] = 1;
        for (var total = 1; total <= degree; total++)
        {
            var level = new List<int>();
            for (var power = 1; power <= total; power++)
            {
                foreach (var parent in ofDegree[total - power])
                {
                    for (var axis = products[parent].Axis + 1; axis < scales.Length; axis++)
                    {
                        level.Add(products.Count);
                        products.Add((parent, axis, power));
                    }
                }
            }

            ofDegree.Add(level);
            _counts[total] = products.Count;
        }

        _parents = [.. products.Select(product => product.Parent)];
        _axes = [.. products.Select(product => product.Axis)];
        _powers = [.. products.Select(product => product.Power)];
    }

    /// <summary>The largest total degree.</summary>
    public int Degree { get; }

    /// <summary>The number of products.</summary>
    public int Count => _parents.Length;

    /// <summary>The number of coordinates n.</summary>
    public int Dimension => _scales.Length;

    /// <summary>The number of products up to a total degree: (n + degree) over n.</summary>
    public int CountTo(int degree) => _counts[degree];

    /// <summary>The number of products of n coordinates up to a total degree; at most int.MaxValue.</summary>
    public static int CountOf(int dimension, int degree)
    {
        var count = 1.0;
        for (var i = 1; i <= degree; i++)
        {
            count = count * (dimension + i) / i;
        }

        return (int)Math.Min(Math.Round(count), int.MaxValue);
    }

    /// <summary>The products at a point. Shape [count].</summary>
    public void Values(ReadOnlySpan<double> point, Span<double> values)
    {
        Span<double> legendre = stackalloc double[Dimension * (Degree + 1)];
        Legendre(point, legendre, default);
        values[0] = 1;
        for (var i = 1; i < values.Length; i++)
        {
            values[i] = values[_parents[i]] * legendre[(_axes[i] * (Degree + 1)) + _powers[i]];
        }
    }

    /// <summary>The products and their gradients at a point. Shapes [count] and [count, n].</summary>
    public void ValuesAndGradients(ReadOnlySpan<double> point, Span<double> values, Span<double> gradients)
    {
        var (n, stride) = (Dimension, Degree + 1);
        Span<double> legendre = stackalloc double[n * stride];
        Span<double> slopes = stackalloc double[n * stride];
        Legendre(point, legendre, slopes);
        values[0] = 1;
        gradients[..n].Clear();
        for (var i = 1; i < values.Length; i++)
        {
            var (parent, axis, at) = (_parents[i], _axes[i], (_axes[i] * stride) + _powers[i]);
            var factor = legendre[at];
            values[i] = values[parent] * factor;
            var from = gradients.Slice(parent * n, n);
            var to = gradients.Slice(i * n, n);
            for (var j = 0; j < n; j++)
            {
                to[j] = from[j] * factor;
            }

            to[axis] += values[parent] * slopes[at];
        }
    }

    // (k + 1) P_(k+1) = (2 k + 1) u P_k - k P_(k-1), and P'_(k+1) = P'_(k-1) + (2 k + 1) P_k.
    private void Legendre(ReadOnlySpan<double> point, Span<double> values, Span<double> slopes)
    {
        var stride = Degree + 1;
        for (var axis = 0; axis < Dimension; axis++)
        {
            var p = values.Slice(axis * stride, stride);
            var u = point[axis] / _scales[axis];
            p[0] = 1;
            for (var k = 0; k < Degree; k++)
            {
                p[k + 1] = (((2 * k) + 1) * u * p[k] - (k > 0 ? k * p[k - 1] : 0)) / (k + 1);
            }

            if (slopes.IsEmpty)
            {
                continue;
            }

            var d = slopes.Slice(axis * stride, stride);
            d[0] = 0;
            for (var k = 0; k < Degree; k++)
            {
                d[k + 1] = (k > 0 ? d[k - 1] : 0) + (((2 * k) + 1) * p[k] / _scales[axis]);
            }
        }
    }
}
