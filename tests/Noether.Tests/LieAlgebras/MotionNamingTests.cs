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

    [Theory]
    [InlineData("galilei(2)", 2, false)]
    [InlineData("galilei(3)", 3, false)]
    [InlineData("galilei(4)", 4, false)]
    [InlineData("bargmann(3)", 3, true)]
    public static void Galilei_and_Bargmann_algebras_have_names(string name, int n, bool hasMass)
    {
        foreach (var noise in new[] { 0, 0.002 })
        {
            for (var draw = 0; draw < 3; draw++)
            {
                var stream = new Seed(65).For(name).For(draw).Stream();
                var (generators, errors) = Rotations.Noisy(Rotations.Disguised(hasMass ? Bargmann(n) : Galilei(n), stream), noise, stream);

                var found = Assert.IsType<AlgebraIdentification.Unique>(
                    AlgebraIdentification.Identify(generators, new() { StandardErrors = errors })).Algebra;

                Assert.Equal((noise, draw, name), (noise, draw, found.Name));
            }
        }
    }

    /// <summary>
    /// Rotations with boosts, translations and time, but the boosts do not commute, [K_i, K_j] = e_ijk P_k; and without H but with the
    /// mass.
    /// </summary>
    [Fact]
    public static void What_has_the_dimensions_of_a_Galilei_algebra_and_other_commutators_has_not_its_name()
    {
        ImmutableArray<Matrix> carroll = [.. Bargmann(3).Where((_, a) => a != 9)];

        Assert.Equal("so(3)|solvable(7,3)", NameOf(WithBoosts(1)));
        Assert.NotEqual("galilei(3)", NameOf(carroll));
        Assert.Equal("galilei(3)", NameOf(WithBoosts(0)));
    }

    [Fact]
    public static void The_conformal_algebra_is_named_beside_its_signature()
    {
        var found = Assert.IsType<AlgebraIdentification.Unique>(
            AlgebraIdentification.Identify(OrthogonalAlgebras.Pseudorotations(4, 2), IdentificationOptions.Default)).Algebra;

        Assert.Equal("so(4,2)", found.Name);
        Assert.Contains("conformal(3,1)", found.Aliases);
        Assert.DoesNotContain(OfPseudorotations(4, 1), alias => alias.StartsWith("conformal", StringComparison.Ordinal));
    }

    [Fact]
    public static void The_motions_of_a_plane_with_a_time_are_a_Poincare_algebra() =>
        Assert.Equal(["poincare(1,1)"], Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(OrthogonalAlgebras.Motions(1, 1), IdentificationOptions.Default)).Algebra.Aliases);

    /// <summary>The adjoint representation of rotations, boosts, translations and time with [K_i, K_j] = c e_ijk P_k.</summary>
    private static ImmutableArray<Matrix> WithBoosts(double c)
    {
        var units = Enumerable.Range(0, 10).Select(a => Enumerable.Range(0, 10).Select(b => a == b ? 1.0 : 0).ToArray()).ToArray();
        return [.. units.Select(x => Matrix.FromRows([.. units.Select(y => Bracket(x, y, c))]).Transposed)];
    }

    private static double[] Bracket(double[] x, double[] y, double c)
    {
        double[] Cross(int part, int other) =>
            [.. Enumerable.Range(0, 3)
                .Select(i => (x[part + ((i + 1) % 3)] * y[other + ((i + 2) % 3)]) - (x[part + ((i + 2) % 3)] * y[other + ((i + 1) % 3)]))];
        var (rotations, boosts, boosts2, moves, moves2, twist) = (
            Cross(0, 0), Cross(0, 3), Cross(3, 0), Cross(0, 6), Cross(6, 0), Cross(3, 3));
        var axes = Enumerable.Range(0, 3);
        return
        [
            .. rotations,
            .. axes.Select(i => boosts[i] + boosts2[i]),
            .. axes.Select(i => moves[i] + moves2[i] + (x[3 + i] * y[9]) - (y[3 + i] * x[9]) + (c * twist[i])),
            0,
        ];
    }

    private static string? NameOf(ImmutableArray<Matrix> generators) =>
        (AlgebraIdentification.Identify(generators, IdentificationOptions.Default) as AlgebraIdentification.Unique)?.Algebra.Name;

    private static ImmutableArray<string> OfPseudorotations(int p, int q) =>
        Assert.IsType<AlgebraIdentification.Unique>(
            AlgebraIdentification.Identify(OrthogonalAlgebras.Pseudorotations(p, q), IdentificationOptions.Default)).Algebra.Aliases;

    /// <summary>Rotations, boosts, translations and time on (x, t, 1).</summary>
    private static ImmutableArray<Matrix> Galilei(int n)
    {
        Matrix Unit(int row, int column) => Matrix.Generate(n + 2, n + 2, (i, j) => (i, j) == (row, column) ? 1 : 0);
        var axes = Enumerable.Range(0, n);
        return [.. Representations.WithFixed(OrthogonalAlgebras.Rotations(n), 2), .. axes.Select(i => Unit(i, n)),
            .. axes.Select(i => Unit(i, n + 1)), Unit(n, n + 1)];
    }

    /// <summary>The same with the mass, on (s, x, t, 1): a boost adds v x to the phase s.</summary>
    private static ImmutableArray<Matrix> Bargmann(int n)
    {
        Matrix Unit(int row, int column) => Matrix.Generate(n + 3, n + 3, (i, j) => (i, j) == (row, column) ? 1 : 0);
        var axes = Enumerable.Range(1, n);
        var rotations = OrthogonalAlgebras.Rotations(n)
            .Select(rotation => Representations.Product([Matrix.Zero(1, 1)], Representations.WithFixed([rotation], 2))[1]);
        return [.. rotations, .. axes.Select(i => Unit(i, n + 1) + Unit(0, i)), .. axes.Select(i => Unit(i, n + 2)), Unit(n + 1, n + 2),
            Unit(0, n + 2)];
    }
}
