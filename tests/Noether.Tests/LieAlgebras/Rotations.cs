using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Generators to be named, with everything about their basis and coordinates left to chance.</summary>
internal static class Rotations
{
    /// <summary>E_ji - E_ij for all i &lt; j: so(n) on vectors.</summary>
    public static ImmutableArray<Matrix> OfVectors(int n) =>
        [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select Plane(n, i, j, 1)];

    /// <summary>A rotation of one coordinate plane at a rate.</summary>
    public static Matrix Plane(int n, int i, int j, double rate) => Matrix.Generate(n, n, (row, column) => (row, column) == (j, i) ? rate : (row, column) == (i, j) ? -rate : 0);

    /// <summary>One generator of a torus: it turns the planes (0, 1), (2, 3), ... at these rates.</summary>
    public static Matrix OfPlanes(int n, params int[] rates) =>
        rates.Select((rate, plane) => Plane(n, 2 * plane, (2 * plane) + 1, rate)).Aggregate((a, b) => a + b);

    public static Matrix Gaussian(int rows, int columns, RandomStream stream) => Matrix.Generate(rows, columns, (_, _) => stream.NextGaussian());

    /// <summary>The generators in other coordinates, x -> S x with S of condition number three at most, and in a random basis of their span.</summary>
    public static ImmutableArray<Matrix> Disguised(ImmutableArray<Matrix> generators, RandomStream stream)
    {
        var n = generators[0].Rows;
        var change = RandomBasis(n, stream);
        var back = LinearSystem.Inverse(change);
        var mixing = RandomBasis(generators.Length, stream);
        return [.. Enumerable.Range(0, generators.Length).Select(a => change * generators.Select((matrix, b) => mixing[a, b] * matrix).Aggregate((x, y) => x + y) * back)];
    }

    /// <summary>The generators with Gaussian noise of a size relative to each one's norm, and the standard errors of their entries.</summary>
    public static (ImmutableArray<Matrix> Generators, ImmutableArray<double> Errors) Noisy(ImmutableArray<Matrix> generators, double relative, RandomStream stream)
    {
        var n = generators[0].Rows;
        var errors = generators.Select(matrix => relative * matrix.Norm / n).ToImmutableArray();
        return ([.. generators.Select((matrix, a) => matrix + errors[a] * Gaussian(n, n, stream))], errors);
    }

    /// <summary>A random matrix with singular values between 1 and 3.</summary>
    private static Matrix RandomBasis(int n, RandomStream stream)
    {
        var left = SymmetricEigen.Of(Symmetric(n, stream)).Vectors;
        var right = SymmetricEigen.Of(Symmetric(n, stream)).Vectors;
        var values = Enumerable.Range(0, n).Select(_ => stream.NextUniform(1, 3)).ToArray();
        return left * Matrix.Generate(n, n, (i, j) => values[i] * right[i, j]);
    }

    private static Matrix Symmetric(int n, RandomStream stream)
    {
        var matrix = Gaussian(n, n, stream);
        return matrix + matrix.Transposed;
    }
}
