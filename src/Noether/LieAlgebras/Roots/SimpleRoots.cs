using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Roots;

/// <summary>Chooses simple roots.</summary>
internal static class SimpleRoots
{
    /// <summary>The positive roots, for a random notion of positive, that are not the sum of two positive ones.</summary>
    /// <returns>Their numbers; as many as the rank when the roots make a root system.</returns>
    public static ImmutableArray<int> Of(CartanSubalgebra cartan, Seed seed)
    {
        if (RealCoordinates(cartan) is not { } coordinates)
        {
            return [];
        }

        var stream = seed.Stream();
        var functional = Enumerable.Range(0, cartan.Rank).Select(_ => stream.NextGaussian()).ToArray();
        var positive = Enumerable.Range(0, coordinates.Length).Where(root => coordinates[root].Zip(functional, (x, y) => x * y).Sum() > 0).ToArray();
        return [.. positive.Where(root => !IsSum(root, positive, coordinates))];
    }

    /// <summary>The roots in a basis of roots, where their coordinates are rational; null when there are too few. Shape [roots][rank].</summary>
    private static double[][]? RealCoordinates(CartanSubalgebra cartan)
    {
        var basis = IndependentRoots(cartan);
        if (basis.Count < cartan.Rank || LinearSystem.InverseOrNull(Matrix.Generate(basis.Count, basis.Count, (i, j) => cartan.Product(basis[i], basis[j]))) is not { } inverse)
        {
            return null;
        }

        return [.. Enumerable.Range(0, cartan.Roots.Length).Select(root =>
        {
            var coordinates = new double[basis.Count];
            inverse.Apply(basis.Select(other => cartan.Product(root, other)).ToArray(), coordinates);
            return coordinates;
        })];
    }

    /// <summary>Roots that no combination of the ones before gives, by Gram-Schmidt under the positive definite product of roots.</summary>
    private static List<int> IndependentRoots(CartanSubalgebra cartan)
    {
        var basis = new List<int>();
        for (var root = 0; root < cartan.Roots.Length && basis.Count < cartan.Rank; root++)
        {
            basis.Add(root);
            var gram = SymmetricEigen.Of(Matrix.Generate(basis.Count, basis.Count, (i, j) => cartan.Product(basis[i], basis[j])));
            if (gram.Values[0] <= RootSystem.Rounding * gram.Values[^1])
            {
                basis.RemoveAt(basis.Count - 1);
            }
        }

        return basis;
    }

    private static bool IsSum(int root, int[] positive, double[][] coordinates) =>
        positive.Any(first => positive.Any(second => coordinates[root].Zip(coordinates[first].Zip(coordinates[second], (x, y) => x + y), (x, y) => Math.Abs(x - y)).Max() <= RootSystem.Rounding));
}
