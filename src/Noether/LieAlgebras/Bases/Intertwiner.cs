using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Bases;

/// <summary>Changes of coordinates between equivalent representations.</summary>
internal static class Intertwiner
{
    /// <summary>Products with the linear map at most.</summary>
    private const int Products = 400;

    /// <summary>An orthogonal T with T A_a = B_a T for skew A and B of equivalent representations: a random solution, made orthogonal.</summary>
    public static Matrix Orthogonal(ImmutableArray<Matrix> from, ImmutableArray<Matrix> to, Seed seed)
    {
        var n = from[0].Rows;
        var entries = n * n;
        var stream = seed.Stream();
        var start = Enumerable.Range(0, entries).Select(_ => stream.NextGaussian()).ToArray();
        var solution = Matrix.FromEntries(n, n, LeastSquares.NearestInKernel(new(entries, from.Length * entries, Apply, ApplyTransposed), start, Tolerance.Rounding.Absolute, Products));

        // (T^T T)^(-1/2) commutes with the representation, so that T stays a solution.
        var spectrum = SymmetricEigen.Of(solution.Transposed * solution);
        var root = spectrum.Vectors.Transposed * Matrix.Generate(n, n, (k, i) => spectrum.Vectors[k, i] / Math.Sqrt(spectrum.Values[k]));
        return solution * root;

        void Apply(double[] x, double[] image)
        {
            var t = Matrix.FromEntries(n, n, x);
            for (var a = 0; a < from.Length; a++)
            {
                (t * from[a] - to[a] * t).Entries.CopyTo(image.AsSpan(a * entries));
            }
        }

        void ApplyTransposed(double[] image, double[] x)
        {
            var sum = Matrix.Zero(n, n);
            for (var a = 0; a < from.Length; a++)
            {
                var part = Matrix.FromEntries(n, n, image.AsSpan(a * entries, entries));
                sum += part * from[a].Transposed - to[a].Transposed * part;
            }

            sum.Entries.CopyTo(x);
        }
    }
}
