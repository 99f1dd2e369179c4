using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Configurations;

public static class CanonicalFormTests
{
    [Fact]
    public static void Permuted_matrices_have_one_form() =>
        Gen.Select(Generators.Matrices, Gen.ULong).Sample((matrix, seed) =>
            CanonicalForm.Of(matrix).Equals(CanonicalForm.Of(Generators.Shuffled(matrix, new(seed)))));

    [Fact]
    public static void The_form_is_a_permutation_of_the_matrix() =>
        Generators.Matrices.Sample(matrix => PermutationOracle.Related(matrix, CanonicalForm.Of(matrix)), iter: 300);

    [Fact]
    public static void Matrices_agree_exactly_if_some_permutation_relates_them()
    {
        var (related, all) = (0, 0);
        Gen.Select(Generators.Matrices, Gen.ULong).Sample(
            (first, seed) =>
            {
                var second = WithTwoEntriesSwapped(Generators.Shuffled(first, new(seed)), new(seed));
                if (second is null)
                {
                    return true;
                }

                var expected = PermutationOracle.Related(first, second);
                related += expected ? 1 : 0;
                all++;
                return CanonicalForm.Agree(first, second) == expected;
            },
            iter: 1000,
            threads: 1);

        Assert.InRange(related, 1, all - 1); // both answers were put to the test
    }

    [Fact]
    public static void Equal_sums_alone_do_not_make_matrices_agree()
    {
        var hexagon = ConfigurationMatrix.Parse("1 1 0 0 0 0; 0 1 1 0 0 0; 0 0 1 1 0 0; 0 0 0 1 1 0; 0 0 0 0 1 1; 1 0 0 0 0 1; 3 3 3 3 3 3");
        var triangles = ConfigurationMatrix.Parse("1 1 0 0 0 0; 0 1 1 0 0 0; 1 0 1 0 0 0; 0 0 0 1 1 0; 0 0 0 0 1 1; 0 0 0 1 0 1; 3 3 3 3 3 3");

        Assert.False(CanonicalForm.Agree(hexagon, triangles));
        Assert.True(CanonicalForm.Agree(hexagon, Generators.Shuffled(hexagon, new(3))));
    }

    [Fact]
    public static void Symmetric_matrices_need_few_leaves()
    {
        // A cycle of 20 rows and 20 columns, closed by a row over all: 40 symmetries, none of them between twins.
        var degrees = new int[21 * 20];
        for (var i = 0; i < 20; i++)
        {
            degrees[(i * 20) + i] = 1;
            degrees[(i * 20) + ((i + 1) % 20)] = 1;
            degrees[(20 * 20) + i] = 1;
        }

        var search = new CanonicalSearch(ConfigurationMatrix.FromEntries(21, 20, degrees));
        search.Run();

        Assert.InRange(search.Leaves, 1, 8);
    }

    [Fact]
    public static void The_published_list_has_no_two_entries_that_agree()
    {
        var list = PublishedList.OrSkip();

        var forms = list.Records.Select(record => CanonicalForm.Of(record.Matrix)).ToArray();
        var shuffled = list.Records.Select(record => CanonicalForm.Of(Generators.Shuffled(record.Matrix, new Seed(5).For(record.Label))));

        Assert.Equal(list.Records.Length, forms.Distinct().Count());
        Assert.Equal(forms, shuffled);
    }

    private static ConfigurationMatrix? WithTwoEntriesSwapped(ConfigurationMatrix matrix, Seed seed)
    {
        int[] degrees = [.. matrix.Degrees.ToArray()];
        var stream = seed.For("entries").Stream();
        var (one, other) = (stream.NextIndex(degrees.Length), stream.NextIndex(degrees.Length));
        (degrees[one], degrees[other]) = (degrees[other], degrees[one]);
        return ConfigurationGuard.Problem(matrix.Rows, matrix.Columns, degrees) is null
            ? ConfigurationMatrix.FromEntries(matrix.Rows, matrix.Columns, degrees)
            : null;
    }
}
