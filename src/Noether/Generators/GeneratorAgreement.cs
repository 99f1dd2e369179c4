using Noether.Numerics;

namespace Noether.Generators;

/// <summary>How far the spans of two estimates lie apart.</summary>
public static class GeneratorAgreement
{
    /// <summary>The sine of the largest principal angle between two spans: 0 when they are equal, or the smaller lies in the larger; 1 when some direction of the smaller is foreign to the larger.</summary>
    /// <param name="first">Matrices of one shape, at least one.</param>
    /// <param name="second">Matrices of the same shape, at least one.</param>
    /// <exception cref="ArgumentException">A span is empty.</exception>
    public static double Sine(IReadOnlyList<Matrix> first, IReadOnlyList<Matrix> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            throw new ArgumentException($"Two spans of generators are compared; they have {first.Count} and {second.Count} matrices.", nameof(first));
        }

        var (small, large) = first.Count <= second.Count ? (Orthonormal(first), Orthonormal(second)) : (Orthonormal(second), Orthonormal(first));
        var overlap = Matrix.Generate(small.Count, large.Count, (i, j) => small[i].InnerProduct(large[j]));
        return Math.Sqrt(Math.Max(0, 1 - SymmetricEigen.Of(overlap * overlap.Transposed).Values[0]));
    }

    private static List<Matrix> Orthonormal(IReadOnlyList<Matrix> matrices)
    {
        var basis = new List<Matrix>();
        foreach (var matrix in matrices)
        {
            var rest = basis.Aggregate(matrix, (sum, b) => sum - (b.InnerProduct(matrix) * b));
            if (rest.Norm > Tolerance.Rounding.Relative * matrix.Norm)
            {
                basis.Add(1 / rest.Norm * rest);
            }
        }

        return basis;
    }
}
