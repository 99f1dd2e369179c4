using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Reasons say what is so: only generators that commute are called so.</summary>
public static class ReasonsTests
{
    private const string Commuting = "commute";

    [Theory]
    [InlineData("e(2)", 0, "zero")]
    [InlineData("e(3)", 0, "so(3)")]
    [InlineData("p(3,1)", 0, "so(3,1)")]
    [InlineData("h(3)", 1, "zero")]
    [InlineData("triangular", 1, "zero")]
    public static void An_algebra_that_is_no_sum_is_said_to_be_none(string kind, int centre, string levi)
    {
        var generators = kind switch
        {
            "e(2)" => OrthogonalAlgebras.Motions(2, 0),
            "e(3)" => OrthogonalAlgebras.Motions(3, 0),
            "p(3,1)" => OrthogonalAlgebras.Motions(3, 1),
            "h(3)" => LinearAlgebras.Heisenberg(1),
            _ => LinearAlgebras.Triangular(3),
        };

        var found = Assert.IsType<AlgebraIdentification.Unique>(Named(generators));

        Assert.Equal($"Not a sum of simple ideals and a centre: the quotient by the radical is {levi}, the centre has dimension {centre}.", found.Reason);
        Assert.DoesNotContain(Commuting, found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static void Generators_that_commute_are_said_to_commute()
    {
        var torus = Named(OrthogonalAlgebras.Torus([1, 0], [0, 1]));
        var turnAndScaling = Named([Rotations.OfPlanes(4, 1, 0), Matrix.Generate(4, 4, (i, j) => i == j && i > 1 ? 1 : 0)]);

        Assert.Equal("2 generators that commute and turn planes.", torus.Reason);
        Assert.Equal("2 generators that commute; not all of them turn planes.", turnAndScaling.Reason);
    }

    [Theory]
    [InlineData(3, "so(3)", "All weights are integers: the group that acts is SO(3).")]
    [InlineData(2, "su(2)", "Some weights are half-integers: the group that acts is SU(2).")]
    public static void The_weights_tell_SO_3_from_SU_2(int irrep, string name, string sentence)
    {
        var found = Named(Representations.Spins(irrep, 5));

        Assert.Equal(name, Assert.IsType<AlgebraIdentification.Unique>(found).Algebra.Name);
        Assert.EndsWith(sentence, found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static void In_a_sum_the_group_of_each_ideal_is_told()
    {
        var spins = Named(Representations.Product(OrthogonalAlgebras.Rotations(3), UnitaryAlgebras.Special(2, 0))).Reason;
        var vectors = Named(Representations.Product(OrthogonalAlgebras.Rotations(3), OrthogonalAlgebras.Rotations(5))).Reason;
        var linear = Named(LinearAlgebras.Special(2)).Reason;

        Assert.EndsWith("All weights of so(3) are integers: its group is SO(3). Some weights of su(2) are half-integers: its group is SU(2).", spins, StringComparison.Ordinal);
        Assert.EndsWith("All weights of so(5) are integers: its group is SO(5). All weights of so(3) are integers: its group is SO(3).", vectors, StringComparison.Ordinal);
        Assert.DoesNotContain("group", linear, StringComparison.Ordinal);
    }

    private static AlgebraIdentification Named(ImmutableArray<Matrix> generators) =>
        AlgebraIdentification.Identify(Rotations.Disguised(generators, new Seed(14).Stream()), IdentificationOptions.Default);
}
