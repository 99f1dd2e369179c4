namespace Noether.Orbits;

/// <summary>Where the sorted distances from a point to its neighbours jump: the neighbours before the jump are taken for its orbit.</summary>
internal static class LargestJump
{
    /// <summary>The paper's rule, Eq. (O6): the neighbours before the largest difference of consecutive distances.</summary>
    /// <param name="distances">Distances in increasing order, at least one. Shape [k].</param>
    /// <returns>How many neighbours lie before the jump, 1 to k; the first of equal jumps counts.</returns>
    public static int Count(ReadOnlySpan<double> distances)
    {
        RequireOne(distances);
        var (count, largest) = (1, double.NegativeInfinity);
        for (var i = 0; i + 1 < distances.Length; i++)
        {
            if (distances[i + 1] - distances[i] > largest)
            {
                (count, largest) = (i + 1, distances[i + 1] - distances[i]);
            }
        }

        return count;
    }

    /// <summary>The same with the ratio of consecutive distances in place of their difference, Eq. (O7): a gap counts by how wide it is compared with what it surrounds.</summary>
    /// <inheritdoc cref="Count" path="/param|/returns"/>
    public static int RelativeCount(ReadOnlySpan<double> distances)
    {
        RequireOne(distances);
        var (count, largest) = (1, double.NegativeInfinity);
        for (var i = 0; i + 1 < distances.Length; i++)
        {
            // Duplicates at distance 0 are no gap; from 0 to anything else is the widest of all.
            var ratio = distances[i + 1] == distances[i] ? 1 : distances[i + 1] / distances[i];
            if (ratio > largest)
            {
                (count, largest) = (i + 1, ratio);
            }
        }

        return count;
    }

    private static void RequireOne(ReadOnlySpan<double> distances)
    {
        if (distances.IsEmpty)
        {
            throw new ArgumentException("A jump is looked for among the distances to at least one neighbour; there is none.", nameof(distances));
        }
    }
}
