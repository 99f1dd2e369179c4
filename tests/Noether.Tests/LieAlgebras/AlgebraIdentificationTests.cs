using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

public static class AlgebraIdentificationTests
{
    [Theory]
    [InlineData(2, "so(2)")]
    [InlineData(3, "so(3)")]
    [InlineData(4, "so(4)")]
    [InlineData(5, "so(5)")]
    [InlineData(6, "so(6)")]
    [InlineData(7, "so(7)")]
    [InlineData(8, "so(8)")]
    public static void Rotations_of_n_coordinates_are_named_in_any_basis_and_any_coordinates(int n, string name)
    {
        var stream = new Seed(17).For(n).Stream();

        var found = AlgebraIdentification.Identify(Rotations.Disguised(Rotations.OfVectors(n), stream), IdentificationOptions.Default);

        var unique = Assert.IsType<AlgebraIdentification.Unique>(found);
        Assert.Equal((name, n * (n - 1) / 2, true), (unique.Algebra.Name, unique.Algebra.Dimension, unique.Algebra.IsCompact));
        Assert.Empty(found.Findings);
        Assert.InRange(found.ClosureError, 0, Tolerance.Rounding.Relative);
    }

    [Theory]
    [InlineData(2, 0.05)]
    [InlineData(3, 0.05)]
    [InlineData(4, 0.05)]
    [InlineData(5, 0.03)]
    [InlineData(6, 0.03)]
    public static void Rotations_are_named_through_noise(int n, double noise)
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var stream = new Seed(3).For(n).For(draw).Stream();
            var (generators, errors) = Rotations.Noisy(Rotations.OfVectors(n), noise, stream);

            var found = AlgebraIdentification.Identify(generators, new() { StandardErrors = errors });

            Assert.True(found is AlgebraIdentification.Unique, $"draw {draw}: {found}");
            Assert.Equal($"so({n})", Assert.IsType<AlgebraIdentification.Unique>(found).Algebra.Name);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.03)]
    public static void One_generator_is_a_rotation_with_its_rates(double noise)
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var (generators, errors) = Rotations.Noisy([Rotations.OfPlanes(5, 1, 3)], noise, new Seed(8).For(draw).Stream());

            var unique = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(generators, new() { StandardErrors = errors }));

            Assert.Equal(("so(2)", 1, true), (unique.Algebra.Name, unique.Algebra.Dimension, unique.Algebra.IsCompact));
            Assert.Equal(["u(1)"], unique.Algebra.Aliases);
            Assert.Equal([("so(2)", "3", 1), ("so(2)", "1", 1), ("so(2)", "0", 1)], unique.Algebra.Representation.Select(irrep => (irrep.Ideal, irrep.Label, irrep.Multiplicity)));
        }
    }

    [Theory]
    [InlineData("scaling", 1, 0, 0, 1)]
    [InlineData("boost", 0, 1, 1, 0)]
    [InlineData("shear", 0, 1, 0, 0)]
    [InlineData("spiral", 0.5, -1, 1, 0.5)]
    public static void One_generator_that_is_no_rotation_is_not_compact(string kind, double a, double b, double c, double d)
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var (generators, errors) = Rotations.Noisy([Matrix.FromRows([a, b], [c, d])], 0.03, new Seed(9).For(draw).Stream());

            var unique = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(generators, new() { StandardErrors = errors }));

            Assert.Equal((kind, "R", false), (kind, unique.Algebra.Name, unique.Algebra.IsCompact));
        }
    }

    [Theory]
    [InlineData(1, 0.03)]
    [InlineData(2, 0.03)]
    [InlineData(3, 0.03)]
    public static void Tori_are_sums_of_u_1(int rank, double noise)
    {
        var name = rank == 1 ? "so(2)" : string.Join('+', Enumerable.Repeat("u(1)", rank));
        for (var draw = 0; draw < 20; draw++)
        {
            var stream = new Seed(10).For(draw).Stream();
            ImmutableArray<Matrix> torus = [.. Enumerable.Range(0, rank).Select(k => Rotations.OfPlanes(6, [.. Enumerable.Range(0, 3).Select(plane => plane == k ? 1 : plane < rank ? 0 : stream.NextIndex(3))]))];
            var (generators, errors) = Rotations.Noisy(torus, noise, stream);

            var found = AlgebraIdentification.Identify(generators, new() { StandardErrors = errors });

            Assert.Equal(name, Assert.IsType<AlgebraIdentification.Unique>(found).Algebra.Name);
        }
    }

    [Fact]
    public static void Random_matrices_do_not_close()
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var stream = new Seed(11).For(draw).Stream();
            ImmutableArray<Matrix> generators = [.. Enumerable.Range(0, 3).Select(_ => Rotations.Gaussian(4, 4, stream))];

            var found = AlgebraIdentification.Identify(generators, new() { StandardErrors = [0.03] });

            Assert.IsType<AlgebraIdentification.NotClosed>(found);
            Assert.InRange(found.ClosureError, 0.1, 1);
        }
    }

    [Fact]
    public static void Two_rotations_without_their_commutator_do_not_close() =>
        Assert.IsType<AlgebraIdentification.NotClosed>(AlgebraIdentification.Identify([.. Rotations.OfVectors(3).Take(2)], IdentificationOptions.Default));

    [Fact]
    public static void Without_generators_there_is_no_algebra()
    {
        Assert.IsType<AlgebraIdentification.None>(AlgebraIdentification.Identify([], IdentificationOptions.Default));
        Assert.IsType<AlgebraIdentification.None>(AlgebraIdentification.Identify([Matrix.Zero(3, 3)], IdentificationOptions.Default));
    }

    [Fact]
    public static void A_generator_of_another_size_or_with_a_number_that_is_none_is_named_in_the_error()
    {
        var size = Assert.Throws<ArgumentException>(() => AlgebraIdentification.Identify([Matrix.Identity(2), Matrix.Identity(3)], IdentificationOptions.Default));
        var nan = Assert.Throws<ArgumentException>(() => AlgebraIdentification.Identify([Matrix.FromRows([double.NaN])], IdentificationOptions.Default));

        Assert.Contains("generator 1 is 3 x 3", size.Message, StringComparison.Ordinal);
        Assert.Contains("generator 0", nan.Message, StringComparison.Ordinal);
    }
}
