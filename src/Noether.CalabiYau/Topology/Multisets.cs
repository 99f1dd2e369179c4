namespace Noether.CalabiYau.Topology;

/// <summary>Multisets of indices, written in increasing order, and their numbers: the storage order of symmetric forms.</summary>
internal static class Multisets
{
    // Row n holds the binomial coefficients (n over 0 .. 64); those beyond 64 bits are cut off at the largest long.
    private static readonly long[][] Binomials = Pascal(2 * Configurations.ConfigurationMatrix.MaxAmbientDimension);

    /// <summary>The number of multisets of a size from so many indices, (indices + size - 1 over size).</summary>
    public static long Count(int indices, int size) => size == 0 ? 1 : Binomials[indices + size - 1][size];

    /// <summary>The number of a multiset i_0 &lt;= i_1 &lt;= ... among all of its size: the sum over k of (i_k + k over k + 1).</summary>
    public static int Rank(ReadOnlySpan<int> multiset)
    {
        var rank = 0L;
        for (var k = 0; k < multiset.Length; k++)
        {
            rank += Binomials[multiset[k] + k][k + 1];
        }

        return (int)rank;
    }

    /// <summary>Replaces a multiset by the next one in the order of <see cref="Rank"/>; false after the last.</summary>
    public static bool Next(Span<int> multiset, int indices)
    {
        for (var k = 0; k < multiset.Length; k++)
        {
            var bound = k + 1 < multiset.Length ? multiset[k + 1] : indices - 1;
            if (multiset[k] < bound)
            {
                multiset[k]++;
                multiset[..k].Clear();
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of the union of two multisets, each in increasing order.</summary>
    public static int RankOfUnion(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var rank = 0L;
        var (i, j) = (0, 0);
        for (var k = 0; k < first.Length + second.Length; k++)
        {
            var index = j == second.Length || (i < first.Length && first[i] <= second[j]) ? first[i++] : second[j++];
            rank += Binomials[index + k][k + 1];
        }

        return (int)rank;
    }

    /// <summary>The number of orders in which a multiset can be written, size! / product of multiplicities!.</summary>
    public static long Orders(ReadOnlySpan<int> multiset)
    {
        var orders = 1L;
        var run = 0;
        for (var k = 0; k < multiset.Length; k++)
        {
            run = k > 0 && multiset[k] == multiset[k - 1] ? run + 1 : 1;
            orders = checked(orders * (k + 1)) / run; // at every k the orders of the first k + 1 members, a whole number
        }

        return orders;
    }

    private static long[][] Pascal(int size)
    {
        var rows = new long[size + 1][];
        for (var n = 0; n <= size; n++)
        {
            rows[n] = new long[size + 2];
            rows[n][0] = 1;
            for (var k = 1; k <= n; k++)
            {
                var (left, right) = (rows[n - 1][k - 1], rows[n - 1][k]);
                rows[n][k] = left > long.MaxValue - right ? long.MaxValue : left + right;
            }
        }

        return rows;
    }
}
