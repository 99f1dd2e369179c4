using Noether.LieAlgebras;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

public static class IntegerWeightsTests
{
    private static readonly int[][] Weights = [[1, 0, 2, 3], [0, 1, -1, 1]];

    [Fact]
    public static void A_reduced_basis_spans_the_same_lattice_with_shorter_vectors()
    {
        var stream = new Seed(71).Stream();
        for (var draw = 0; draw < 20; draw++)
        {
            var metric = Rotations.Gaussian(4, 4, stream);
            long[][] basis = [[1, 0, 0, 0], [7, 1, 0, 0], [-5, 3, 1, 0], [2, 9, -4, 1]];

            var reduced = LatticeReduction.Reduced(basis, metric);

            Assert.Equal(1, Math.Abs(Determinant(reduced)), 6);
            Assert.True(reduced.Max(vector => Length(metric, vector)) <= basis.Max(vector => Length(metric, vector)));
        }
    }

    [Fact]
    public static void The_simplest_integer_direction_within_an_angle_is_that_of_brute_force()
    {
        var stream = new Seed(72).Stream();
        for (var draw = 0; draw < 50; draw++)
        {
            var rates = Rotations.Gaussian(3, 1, stream);

            var found = WeightLattices.Near(rates, 0.01).First(lattice => lattice.Deviation * Math.Sqrt(lattice.Freedom) < 0.05);

            var least = (from x in Range() from y in Range() from z in Range() where (x, y, z) != (0, 0, 0) && Sine([x, y, z], rates) < 0.05 select Math.Sqrt((x * x) + (y * y) + (z * z))).Min();
            Assert.InRange(found.Height, least - 1e-9, 1.5 * least); // reduced bases hold short vectors, not always the shortest
        }

        static IEnumerable<int> Range() => Enumerable.Range(-12, 25);
    }

    /// <summary>Their Gram matrix has the determinant 1 and entries of two millions: inverted as it is, it is singular up to rounding.</summary>
    [Fact]
    public static void Rates_that_are_long_and_nearly_parallel_span_the_lattice_that_they_span()
    {
        long[][] basis = [[1000, 999, 0, 0], [999, 998, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];

        var lattice = Assert.IsType<WeightLattice>(WeightLattices.Of(basis, [0, 1], Matrix.Generate(4, 4, (i, j) => i == j && i < 1 ? 1 : 0)));

        Assert.Equal(1, lattice.Height, 9);
        Assert.Equal(0.5, lattice.Deviation, 9); // one of two unit vectors lies off the rates, in four ways to turn
        Assert.All(lattice.Relations, relation => Assert.Equal([0, 0], relation[..2]));
        Assert.Equal(2, lattice.Rates.Sum(row => row.Sum(x => x * x)));
    }

    [Fact]
    public static void Points_decide_the_charges_where_curvature_has_slowed_the_fast_planes_and_the_generators_alone_do_not()
    {
        var torus = Slowed(0.05);
        var options = new IdentificationOptions { StandardErrors = [0.002] };

        var alone = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(torus, options)).Algebra;
        var withPoints = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(torus, options with { Orbits = [Orbit(400, new Seed(73).Stream())] })).Algebra;

