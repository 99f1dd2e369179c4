using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Representatives;

/// <summary>The representatives of a whole list, batch by batch: made in parallel, handed out in order, never all in memory.</summary>
/// <remarks>
/// Each entry has its own seed, derived from its label, so a batch is a function of (list, options, seed) and of nothing that came before it.
/// A run that was killed goes on by asking for the first batch that has not been written.
/// </remarks>
public static class RepresentativeStream
{
    /// <summary>Entries in a batch; a hundred matrices each make a few hundred kilobytes.</summary>
    public const int BatchSize = 32;

    // Batches made before the first of them is handed out, for each thread: enough to even out slow ones.
    private const int BatchesAhead = 4;

    /// <summary>The number of batches of a list.</summary>
    public static int BatchCount(CicyList list) => (list.Records.Length + BatchSize - 1) / BatchSize;

    /// <summary>Draws the representatives of a list.</summary>
    /// <param name="list">The entries; placeholders are not left out, see <see cref="CicyList.WithoutPlaceholders"/>.</param>
    /// <param name="options">Identities, bounds and numbers.</param>
    /// <param name="firstBatch">The batch to start with: 0, or the first one that an earlier run has not written.</param>
    /// <param name="seed">The same seed and options give the same batches whatever the first one is.</param>
    /// <param name="execution">Reports the share of batches done as stage "representatives".</param>
    /// <returns>The batches from the first one on, in order; work is done as they are asked for.</returns>
    /// <exception cref="InvalidDataException">A column has too many splittings to list; the message names the entry.</exception>
    public static IEnumerable<RepresentativeBatch> Batches(CicyList list, RepresentativeOptions options, int firstBatch, Seed seed, Execution execution)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstBatch);
        var count = BatchCount(list);
        for (var start = firstBatch; start < count;)
        {
            var batches = new RepresentativeBatch[Math.Min(BatchesAhead * execution.Threads, count - start)];
            var first = start;
            execution.ForEachBlock(batches.Length, i => batches[i] = Draw(list, options, first + i, seed));
            foreach (var batch in batches)
            {
                yield return batch;
            }

            start += batches.Length;
            execution.Report("representatives", (double)start / count, $"label {batches[^1].Records[^1].Label}");
        }
    }

    private static RepresentativeBatch Draw(CicyList list, RepresentativeOptions options, int index, Seed seed)
    {
        var records = list.Records.Slice(index * BatchSize, Math.Min(BatchSize, list.Records.Length - (index * BatchSize)));
        return new(index, records, [.. records.Select(one => EntryProblem.Named(one, record => RepresentativeSet.Draw(record.Matrix, options, seed.For(record.Label))))]);
    }
}
