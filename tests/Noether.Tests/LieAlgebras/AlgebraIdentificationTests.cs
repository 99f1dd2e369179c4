using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.LieAlgebras;

/// <summary>What is said of matrices that are an algebra, and of others.</summary>
public static class AlgebraIdentificationTests
{
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

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public static void Entries_whose_squares_are_no_numbers_are_as_good_as_others(double size)
    {
        ImmutableArray<Matrix> large = [.. Rotations.OfVectors(3).Select(matrix => size * matrix)];

        var found = Assert.IsType<AlgebraIdentification.Unique>(AlgebraIdentification.Identify(large, new() { StandardErrors = [0.01 * size] })).Algebra;

        Assert.Equal("so(3)", found.Name);
        Assert.Equal(Math.Sqrt(3), (size * found.Basis!.Mixing).Norm, 1e-6); // a rotation
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
}
