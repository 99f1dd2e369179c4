using CsCheck;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

public static class StructureConstantsTests
{
    private static readonly Gen<(StructureConstants Constants, RandomStream Stream)> Algebras =
        Gen.Select(Gen.Int[3, 5], Gen.ULong, (n, seed) =>
        {
            var stream = new Seed(seed).Stream();
            return (StructureConstants.Of(Rotations.Disguised(Rotations.OfVectors(n), stream)), stream);
        });

    [Fact]
    public static void The_bracket_is_antisymmetric_and_obeys_the_Jacobi_identity() => Algebras.Sample(
        sample =>
        {
            var (c, stream) = sample;
            var (x, y, z) = (Vector(c, stream), Vector(c, stream), Vector(c, stream));

            Assert.All(c.Bracket(x, y).Zip(c.Bracket(y, x)), pair => Assert.True(Rounding.Equal(pair.First, -pair.Second)));
            var cycle = new[] { c.Bracket(x, c.Bracket(y, z)), c.Bracket(y, c.Bracket(z, x)), c.Bracket(z, c.Bracket(x, y)) };
            Assert.All(Enumerable.Range(0, c.Dimension), k => Assert.True(Rounding.Equal(cycle[0][k] + cycle[1][k], -cycle[2][k])));
        },
        iter: 30);

    [Fact]
    public static void Matrices_that_are_no_algebra_break_the_Jacobi_identity()
    {
        var stream = new Seed(5).Stream();
        var c = StructureConstants.Of([.. Enumerable.Range(0, 4).Select(_ => Rotations.Gaussian(4, 4, stream))]);
        var (x, y, z) = (Vector(c, stream), Vector(c, stream), Vector(c, stream));

        var cycle = c.Bracket(x, c.Bracket(y, z)).Zip(c.Bracket(y, c.Bracket(z, x)), c.Bracket(z, c.Bracket(x, y))).Select(sums => sums.First + sums.Second + sums.Third);

        Assert.Contains(cycle, sum => Math.Abs(sum) > 0.01);
    }

    [Fact]
    public static void The_Killing_form_is_invariant() => Algebras.Sample(
        sample =>
        {
            var (c, stream) = sample;
            var (x, y, z) = (Vector(c, stream), Vector(c, stream), Vector(c, stream));
            var killing = c.KillingForm();

            Assert.True(Rounding.Equal(Form(killing, c.Bracket(x, y), z), Form(killing, x, c.Bracket(y, z))));
        },
        iter: 30);

    [Fact]
    public static void The_Killing_form_of_so_3_in_the_usual_basis_is_minus_two() =>
        Assert.True(StructureConstants.Of(Rotations.OfVectors(3)).KillingForm().Equals(-2 * Matrix.Identity(3), Tolerance.Rounding));

    [Fact]
    public static void A_change_of_basis_commutes_with_taking_structure_constants() => Algebras.Sample(
        sample =>
        {
            var stream = sample.Stream;
            var basis = Rotations.OfVectors(4);
            var weights = Rotations.Gaussian(6, 6, stream);
            ImmutableArray<Matrix> mixed = [.. Enumerable.Range(0, 6).Select(a => basis.Select((matrix, b) => weights[a, b] * matrix).Aggregate((x, y) => x + y))];

            var (direct, changed) = (StructureConstants.Of(mixed), StructureConstants.Of(basis).InBasis(weights));

            Assert.All(Enumerable.Range(0, 6), a => Assert.True((direct.Adjoint(a) - changed.Adjoint(a)).Norm <= 1e-8 * direct.Adjoint(a).Norm));
        },
        iter: 20);

    [Fact]
    public static void Dependent_matrices_are_refused()
    {
        var (x, y) = (Rotations.Plane(3, 0, 1, 1), Rotations.Plane(3, 1, 2, 1));

        Assert.Throws<ArgumentException>(() => StructureConstants.Of([x, y, x + y]));
    }

    private static Tolerance Rounding => new(1e-9, 1e-9);

    private static double[] Vector(StructureConstants c, RandomStream stream) => [.. Enumerable.Range(0, c.Dimension).Select(_ => stream.NextGaussian())];

    private static double Form(Matrix form, double[] x, double[] y)
    {
        var image = new double[y.Length];
        form.Apply(y, image);
        return x.Zip(image, (a, b) => a * b).Sum();
    }
}
