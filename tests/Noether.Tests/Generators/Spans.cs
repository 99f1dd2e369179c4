using Noether.Numerics;

namespace Noether.Tests.Generators;

/// <summary>Spans of matrices, compared by an independent route: Gram-Schmidt and the singular values of the overlap.</summary>
internal static class Spans
{
    /// <summary>Sine of the largest principal angle between two spans; 1 when they differ in dimension.</summary>
    public static double Sine(IReadOnlyList<Matrix> found, IReadOnlyList<Matrix> truth)
    {
        if (found.Count != truth.Count || found.Count == 0)
        {
            return 1;
        }

        var (a, b) = (Orthonormal(found), Orthonormal(truth));
        var overlap = Matrix.Generate(a.Count, b.Count, (i, j) => a[i].InnerProduct(b[j]));
        return Math.Sqrt(Math.Max(0, 1 - SymmetricEigen.Of(overlap * overlap.Transposed).Values[0]));
    }

    /// <summary>The root mean square, over the entries, of what generators have beside the span of the true ones.</summary>
    public static double Off(IReadOnlyList<Matrix> found, IReadOnlyList<Matrix> truth)
    {
        return Math.Sqrt(found.Average(generator =>
        {
            var rest = Leaving(generator, truth);
            return rest.InnerProduct(rest) / rest.Entries.Length;
        }));
    }

    /// <summary>What a generator has beside the span of the true ones.</summary>
    public static Matrix Leaving(Matrix generator, IReadOnlyList<Matrix> truth) =>
        Orthonormal(truth).Aggregate(generator, (left, unit) => left - (unit.InnerProduct(left) * unit));

    /// <summary>The rotations of every coordinate plane.</summary>
    public static IReadOnlyList<Matrix> Rotations(int dimension) =>
        [.. from a in Enumerable.Range(0, dimension) from b in Enumerable.Range(a + 1, dimension - a - 1) select Rotation(dimension, a, b)];

    /// <summary>The rotation from axis a to axis b.</summary>
    public static Matrix Rotation(int dimension, int a, int b) =>
        Matrix.Generate(dimension, dimension, (i, j) => (i, j) == (b, a) ? 1 : (i, j) == (a, b) ? -1 : 0);

    private static List<Matrix> Orthonormal(IReadOnlyList<Matrix> matrices)
    {
        var basis = new List<Matrix>();
        foreach (var matrix in matrices)
        {
            var rest = basis.Aggregate(matrix, (sum, b) => sum - (b.InnerProduct(matrix) * b));
            basis.Add(1 / rest.Norm * rest);
        }

        return basis;
    }
}
