using Noether.Numerics;

namespace Noether.FiniteGroups;

/// <summary>Coordinates that may be exchanged with each other, in any order.</summary>
/// <param name="Exchanges">The exchanges of two. Shape [count][n, n].</param>
/// <param name="SetOf">The set of each coordinate. Shape [n].</param>
internal sealed record ExchangeableSets(ImmutableArray<Matrix> Exchanges, ImmutableArray<int> SetOf)
{
    /// <summary>How many coordinates each set has, two or more.</summary>
    public ImmutableArray<int> Sizes => [.. SetOf.GroupBy(member => member).Select(group => group.Count()).Where(size => size > 1)];

    /// <summary>The number of permutations within the sets.</summary>
    public double Order => Sizes.Aggregate(1.0, (product, size) => product * Enumerable.Range(1, size).Aggregate(1.0, (f, k) => f * k));

    /// <summary>From the exchanges of two coordinates that hold.</summary>
    /// <param name="exchanges">Shape [count][n, n].</param>
    /// <param name="maps">All maps, for their size. Shape [any][n, n].</param>
    public static ExchangeableSets Of(IReadOnlyList<Matrix> exchanges, IReadOnlyList<Matrix> maps)
    {
        int[] set = [.. Enumerable.Range(0, maps.Count == 0 ? 0 : maps[0].Rows)];
        foreach (var (a, b) in exchanges.Select(map => Pair(map)!.Value))
        {
            set = [.. set.Select(member => member == set[b] ? set[a] : member)];
        }

        return new([.. exchanges], [.. set]);
    }

    /// <summary>The two coordinates that a map exchanges, both with their sign, and moves no other; null of other maps.</summary>
    public static (int First, int Second)? Pair(Matrix map)
    {
        int[] moved = [.. Enumerable.Range(0, map.Rows).Where(j => map[j, j] < 0.5)];
        return moved is [var a, var b] && map[a, b] > 0.5 && map[b, a] > 0.5 ? (a, b) : null;
    }

    /// <summary>Whether a map is a product of the exchanges: a permutation without signs that stays within the sets.</summary>
    public bool Generate(Matrix map) => Enumerable.Range(0, map.Rows)
        .All(j => Enumerable.Range(0, map.Rows).All(i => Math.Abs(map[i, j]) < 0.5 || (map[i, j] > 0 && SetOf[i] == SetOf[j])));
}
