using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.Measures;

/// <summary>Whether the nearest samples of the same class are on the same orbit.</summary>
internal static class NeighbourPurity
{
    /// <summary>Neighbours that are asked.</summary>
    private const int Neighbours = 10;

    /// <summary>The share of the ten nearest neighbours within the class that are on the sample's own orbit, mean over the samples of classes with several orbits, Eq. (S6); NaN without such a class.</summary>
    /// <param name="representation">Coordinates of all samples. Shape [n, width].</param>
    /// <param name="cells">The classes.</param>
    /// <param name="used">The samples that are looked at.</param>
    /// <param name="orbitOf">The orbit that a sample was drawn on.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static double Of(SingleMatrix representation, Labels cells, ImmutableArray<int> used, Func<int, int> orbitOf, Execution execution)
    {
        var (same, asked) = (0L, 0L);
        foreach (var members in cells.Select(used.AsSpan()).Members().Select(ofClass => ofClass.Select(member => used[member]).ToArray()))
        {
            if (members.Length <= Neighbours || members.Select(orbitOf).Distinct().Count() < 2)
            {
                continue;
            }

            var nearest = NearestNeighbours.Find(representation.Select(members), new() { Count = Neighbours }, execution with { Progress = null });
            for (var i = 0; i < members.Length; i++)
            {
                foreach (var neighbour in nearest.Indices(i))
                {
                    same += orbitOf(members[neighbour]) == orbitOf(members[i]) ? 1 : 0;
                }
            }

            asked += (long)members.Length * Neighbours;
        }

        return asked > 0 ? (double)same / asked : double.NaN;
    }
}
