using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>One generator that turns nothing, together with translations.</summary>
public static class MotionNamingTests
{
    [Theory]
    [InlineData("aff(1,R)", 2.0)]
    [InlineData("iso(1,1)", 1.0, -1.0)]
    [InlineData("solvable(3,2)", 1.0, 1.0)]
    [InlineData("solvable(3,2)", 1.0, -0.5)]
    public static void A_scaling_of_a_line_and_a_boost_of_a_plane_have_names_and_other_scalings_have_not(string name, params double[] rates)
    {
        var scaling = Matrix.Generate(rates.Length, rates.Length, (i, j) => i == j ? rates[i] : 0);
        foreach (var noise in new[] { 0, 0.01 })
        {
            for (var draw = 0; draw < 10; draw++)
            {
                var stream = new Seed(64).For(name).For(draw).Stream();
                var (generators, errors) = Rotations.Noisy(Rotations.Disguised(Representations.WithTranslations([scaling]), stream), noise, stream);

                var found = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(generators, new() { StandardErrors = errors })).Algebra;

                Assert.Equal((noise, draw, name), (noise, draw, found.Name));
            }
        }
    }

    [Fact]
    public static void The_motions_of_a_plane_with_a_time_are_a_Poincare_algebra() =>
        Assert.Equal(["poincare(1,1)"], Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(OrthogonalAlgebras.Motions(1, 1), IdentificationOptions.Default)).Algebra.Aliases);
}
