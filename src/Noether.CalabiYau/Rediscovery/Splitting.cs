namespace Noether.CalabiYau.Rediscovery;

/// <summary>Vectors to be written as sums of non-negative parts: target_k = sum_l terms_kl part_l.</summary>
/// <param name="Length">The length of all vectors.</param>
/// <param name="Targets">The sums. Shape [targets][length].</param>
/// <param name="Terms">The coefficients. Shape [targets][parts].</param>
/// <param name="Empty">Which parts are zero; all others are not.</param>
internal sealed record Splitting(int Length, int[][] Targets, int[][] Terms, ImmutableArray<bool> Empty)
{
    /// <summary>All choices of the parts; a part with a sum given has that sum.</summary>
    /// <param name="sums">The sum of each part; null where it is free. Shape [parts].</param>
    public IEnumerable<int[][]> All(int?[] sums)
    {
        // Without a target, parts that are not zero could be anything.
        var undetermined = Targets.Length == 0 && Empty.Contains(false);
        return undetermined ? [] : Extend([.. Empty.Select(_ => new int[Length])], 0, sums);
    }

    private IEnumerable<int[][]> Extend(int[][] parts, int at, int?[] sums)
    {
        if (at == Length)
        {
            if (parts.Select((part, l) => (part.Sum() == 0) == Empty[l] && (sums[l] is not { } sum || part.Sum() == sum)).All(fits => fits))
            {
                yield return [.. parts.Select(part => part.ToArray())];
            }

            yield break;
        }

        foreach (var values in Values([.. Targets.Select(target => target[at])]))
        {
            for (var l = 0; l < parts.Length; l++)
            {
                parts[l][at] = values[l];
            }

            if (parts.Select((part, l) => sums[l] is not { } sum || part.Take(at + 1).Sum() <= sum).All(fits => fits))
            {
                foreach (var result in Extend(parts, at + 1, sums))
                {
                    yield return result;
                }
            }
        }
    }

    private IEnumerable<int[]> Values(int[] target)
    {
        var most = target.DefaultIfEmpty(0).Max();
        return Grid(Empty.Length, most).Where(values => target.Select((value, k) => value == Terms[k].Select((term, l) => term * values[l]).Sum()).All(fits => fits));
    }

    private IEnumerable<int[]> Grid(int parts, int most) => parts == 0
        ? [[]]
        : Grid(parts - 1, most).SelectMany(rest => Enumerable.Range(0, Empty[parts - 1] ? 1 : most + 1).Select(next => (int[])[.. rest, next]));
}
