using System.Numerics;
using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Invariants;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Invariants;

public static class InvariantTests
{
    [Fact]
    public static void Elementary_divisors_survive_changes_of_basis_on_both_sides() =>
        Gen.Select(Gen.Int[-6, 6].Array[12], Gen.ULong).Sample((entries, seed) =>
        {
            long[][] rows = [.. entries.Chunk(4).Select(row => row.Select(entry => (long)entry).ToArray())];
            var stream = new Seed(seed).Stream();
            var changed = rows.Select(row => row.ToArray()).ToArray();
            for (var step = 0; step < 8; step++)
            {
                AddRow(changed, stream.NextIndex(3), stream.NextIndex(3), stream.NextIndex(5) - 2);
                AddColumn(changed, stream.NextIndex(4), stream.NextIndex(4), stream.NextIndex(5) - 2);
            }

            return SmithNormalForm.ElementaryDivisors(rows).SequenceEqual(SmithNormalForm.ElementaryDivisors(changed));
        });

    [Fact]
    public static void Elementary_divisors_of_a_small_matrix_are_those_of_the_textbook() =>
        Assert.Equal([(BigInteger)2, 2, 156], SmithNormalForm.ElementaryDivisors([[2, 4, 4], [-6, 6, 12], [10, 4, 16]]));

    [Fact]
    public static void Divisors_beyond_64_bits_are_found_too() =>
        Assert.Equal([BigInteger.One, (BigInteger)long.MaxValue * (long.MaxValue - 1)], SmithNormalForm.ElementaryDivisors([[long.MaxValue, 0], [0, long.MaxValue - 1]]));

    [Fact]
    public static void Row_numbers_agree_under_permutation_and_give_equal_invariants() =>
        Gen.Select(Generators.Threefolds, Gen.ULong).Sample(
            (matrix, seed) =>
            {
                var (first, second) = (Numbers(matrix), Numbers(Generators.Shuffled(matrix, new(seed))));
                return first.AgreesWith(second)
                    && string.Equals(DivisorInvariants.CommonDivisors(first), DivisorInvariants.CommonDivisors(second), StringComparison.Ordinal)
                    && string.Equals(DivisorInvariants.ElementaryDivisors(first), DivisorInvariants.ElementaryDivisors(second), StringComparison.Ordinal)
                    && string.Equals(ModularHistogram.Of(first, 3), ModularHistogram.Of(second, 3), StringComparison.Ordinal);
            },
            iter: 60);

    [Fact]
    public static void A_change_of_basis_alters_the_numbers_but_no_invariant() =>
        Gen.Select(Generators.Threefolds.Where(matrix => matrix.Rows is 2 or 3), Gen.ULong).Sample(
            (matrix, seed) =>
            {
                var first = Numbers(matrix);
                var second = InAnotherBasis(first, new Seed(seed).Stream());
                return Invariants(first).SequenceEqual(Invariants(second), StringComparer.Ordinal);
            },
            iter: 60);

    [Fact]
    public static void Different_manifolds_have_different_invariants() =>
        Assert.NotEqual(Invariants(Numbers(ConfigurationMatrix.Parse("3; 3"))), Invariants(Numbers(ConfigurationMatrix.Parse("2; 4"))));

    [Fact]
    public static void There_is_no_histogram_over_too_many_classes() =>
        Assert.Null(ModularHistogram.Of(Numbers(ConfigurationMatrix.Parse("2; 2; 2; 2")), 23));

    private static RowNumbers Numbers(ConfigurationMatrix matrix) => new(new CicyRecord(1, matrix, new(0, 1, 1, []), [], 0));

    private static string[] Invariants(RowNumbers numbers) =>
    [
        DivisorInvariants.CommonDivisors(numbers),
        DivisorInvariants.ElementaryDivisors(numbers),
        ModularHistogram.Of(numbers, 2)!,
        ModularHistogram.Of(numbers, 3)!,
        ModularHistogram.Of(numbers, 5)!,
    ];

    private static RowNumbers InAnotherBasis(RowNumbers numbers, RandomStream stream)
    {
        var rows = numbers.SecondChernClass.Length;
        long[][] basis = [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, rows).Select(j => i == j ? 1L : 0).ToArray())];
        for (var step = 0; step < 4; step++)
        {
            AddRow(basis, stream.NextIndex(rows), stream.NextIndex(rows), stream.NextIndex(3) - 1);
        }

        var form = new IntersectionForm(rows, 3);
        int[][] vectors = [.. basis.Select(row => row.Select(entry => (int)entry).ToArray())];
        Span<int> multiset = [0, 0, 0];
        do
        {
            var value = numbers.Form.Contract(vectors[multiset[0]], 1).Contract(vectors[multiset[1]], 1).Evaluate(vectors[multiset[2]]);
            form.Set(Multisets.Rank(multiset), value);
        }
        while (Multisets.Next(multiset, rows));
        return new(numbers.Record, form, [.. vectors.Select(vector => vector.Zip(numbers.SecondChernClass, (v, c) => v * c).Sum())]);
    }

    private static void AddRow(long[][] rows, int target, int source, int factor)
    {
        for (var j = 0; j < rows[0].Length && target != source; j++)
        {
            rows[target][j] += factor * rows[source][j];
        }
    }

    private static void AddColumn(long[][] rows, int target, int source, int factor)
    {
        foreach (var row in rows)
        {
            row[target] += target == source ? 0 : factor * row[source];
        }
    }
}
