using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

public static class AlgebraIdentificationTests
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

    [Fact]
    public static void Random_matrices_do_not_close()
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var stream = new Seed(11).For(draw).Stream();
            ImmutableArray<Matrix> generators = [.. Enumerable.Range(0, 3).Select(_ => Rotations.Gaussian(4, 4, stream))];

            var found = AlgebraIdentification.Identify(generators, new() { StandardErrors = [0.03] });

            Assert.IsType<AlgebraIdentification.NotClosed>(found);
            Assert.InRange(found.ClosureError, 0.1, 1);
        }
    }

    [Fact]
    public static void Two_rotations_without_their_commutator_do_not_close() =>
        Assert.IsType<AlgebraIdentification.NotClosed>(AlgebraIdentification.Identify([.. Rotations.OfVectors(3).Take(2)], IdentificationOptions.Default));

    [Fact]
    public static void Without_generators_there_is_no_algebra()
    {
        Assert.IsType<AlgebraIdentification.None>(AlgebraIdentification.Identify([], IdentificationOptions.Default));
        Assert.IsType<AlgebraIdentification.None>(AlgebraIdentification.Identify([Matrix.Zero(3, 3)], IdentificationOptions.Default));
    }

    [Fact]
    public static void A_generator_of_another_size_or_with_a_number_that_is_none_is_named_in_the_error()
    {
        var size = Assert.Throws<ArgumentException>(() => AlgebraIdentification.Identify([Matrix.Identity(2), Matrix.Identity(3)], IdentificationOptions.Default));
        var nan = Assert.Throws<ArgumentException>(() => AlgebraIdentification.Identify([Matrix.FromRows([double.NaN])], IdentificationOptions.Default));

        Assert.Contains("generator 1 is 3 x 3", size.Message, StringComparison.Ordinal);
        Assert.Contains("generator 0", nan.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Commutators_that_are_symmetries_of_the_data_are_added_and_others_are_not()
    {
        var two = Rotations.OfVectors(3)[..2];

        var added = AlgebraIdentification.Identify(two, new() { IsSymmetry = _ => true });
        var refused = AlgebraIdentification.Identify(two, new() { IsSymmetry = _ => false });

        Assert.Equal("so(3)", Assert.IsType<AlgebraIdentification.Unique>(added).Algebra.Name);
        Assert.Contains("generate an algebra of dimension 3, so(3)", Assert.IsType<AlgebraIdentification.NotClosed>(refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static void Matrices_that_depend_on_each_other_are_named_by_their_span_and_noted()
    {
        var so3 = Rotations.OfVectors(3);

        var found = AlgebraIdentification.Identify([.. so3, so3[0] + so3[1], Matrix.Zero(3, 3)], IdentificationOptions.Default);

        Assert.Equal("so(3)", Assert.IsType<AlgebraIdentification.Unique>(found).Algebra.Name);
        Assert.Equal("ALG002", Assert.Single(found.Findings).Id);
    }

    [Fact]
    public static void More_work_than_the_limit_allows_is_refused_with_the_reason()
    {
        var found = AlgebraIdentification.Identify(Rotations.OfVectors(4), new() { WorkLimit = 1000 });

        Assert.Empty(Assert.IsType<AlgebraIdentification.Ambiguous>(found).Candidates);
        Assert.Contains("6 generators of 4 x 4", found.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.03)]
    public static void Nilpotent_algebras_are_named_through_noise_or_left_open_and_never_wrong(double noise)
    {
        var answers = Enumerable.Range(0, 20).Select(draw =>
        {
            var (generators, errors) = Rotations.Noisy(LinearAlgebras.Heisenberg(2), noise, new Seed(12).For(draw).Stream());
            return AlgebraIdentification.Identify(generators, new() { StandardErrors = errors }) is AlgebraIdentification.Unique(var algebra) ? algebra.Name : null;
        }).ToArray();

        Assert.All(answers, name => Assert.True(name is null or "h(5)", name));
        Assert.InRange(answers.Count(name => name is not null), 15, 20);
    }

    [Theory]
    [InlineData(3, "SO(3)")]
    [InlineData(2, "SU(2)")]
    public static void The_weights_tell_SO_3_from_SU_2(int irrep, string group)
    {
        var found = AlgebraIdentification.Identify(Rotations.Disguised(Representations.Spins(irrep, 5), new Seed(13).Stream()), IdentificationOptions.Default);

        Assert.Contains($"the group that acts is {group}.", found.Reason, StringComparison.Ordinal);
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
