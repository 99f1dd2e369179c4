using Noether.Numerics;

namespace Noether.FiniteGroups;

/// <summary>Coordinates that may be exchanged with each other, in any order.</summary>
/// <param name="Exchanges">The exchanges of two. Shape [count][n, n].</param>
/// <param name="Sizes">How many coordinates each set has, two or more.</param>
internal sealed record ExchangeableSets(ImmutableArray<Matrix> Exchanges, ImmutableArray<int> Sizes)
{
    /// <summary>The number of permutations within the sets.</summary>
    public double Order => Sizes.Aggregate(1.0, (product, size) => product * Enumerable.Range(1, size).Aggregate(1.0, (f, k) => f * k));

    /// <summary>From maps that hold, by those of them that exchange two coordinates.</summary>
    /// <param name="maps">Permutations with signs. Shape [count][n, n].</param>
    public static ExchangeableSets Of(IReadOnlyList<Matrix> maps)
    {
        var n = maps[0].Rows;
        int[] set = [.. Enumerable.Range(0, n)];
        var exchanges = ImmutableArray.CreateBuilder<Matrix>();
        foreach (var map in maps)
        {
            int[] moved = [.. Enumerable.Range(0, n).Where(j => map[j, j] < 0.5)];
            if (moved is [var a, var b] && map[a, b] > 0.5 && map[b, a] > 0.5)
            {
                exchanges.Add(map);
                set = [.. set.Select(member => member == set[b] ? set[a] : member)];
            }
        }

        return new(exchanges.ToImmutable(), [.. set.GroupBy(member => member).Select(group => group.Count()).Where(size => size > 1)]);
    }
}
