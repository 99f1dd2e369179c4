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

    private static AlgebraIdentification Named(ImmutableArray<Matrix> generators) =>
        AlgebraIdentification.Identify(Rotations.Disguised(generators, new Seed(14).Stream()), IdentificationOptions.Default);
}
