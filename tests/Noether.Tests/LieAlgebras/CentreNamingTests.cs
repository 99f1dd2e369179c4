using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Centres that meet the derived algebra, that turn nothing, or whose rates noise hides.</summary>
public static class CentreNamingTests
{
    private static readonly Matrix Turn = Matrix.FromRows([0, -1], [1, 0]);
    private static readonly Matrix Shear = Matrix.FromRows([0, 1], [0, 0]);
    private static readonly Matrix Spiral = Matrix.FromRows([1, -1], [1, 1]);
    private static readonly ImmutableArray<Matrix> Heisenberg = LinearAlgebras.Heisenberg(1);
    private static readonly ImmutableArray<Matrix> So3 = OrthogonalAlgebras.Rotations(3);

    private static readonly Dictionary<string, ImmutableArray<Matrix>> Algebras = new(StringComparer.Ordinal)
    {
        ["h(3)+R"] = Representations.Product(Heisenberg, [Matrix.Identity(1)]),
        ["h(3)+u(1)"] = Representations.Product(Heisenberg, [Turn]),
        ["h(3)+R+u(1)"] = Representations.Product(Representations.Product(Heisenberg, [Turn]), [Matrix.Identity(1)]),
        ["h(3)+h(3)+h(3)+h(3)"] = Representations.Product(Representations.Product(Heisenberg, Heisenberg), Representations.Product(Heisenberg, Heisenberg)),
        ["h(5)+so(3)+so(3)"] = Representations.Product(Representations.Product(LinearAlgebras.Heisenberg(2), So3), So3),
        ["R+R, translations"] = LinearAlgebras.Translations(2),
        ["R+R, a scaling and a shear"] = [Matrix.Identity(2), Shear],
        ["R+u(1), a turn and a shear"] = Representations.Product([Turn], [Shear]),
        ["u(1)+u(1), two turns"] = Representations.Product([Turn], [Turn]),
        ["so(3) and a spiral"] = Representations.TensorProduct(So3, [Spiral]),
        ["sl(2,R) and a spiral"] = Representations.TensorProduct(LinearAlgebras.Special(2), [Spiral]),
        ["sl(2,R) and a turn"] = Representations.TensorProduct(LinearAlgebras.Special(2), [Turn]),
        ["a spiral"] = [Spiral],
        ["so(3) twice, and a plane"] = Representations.Product(Representations.Sum(So3, So3), [Turn]),
        ["so(3), a plane, and fixed ones"] = Representations.WithFixed(Representations.Product(So3, [Turn]), 2),
        ["a plane, and fixed ones"] = Representations.WithFixed([Turn], 2),
        ["a plane, and many fixed ones"] = Representations.WithFixed([Turn], 9),
        ["rates next to each other"] = [Turning(1, 1.0005, Math.PI)],
        ["rates without a ratio"] = Representations.WithFixed([Turning(1, Math.Sqrt(2))], 3),
        ["a rate next to none"] = [Turning(1, 1e-4 * Math.Sqrt(2))],
    };

    [Theory]
    [InlineData("h(3)+R")]
    [InlineData("h(3)+u(1)")]
    [InlineData("h(3)+R+u(1)")]
    [InlineData("h(5)+so(3)+so(3)")]
    [InlineData("R+R, translations")]
    [InlineData("R+R, a scaling and a shear")]
    [InlineData("R+u(1), a turn and a shear")]
    [InlineData("u(1)+u(1), two turns")]
    public static void A_sum_is_named_in_any_basis(string algebra)
    {
        for (var draw = 0; draw < 20; draw++)
        {
            Assert.Equal((draw, algebra.Split(',')[0]), (draw, Named(algebra, draw).Name));
        }
    }

    /// <summary>What lies inside the derived algebra is no summand, however many dimensions it has.</summary>
    [Fact]
    public static void A_centre_inside_the_derived_algebra_is_split_off_in_no_basis()
    {
        for (var draw = 0; draw < 5; draw++)
        {
            Assert.Equal((draw, "nilpotent(12,4)"), (draw, Named("h(3)+h(3)+h(3)+h(3)", draw).Name));
        }
    }

