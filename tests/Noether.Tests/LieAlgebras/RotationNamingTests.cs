using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Rotations, whatever hides them.</summary>
public static class RotationNamingTests
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
    [InlineData(3)]
    [InlineData(5)]
    public static void The_nice_basis_is_reached_by_the_change_of_coordinates_and_the_mixing_that_it_states(int dimension)
    {
        var generators = Rotations.Disguised(Representations.Spins(dimension), new Seed(4).For(dimension).Stream());

        var basis = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(generators, IdentificationOptions.Default)).Algebra.Basis!;

        var back = LinearSystem.Inverse(basis.Coordinates);
        Assert.All(Enumerable.Range(0, 3), a =>
        {
            var mixed = generators.Select((matrix, b) => basis.Mixing[a, b] * matrix).Aggregate((x, y) => x + y);
            Assert.True((basis.Coordinates * mixed * back - basis.Matrices[a]).Norm < 1e-6);
        });
        Assert.True((basis.Matrices[0].Commutator(basis.Matrices[1]) - basis.Matrices[2]).Norm < 1e-12);
    }
}
