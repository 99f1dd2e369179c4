using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Structure;

/// <summary>Matrices that commute with given ones.</summary>
internal static class Commutant
{
    /// <summary>Products with the linear map and its transpose at most, each, per element.</summary>
    internal const int Products = 400;

    /// <summary>A random element of the commutant: the nearest one to a matrix of Gaussian entries. Generic, so that its eigenspaces are as small as they can be.</summary>
    /// <param name="matrices">Square matrices of one size, at least one.</param>
    /// <param name="seed">Where the Gaussian entries come from.</param>
    /// <param name="symmetric">Whether to start from a symmetric matrix; for skew matrices the result is symmetric then.</param>
    public static Matrix RandomElement(IReadOnlyList<Matrix> matrices, Seed seed, bool symmetric)
    {
        var n = matrices[0].Rows;
        var stream = seed.Stream();
        var start = Matrix.FromEntries(n, n, [.. Enumerable.Range(0, n * n).Select(_ => stream.NextGaussian())]);
        start = symmetric ? 0.5 * (start + start.Transposed) : start;
        return Matrix.FromEntries(n, n, LeastSquares.NearestInKernel(Map(matrices), start.Entries.ToArray(), Tolerance.Rounding.Absolute, Products));
    }

    private static LinearMap Map(IReadOnlyList<Matrix> matrices)
    {
        var n = matrices[0].Rows;
        var entries = n * n;
        return new(entries, matrices.Count * entries, Apply, ApplyTransposed);

        void Apply(double[] element, double[] image)
        {
            var x = Matrix.FromEntries(n, n, element);
            for (var a = 0; a < matrices.Count; a++)
            {
                matrices[a].Commutator(x).Entries.CopyTo(image.AsSpan(a * entries));
            }
        }

        void ApplyTransposed(double[] image, double[] element)
        {
            var sum = Matrix.Zero(n, n);
            for (var a = 0; a < matrices.Count; a++)
            {
                sum += matrices[a].Transposed.Commutator(Matrix.FromEntries(n, n, image.AsSpan(a * entries, entries)));
            }

            sum.Entries.CopyTo(element);
        }
    }
}