        Assert.DoesNotContain(alone.Representation, irrep => irrep.Label.Split(',').All(part => int.TryParse(part.Trim('(', ')'), out _)));
        Assert.Equal([1, 1, 1, 2, 3, 5], Minors(withPoints));
    }

    [Fact]
    public static void Points_that_no_torus_moved_decide_nothing()
    {
        var stream = new Seed(74).Stream();
        var torus = Slowed(0.05);

        var found = AlgebraIdentification.Identify(torus, new() { StandardErrors = [0.002], Orbits = [Rotations.Gaussian(400, 8, stream), Rotations.Gaussian(400, 8, stream)] });

        Assert.DoesNotContain(Assert.IsType<AlgebraIdentification.Unique>(found).Algebra.Representation, irrep => irrep.Label.Split(',').All(part => int.TryParse(part.Trim('(', ')'), out _)));
    }

    [Fact]
    public static void Charges_that_several_sets_of_integers_fit_are_left_open_with_all_of_them()
    {
        // Half-way between (9, 17, 8) and (10, 19, 9), which are 0.0036 apart, and next to their sum.
        double[] rates = [.. new[] { 9.0, 17, 8 }.Zip([10.0, 19, 9], (x, y) => (x / Math.Sqrt(434)) + (y / Math.Sqrt(542)))];
        var generator = rates.Select((rate, plane) => Rotations.Plane(6, 2 * plane, (2 * plane) + 1, rate / 2)).Aggregate((a, b) => a + b);

        var open = AlgebraIdentification.Identify([generator], new() { StandardErrors = [0.0005] });
        var decided = AlgebraIdentification.Identify([generator], new() { StandardErrors = [0.00005] });

        Assert.Equal(["1 9 + 1 8 + 1 17", "1 9 + 1 19 + 1 10", "1 36 + 1 19 + 1 17"], Assert.IsType<AlgebraIdentification.Unique>(open).Algebra.WeightCandidates);
        Assert.Equal("ALG003", Assert.Single(open.Findings).Id);
        Assert.Empty(Assert.IsType<AlgebraIdentification.Unique>(decided).Algebra.WeightCandidates);
        Assert.Empty(decided.Findings);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-5)]
    public static void Rates_that_are_off_by_more_than_they_are_said_to_be_end_in_no_charges(double off)
    {
        var stream = new Seed(76).Stream();
        for (var draw = 0; draw < 20; draw++)
        {
            var rates = Matrix.Generate(4, 2, (plane, k) => Weights[k][plane] + (off * stream.NextGaussian()));

            Assert.Null(IntegerWeights.Of(rates, 1e-12, _ => null).Charges);
            Assert.NotNull(IntegerWeights.Of(rates, off, _ => null).Charges);
        }
    }

    [Fact]
    public static void A_plane_and_its_mirror_image_carry_the_same_irrep()
    {
        var found = AlgebraIdentification.Identify(Rotations.Disguised([Rotations.OfPlanes(6, 2, -2, 3)], new Seed(75).Stream()), IdentificationOptions.Default);

        Assert.Equal([("3", 1), ("2", 2)], Assert.IsType<AlgebraIdentification.Unique>(found).Algebra.Representation.Select(irrep => (irrep.Label, irrep.Multiplicity)));
    }

    /// <summary>A torus whose planes are slower than they should be, by a share that grows with the square of their weights.</summary>
    private static ImmutableArray<Matrix> Slowed(double share) =>
    [
        .. Weights.Select(row => Enumerable.Range(0, row.Length).Aggregate(Matrix.Zero(8, 8), (sum, plane) =>
            sum + Rotations.Plane(8, 2 * plane, (2 * plane) + 1, row[plane] * (1 - (share * Weights.Sum(other => other[plane] * other[plane]) / 10.0))))),
    ];

    /// <summary>Points of one orbit with a little noise.</summary>
    private static Matrix Orbit(int count, RandomStream stream) => Matrix.FromRows([.. Enumerable.Range(0, count).Select(_ =>
    {
        double[] times = [stream.NextUniform(0, 2 * Math.PI), stream.NextUniform(0, 2 * Math.PI)];
        var angles = Enumerable.Range(0, 4).Select(plane => plane + (Weights[0][plane] * times[0]) + (Weights[1][plane] * times[1]));
        return angles.SelectMany(angle => new[] { Math.Cos(angle), Math.Sin(angle) }).Select(x => x + (0.05 * stream.NextGaussian())).ToArray();
    })]);

    private static IEnumerable<int> Minors(IdentifiedAlgebra algebra)
    {
        var charges = algebra.Representation.SelectMany(irrep => Enumerable.Repeat(irrep.Label.Trim('(', ')').Split(',').Select(int.Parse).ToArray(), irrep.Multiplicity)).ToArray();
        return (from i in Enumerable.Range(0, charges.Length) from j in Enumerable.Range(i + 1, charges.Length - i - 1) select Math.Abs((charges[i][0] * charges[j][1]) - (charges[i][1] * charges[j][0]))).Order();
    }

    private static double Sine(double[] vector, Matrix rates)
    {
        var (product, squares) = (0.0, 0.0);
        for (var i = 0; i < vector.Length; i++)
        {
            product += vector[i] * rates[i, 0];
            squares += vector[i] * vector[i];
        }

        return Math.Sqrt(Math.Max(0, 1 - (product * product / (squares * rates.Norm * rates.Norm))));
    }

    private static double Length(Matrix metric, long[] vector)
    {
        var image = new double[vector.Length];
        metric.Apply([.. vector.Select(entry => (double)entry)], image);
        return Math.Sqrt(image.Sum(x => x * x));
    }

    private static double Determinant(long[][] rows)
    {
        var matrix = Matrix.FromRows([.. rows.Select(row => row.Select(entry => (double)entry).ToArray())]);
        return Math.Sqrt(SymmetricEigen.Of(matrix * matrix.Transposed).Values.Aggregate(1.0, (product, value) => product * value));
    }
}
