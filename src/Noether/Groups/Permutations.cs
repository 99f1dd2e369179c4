using Noether.Numerics;

namespace Noether.Groups;

/// <summary>Exchanges of coordinates, or of vectors of them, and changes of their signs.</summary>
internal static class Permutations
{
    /// <summary>All permutations of some vectors.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dimension">The number of coordinates n.</param>
    /// <param name="vectors">The coordinates of each vector, all of one length. Shape [vectors][d].</param>
    /// <param name="names">The name of each vector.</param>
    public static SymmetryGroup Symmetric(string name, int dimension, ImmutableArray<ImmutableArray<int>> vectors, ImmutableArray<string> names)
    {
        var count = vectors.Length;
        var order = Enumerable.Range(1, count).Aggregate(1L, (product, factor) => Math.Min(product * factor, int.MaxValue));
        var tested = order - 1 <= SymmetryGroup.MostElements ? All(count).Skip(1) : Exchanges(count);
        return new(name, dimension)
        {
            Elements = [.. tested.Select(images => new GroupMember(Describe(images, names), Map(dimension, vectors, images)))],
            Draw = random =>
            {
                int[] images = [.. Enumerable.Range(0, count)];
                random.Shuffle<int>(images);
                return Map(dimension, vectors, images);
            },
        };
    }

    /// <summary>The change of the signs of some coordinates together.</summary>
    public static SymmetryGroup Sign(string name, ImmutableArray<string> coordinates, ImmutableArray<int> changed)
    {
        var map = Matrix.Generate(coordinates.Length + 1, coordinates.Length + 1, (i, j) => i != j ? 0 : changed.Contains(i) ? -1 : 1);
        return FiniteClosure.Generated(name, [map], (_, _) => $"other sign of {string.Join(", ", changed.Select(column => coordinates[column]))}");
    }

    // In lexical order, the identity first.
    private static IEnumerable<int[]> All(int count)
    {
        return Extended([]);

        IEnumerable<int[]> Extended(int[] start) => start.Length == count ? [start]
            : Enumerable.Range(0, count).Where(next => !start.Contains(next)).SelectMany(next => Extended([.. start, next]));
    }

    private static IEnumerable<int[]> Exchanges(int count) =>
        from a in Enumerable.Range(0, count)
        from b in Enumerable.Range(a + 1, count - a - 1)
        select Enumerable.Range(0, count).Select(i => i == a ? b : i == b ? a : i).ToArray();

    // Vector k goes to the place of vector images[k].
    private static Matrix Map(int dimension, ImmutableArray<ImmutableArray<int>> vectors, int[] images)
    {
        int[] to = [.. Enumerable.Range(0, dimension)];
        for (var k = 0; k < images.Length; k++)
        {
            for (var axis = 0; axis < vectors[k].Length; axis++)
            {
                to[vectors[k][axis]] = vectors[images[k]][axis];
            }
        }

        return Matrix.Generate(dimension + 1, dimension + 1, (i, j) => j == dimension ? (i == j ? 1 : 0) : to[j] == i ? 1 : 0);
    }

    private static string Describe(int[] images, ImmutableArray<string> names)
    {
        var (cycles, seen) = (new List<string>(), new bool[images.Length]);
        for (var start = 0; start < images.Length; start++)
        {
            var cycle = new List<string>();
            for (var at = start; !seen[at]; at = images[at])
            {
                seen[at] = true;
                cycle.Add(names[at]);
            }

            if (cycle.Count > 1)
            {
                cycles.Add(cycle.Count == 2 ? $"{cycle[0]} and {cycle[1]} exchanged" : $"{string.Join(" -> ", cycle)} -> {cycle[0]}");
            }
        }

        return string.Join(", ", cycles);
    }
}
