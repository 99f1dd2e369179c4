using Noether.Groups;
using Noether.Numerics;

namespace Noether.FiniteGroups;

/// <summary>What an orthogonal map does, in words.</summary>
internal static class ElementNames
{
    /// <summary>In the plane and in space the angle and the axis; of permutations with signs which coordinates they exchange.</summary>
    /// <param name="map">Orthogonal. Shape [n, n].</param>
    /// <param name="number">Its place in a list, counted from 0.</param>
    /// <param name="names">Of the coordinates. Shape [n].</param>
    public static string Of(Matrix map, int number, ImmutableArray<string> names) =>
        Exchange(map, names) ?? AffineMap.Describe(AffineMap.Extended(map, map.Rows, 1), number);

    // Null for maps that are no permutations with signs.
    private static string? Exchange(Matrix map, ImmutableArray<string> names)
    {
        var n = map.Rows;
        var (images, words, seen) = (new int[n], new List<string>(), new bool[n]);
        for (var j = 0; j < n; j++)
        {
            images[j] = Enumerable.Range(0, n).FirstOrDefault(i => Math.Abs(Math.Abs(map[i, j]) - 1) < 1e-6, -1);
            if (images[j] < 0)
            {
                return null;
            }
        }

        if (n <= 3 && images.Where((image, j) => image == j).Count() < n && n > 1)
        {
            return null; // an axis and an angle say more
        }

        for (var start = 0; start < n; start++)
        {
            var cycle = new List<string>();
            for (var at = start; !seen[at]; at = images[at])
            {
                seen[at] = true;
                cycle.Add(map[images[at], at] > 0 ? names[at] : $"-{names[at]}");
            }

            words.AddRange(cycle.Count switch
            {
                0 => [],
                1 => cycle[0][0] == '-' ? [$"{cycle[0][1..]} -> {cycle[0]}"] : [],
                2 => [$"{cycle[0]} and {cycle[1]} exchanged"],
                _ => [$"{string.Join(" -> ", cycle)} -> {cycle[0]}"],
            });
        }

        return string.Join(", ", words);
    }
}
