using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(31)]
    public static void The_solution_solves_the_system(int size)
    {
        var random = new Seed((ulong)size).Stream();
        var root = Matrix.Generate(size, size, (_, _) => random.NextGaussian());
        var system = (root * root.Transposed) + Matrix.Identity(size);
        double[] right = [.. Enumerable.Range(0, size).Select(_ => random.NextGaussian())];
        var (solution, image) = ((double[])right.Clone(), new double[size]);

        Assert.True(Cholesky.Solve(system.Entries.ToArray(), solution));

        system.Apply(solution, image);
        Assert.All(Enumerable.Range(0, size), i => Assert.Equal(right[i], image[i], Tolerance.Rounding.Relative));
    }

    [Fact]
    public static void A_matrix_that_is_not_positive_is_refused() => Assert.False(Cholesky.Solve([1, 0, 2, 1], [1, 1]));
}
