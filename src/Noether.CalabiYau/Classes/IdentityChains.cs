using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Classes;

/// <summary>Pairs of entries from which identities lead to a common matrix.</summary>
internal static class IdentityChains
{
    // Entries whose surroundings are held in memory at a time, before they are merged into the table of all matrices.
    private const int BlockSize = 64;

    /// <summary>Searches all matrices within some backward steps of every entry.</summary>
    /// <param name="list">The entries; products with placeholder Hodge numbers are left out.</param>
    /// <param name="identities">The identities; those that do not shrink are applied both ways.</param>
    /// <param name="steps">The number of steps, 1 or more. Cost: grows by a factor of about ten a step.</param>
    /// <param name="execution">Reports as stage "chains".</param>
    /// <exception cref="InvalidDataException">A column on the way has too many splittings to list; the message names the entry.</exception>
    public static ImmutableArray<EntryPair> Pairs(CicyList list, IdentitySet identities, int steps, Execution execution)
    {
        var records = list.WithoutPlaceholders.Records;
        var owners = new Dictionary<ConfigurationMatrix, int>();
        var pairs = new SortedSet<(int, int)>();
        for (var start = 0; start < records.Length; start += BlockSize)
        {
            var reached = new HashSet<ConfigurationMatrix>[Math.Min(BlockSize, records.Length - start)];
            var first = start;
            execution.ForEachBlock(reached.Length, i => reached[i] = EntryProblem.Named(records[first + i], record => Surroundings(record.Matrix, identities, steps)));
            for (var i = 0; i < reached.Length; i++)
            {
                var label = records[start + i].Label;
                foreach (var matrix in reached[i])
                {
                    if (!owners.TryAdd(matrix, label) && owners[matrix] != label)
                    {
                        pairs.Add((owners[matrix], label));
                    }
                }
            }

            execution.Report("chains", (double)(start + reached.Length) / records.Length, $"{pairs.Count} pairs");
        }

        return [.. pairs.Select(pair => new EntryPair(pair.Item1, pair.Item2, Evidence.IdentityChain))];
    }

    /// <summary>The canonical forms of all matrices within some steps.</summary>
    internal static HashSet<ConfigurationMatrix> Surroundings(ConfigurationMatrix start, IdentitySet identities, int steps)
    {
        var all = new HashSet<ConfigurationMatrix> { CanonicalForm.Of(start) };
        var shell = new List<ConfigurationMatrix>(all);
        for (var step = 0; step < steps; step++)
        {
            shell = [.. shell.SelectMany(matrix => Neighbours(matrix, identities)).Select(CanonicalForm.Of).Where(all.Add)];
        }

        return all;
    }

    private static IEnumerable<ConfigurationMatrix> Neighbours(ConfigurationMatrix matrix, IdentitySet identities) =>
        identities.Identities.SelectMany(identity => identity.ForwardShrinks ? identity.Backward(matrix) : identity.Backward(matrix).AddRange(identity.Forward(matrix)));
}