    [Theory]
    [InlineData("h(3)+R", 0.01)]
    [InlineData("h(3)+u(1)", 0.01)]
    [InlineData("R+R, translations", 0.01)]
    public static void Through_noise_they_are_named_or_left_open_and_never_wrong(string algebra, double noise)
    {
        var names = Enumerable.Range(0, 20).Select(draw =>
        {
            var stream = new Seed(62).For(algebra).For(draw).Stream();
            var (generators, errors) = Rotations.Noisy(Rotations.Disguised(Algebras[algebra], stream), noise, stream);
            return (AlgebraIdentification.Identify(generators, new() { StandardErrors = errors }) as AlgebraIdentification.Unique)?.Algebra.Name;
        }).ToArray();

        Assert.All(names, name => Assert.True(name is null || name == algebra.Split(',')[0], name));
        Assert.InRange(names.Count(name => name is not null), 10, 20);
    }

    [Theory]
    [InlineData("so(3) and a spiral", "so(3)+R", "2 x 3 real")]
    [InlineData("sl(2,R) and a spiral", "sl(2,R)+R", "2 x 2 real")]
    [InlineData("sl(2,R) and a turn", "sl(2,R)+u(1)", "1 x (2,1) complex")]
    [InlineData("a spiral", "R", "")]
    [InlineData("R+u(1), a turn and a shear", "R+u(1)", "1 x 1 complex; 2 x 0 real")]
    public static void Irreps_are_those_of_the_ideals_and_the_turns(string algebra, string name, string irreps)
    {
        var found = Named(algebra, 0);

        Assert.Contains(name, found.Aliases.Add(found.Name));
        Assert.Equal(irreps, Irreps(found));
    }

    [Theory]
    [InlineData("so(3) twice, and a plane", "2 x 3 real; 1 x 1 complex")]
    [InlineData("so(3), a plane, and fixed ones", "1 x 3 real; 1 x 1 complex; 2 x 1 real")]
    [InlineData("a plane, and fixed ones", "1 x 1 complex; 2 x 0 real")]
    [InlineData("a plane, and many fixed ones", "1 x 1 complex; 9 x 0 real")]
    public static void Coordinates_without_a_charge_stay_without_one_through_noise(string algebra, string irreps)
    {
        foreach (var noise in new[] { 0, 0.01, 0.03 })
        {
            for (var draw = 0; draw < 10; draw++)
            {
                var (generators, errors) = Rotations.Noisy(Algebras[algebra], noise, new Seed(63).For(algebra).For(draw).Stream());

                var found = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(generators, new() { StandardErrors = errors })).Algebra;

                Assert.Equal((noise, draw, irreps), (noise, draw, Irreps(found)));
            }
        }
    }

    [Theory]
    [InlineData("rates next to each other", 3)]
    [InlineData("rates without a ratio", 3)]
    [InlineData("a rate next to none", 2)]
    public static void Rates_that_differ_are_written_apart_and_from_zero(string algebra, int different)
    {
        var labels = Named(algebra, 0).Representation.Select(irrep => irrep.Label).ToArray();

        Assert.Equal(different, labels.Length);
        Assert.Equal(different, labels.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("-0", labels);
    }

    private static IdentifiedAlgebra Named(string algebra, int draw) => Assert.IsType<AlgebraIdentification.Unique>(
        AlgebraIdentification.Identify(Rotations.Disguised(Algebras[algebra], new Seed(61).For(algebra).For(draw).Stream()), IdentificationOptions.Default)).Algebra;

    private static string Irreps(IdentifiedAlgebra found) =>
        string.Join("; ", found.Representation.Select(irrep => $"{irrep.Multiplicity} x {irrep.Label} {irrep.Type.ToString().ToLowerInvariant()}"));

    /// <summary>A rotation of planes at rates that need not be integers.</summary>
    private static Matrix Turning(params double[] rates) => Matrix.Generate(2 * rates.Length, 2 * rates.Length, (i, j) => i / 2 == j / 2 ? rates[i / 2] * (i - j) : 0);
}
