using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.Invariants;

/// <summary>All linear and quadratic functions of points, in coordinates in which the points have unit covariance; each has variance 1 on normal points.</summary>
internal sealed class QuadraticFeatures
{
    private static readonly double HalfRoot = Math.Sqrt(0.5);
    private readonly double[] _mean;
    private readonly Matrix _whitening;

    private QuadraticFeatures(double[] mean, Matrix whitening)
    {
        _mean = mean;
        _whitening = whitening;
        Count = (Width * (Width + 1) / 2) + Width;
    }

    /// <summary>The number of functions.</summary>
    public int Count { get; }

    /// <summary>The number of directions in which the points extend.</summary>
    private int Width => _whitening.Rows;

    /// <summary>Functions for the points of all orbits; null when they do not extend.</summary>
    public static QuadraticFeatures? Of(IReadOnlyList<PointCloud> orbits)
    {
        var d = orbits[0].Dimension;
        var (mean, covariance, points) = (new double[d], new double[d * d], (double)orbits.Sum(orbit => orbit.Count));
        foreach (var orbit in orbits)
        {
            TensorPrimitives.MultiplyAdd(orbit.Mean(), orbit.Count / points, mean, mean);
        }

        foreach (var orbit in orbits)
        {
            var own = new double[d * d];
            LocalGeometry.AddCovariance(orbit, [.. Enumerable.Range(0, orbit.Count)], mean, own);
            TensorPrimitives.MultiplyAdd(own, orbit.Count / points, covariance, covariance);
        }

        var eigen = SymmetricEigen.Of(Matrix.FromEntries(d, d, covariance));
        var kept = Enumerable.Range(0, d).Where(k => eigen.Values[k] > Tolerance.Rounding.Relative * eigen.Values[^1]).ToArray();
        return kept.Length == 0
            ? null
            : new(mean, Matrix.Generate(kept.Length, d, (k, j) => eigen.Vectors[kept[k], j] / Math.Sqrt(eigen.Values[kept[k]])));
    }

    /// <summary>The functions at a point.</summary>
    /// <param name="point">Shape [d].</param>
    /// <param name="into">Shape [count].</param>
    public void At(ReadOnlySpan<double> point, Span<double> into)
    {
        Span<double> relative = stackalloc double[point.Length];
        Span<double> white = stackalloc double[Width];
        TensorPrimitives.Subtract(point, _mean, relative);
        _whitening.Apply(relative, white);
        var next = 0;
        for (var i = 0; i < Width; i++)
        {
            into[next++] = HalfRoot * white[i] * white[i];
            for (var j = i + 1; j < Width; j++)
            {
                into[next++] = white[i] * white[j];
            }
        }

        white.CopyTo(into[next..]);
    }

    /// <summary>The function with these coefficients, in the coordinates of the points, up to a constant.</summary>
    /// <param name="coefficients">Shape [count].</param>
    public QuadraticFunction Function(ReadOnlySpan<double> coefficients)
    {
        var white = new double[Width * Width];
        var next = 0;
        for (var i = 0; i < Width; i++)
        {
            white[(i * Width) + i] = HalfRoot * coefficients[next++];
            for (var j = i + 1; j < Width; j++)
            {
                white[(i * Width) + j] = white[(j * Width) + i] = 0.5 * coefficients[next++];
            }
        }

        var quadratic = _whitening.Transposed * (Matrix.FromEntries(Width, Width, white) * _whitening);
        var (linear, atMean) = (new double[_mean.Length], new double[_mean.Length]);
        _whitening.Transposed.Apply(coefficients[next..], linear);
        quadratic.Apply(_mean, atMean);
        TensorPrimitives.MultiplyAdd(atMean, -2, linear, linear);
        return new(quadratic, [.. linear]);
    }
}
