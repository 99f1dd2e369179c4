using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.LieAlgebras.Roots;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>The same facts by independent routes: closed formulas, spectra from the books, and linear equations solved by brute force.</summary>
public static class OracleTests
{
    [Theory]
    [InlineData('A', 2, "1,0", 3)]
    [InlineData('A', 2, "1,1", 8)]
    [InlineData('A', 2, "2,1", 15)]
    [InlineData('A', 3, "0,1,0", 6)]
    [InlineData('B', 3, "0,0,1", 8)]
    [InlineData('C', 3, "0,0,1", 14)]
    [InlineData('D', 4, "0,0,1,1", 56)]
    [InlineData('G', 2, "1,0", 7)]
    [InlineData('G', 2, "0,1", 14)]
    [InlineData('G', 2, "2,0", 27)]
    [InlineData('F', 4, "0,0,0,1", 26)]
    [InlineData('E', 6, "1,0,0,0,0,0", 27)]
    public static void Dimensions_of_irreps_are_those_of_the_tables(char family, int rank, string labels, long dimension)
    {
        var type = CartanType.OfRank(rank).First(candidate => candidate.Family == family);

        Assert.Equal(dimension, type.DimensionOf([.. labels.Split(',').Select(int.Parse)]));
    }

    [Fact]
    public static void Dimensions_of_irreps_of_su_3_obey_their_closed_formula()
    {
        var type = CartanType.OfRank(2).First(candidate => candidate.Family == 'A');

        Assert.All(from p in Enumerable.Range(0, 6) from q in Enumerable.Range(0, 6) select (p, q), label =>
            Assert.Equal((label.p + 1) * (label.q + 1) * (label.p + label.q + 2) / 2, type.DimensionOf([label.p, label.q])));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(5, 0)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    public static void The_Killing_form_of_so_p_q_has_p_q_positive_eigenvalues_of_2_p_plus_q_minus_2(int p, int q)
    {
        var values = SymmetricEigen.Of(StructureConstants.Of(OrthogonalAlgebras.Pseudorotations(p, q)).KillingForm()).Values;

        Assert.Equal(p * q, values.Count(value => value > 0));
        Assert.All(values, value => Assert.Equal(2 * (p + q - 2), Math.Abs(value), 9));
    }

    [Fact]
    public static void The_Killing_form_of_sl_n_is_2_n_times_the_trace_form()
    {
        var basis = LinearAlgebras.Special(3);

        var killing = StructureConstants.Of(basis).KillingForm();

        Assert.True(killing.Equals(Matrix.Generate(basis.Length, basis.Length, (a, b) => 6 * (basis[a] * basis[b]).Trace), Tolerance.Rounding));
    }

    [Theory]
    [InlineData("so(4) (vector)", 2)]
    [InlineData("so(3,1) (vector)", 2)]
    [InlineData("so(2,2) (vector)", 2)]
    [InlineData("su(3) (vector)", 1)]
    [InlineData("sl(2,R)+so(3) (side by side)", 2)]
    public static void There_are_as_many_ideals_as_matrices_that_commute_with_all_ad(string entry, int commuting)
    {
        var generators = AlgebraCatalogue.All().First(algebra => algebra.ToString() == entry).Generators;

        var found = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(Rotations.Disguised(generators, new Seed(53).Stream()), IdentificationOptions.Default)).Algebra;

        // Over the real numbers an ideal of complex type has two of them, the identity and the imaginary unit.
        Assert.Equal(commuting, BruteForce.Commuting(Representations.Adjoint(generators)));
        Assert.Equal(commuting, found.Ideals.Sum(ideal => ideal.Name is "sl(2,C)" or "so(3,1)" ? 2 : 1));
    }
}
