using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>Hides an algebra in random coordinates, a random basis and noise.</summary>
internal static class Disguise
{
    private const double LargestStretch = 3;

    /// <summary>The generators in coordinates x -> S x and in a random basis of their span; S and the change of basis have singular values from 1 to 3.</summary>
    public static ImmutableArray<Matrix> Of(ImmutableArray<Matrix> generators, RandomStream stream)
    {
        var (change, back) = Change(generators[0].Rows, stream);
        var (mixing, _) = Change(generators.Length, stream);
        var moved = generators.Select(matrix => change * matrix * back).ToArray();
        return [.. Enumerable.Range(0, moved.Length).Select(a => moved.Select((matrix, b) => mixing[a, b] * matrix).Aggregate((x, y) => x + y))];
    }

    /// <summary>Gaussian errors on all entries, of this size relative to the root mean square entry of each generator, with the standard errors.</summary>
    public static (ImmutableArray<Matrix> Generators, ImmutableArray<double> Errors) Noisy(ImmutableArray<Matrix> generators, double relative, RandomStream stream)
    {
        var n = generators[0].Rows;
        ImmutableArray<double> errors = [.. generators.Select(matrix => relative * matrix.Norm / n)];
        return ([.. generators.Select((matrix, a) => matrix + (errors[a] * Gaussian(n, stream)))], errors);
    }

    public static Matrix Gaussian(int n, RandomStream stream) => Matrix.Generate(n, n, (_, _) => stream.NextGaussian());

    private static (Matrix Change, Matrix Back) Change(int n, RandomStream stream)
    {
        var (left, right) = (Orthogonal(n, stream), Orthogonal(n, stream));
        var stretch = Enumerable.Range(0, n).Select(_ => stream.NextUniform(1, LargestStretch)).ToArray();
        return (left * Matrix.Generate(n, n, (i, j) => stretch[i] * right[i, j]), right.Transposed * Matrix.Generate(n, n, (i, j) => left[j, i] / stretch[i]));
    }

    private static Matrix Orthogonal(int n, RandomStream stream)
    {
        var matrix = Gaussian(n, stream);
        return SymmetricEigen.Of(matrix + matrix.Transposed).Vectors;
    }
}
