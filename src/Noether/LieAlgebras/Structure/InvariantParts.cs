using System.Numerics;
using Noether.LieAlgebras.Roots;
using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>The real eigenspaces of a diagonalisable real matrix; a pair of complex conjugate eigenvalues makes one space.</summary>
internal static class InvariantParts
{
    /// <summary>Orthonormal bases of the spaces, as rows, by increasing eigenvalue.</summary>
    public static IEnumerable<Matrix> Of(Matrix matrix)
    {
        var (values, vectors) = ComplexEigen.Of(matrix);
        var scale = RootSystem.Rounding * values.Max(Complex.Abs);
        var left = Enumerable.Range(0, values.Length).OrderBy(k => values[k].Real).ThenBy(k => Math.Abs(values[k].Imaginary)).ToList();
        while (left.Count > 0)
        {
            var value = values[left[0]];
            var group = left.Where(k => Complex.Abs(values[k] - value) <= scale || Complex.Abs(Complex.Conjugate(values[k]) - value) <= scale).ToArray();
            left.RemoveAll(group.Contains);
            yield return Span(group.SelectMany(k => Parts(vectors.Column(k).ToArray())).ToArray(), group.Length);
        }
    }

    private static double[][] Parts(Complex[] vector) => [[.. vector.Select(entry => entry.Real)], [.. vector.Select(entry => entry.Imaginary)]];

    /// <summary>The leading directions of some vectors.</summary>
    private static Matrix Span(double[][] vectors, int dimension)
    {
        var rows = Matrix.FromRows(vectors);
        var spectrum = SymmetricEigen.Of(rows.Transposed * rows);
        return Matrix.Generate(dimension, rows.Columns, (k, i) => spectrum.Vectors[rows.Columns - 1 - k, i]);
    }
}
