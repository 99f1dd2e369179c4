using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>Generators that commute: rotations with rates, and others.</summary>
public static class TorusNamingTests
{
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

    [Theory]
    [InlineData("1,0,2;0,1,3")]
    [InlineData("1,0,0,1;0,1,0,2;0,0,1,3")]
    public static void The_charges_of_a_torus_are_found_up_to_a_basis_of_their_lattice(string weights)
    {
        int[][] rows = [.. weights.Split(';').Select(row => row.Split(',').Select(int.Parse).ToArray())];
        var (generators, errors) = Rotations.Noisy(OrthogonalAlgebras.Torus(rows), 0.01, new Seed(6).Stream());

        var found = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(generators, new() { StandardErrors = errors }));

        // Determinants of weights, taken several at a time, do not depend on the basis of the lattice but for the sign.
        var labels = found.Algebra.Representation.Select(irrep => irrep.Label.Trim('(', ')').Split(',').Select(int.Parse).ToArray()).ToArray();
        Assert.Equal(Volumes([.. Enumerable.Range(0, rows[0].Length).Select(plane => rows.Select(row => row[plane]).ToArray())]), Volumes(labels));
    }

    private static IEnumerable<double> Volumes(int[][] weights) =>
        (from i in Enumerable.Range(0, weights.Length)
         from j in Enumerable.Range(i + 1, weights.Length - i - 1)
         let gram = weights.Aggregate(Matrix.Zero(weights[0].Length, weights[0].Length), (sum, w) => sum + Matrix.Generate(w.Length, w.Length, (a, b) => w[a] * w[b]))
         let inverse = LinearSystem.Inverse(gram)
         select Math.Round(Product(weights[i], inverse, weights[i]) * Product(weights[j], inverse, weights[j]) - Math.Pow(Product(weights[i], inverse, weights[j]), 2), 9)).Order();

    private static double Product(int[] first, Matrix form, int[] second) => first.SelectMany((x, a) => second.Select((y, b) => x * form[a, b] * y)).Sum();
}
