using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Checks;

/// <summary>What a list states, against what comes out when it is computed.</summary>
/// <param name="Entries">The number of entries.</param>
/// <param name="EulerNumbersAgree">Entries whose stated Euler number is the computed one.</param>
/// <param name="SecondChernClassesAgree">Entries whose stated second Chern class is the computed one, row by row.</param>
/// <param name="Findings">Placeholders, then what does not agree, entry by entry.</param>
public sealed record ListCheck(int Entries, int EulerNumbersAgree, int SecondChernClassesAgree, ImmutableArray<Finding> Findings)
{
    private const int BlockSize = 64;

    /// <summary>Checks a list. Cost: some ten microseconds an entry and thread.</summary>
    public static ListCheck Of(CicyList list, Execution execution) => Of(list, list, execution);

    /// <summary>Checks a part of a list. Cost: some ten microseconds an entry and thread.</summary>
    /// <param name="list">The entries to check.</param>
    /// <param name="whole">The list that they are from: partners that they name as redundant are looked up there.</param>
    /// <param name="execution">Threads.</param>
    public static ListCheck Of(CicyList list, CicyList whole, Execution execution)
    {
        var records = list.Records;
        var computed = new TopologicalData[records.Length];
        execution.ForEachBlock((records.Length + BlockSize - 1) / BlockSize, block =>
        {
            for (var i = block * BlockSize; i < Math.Min((block + 1) * BlockSize, records.Length); i++)
            {
                computed[i] = TopologicalData.Of(records[i].Matrix);
            }
        });
        var pairs = records.Zip(computed).ToArray();
        var labels = whole.ByLabel();
        return new(
            records.Length,
            pairs.Count(pair => pair.First.Topology.EulerNumber == pair.Second.EulerNumber),
            pairs.Count(pair => pair.First.Topology.SecondChernClass.SequenceEqual(pair.Second.SecondChernClass)),
            [.. Placeholders(records), .. pairs.SelectMany(pair => FindingsOf(pair.First, pair.Second).Concat(RedundancyFindings(pair.First, labels)))]);
    }

    private static IEnumerable<Finding> FindingsOf(CicyRecord record, TopologicalData computed)
    {
        if (record.Topology.EulerNumber != computed.EulerNumber)
        {
            yield return new("CON005", Severity.Contradiction, $"Entry {record.Label} (line {record.Line}) states the Euler number {record.Topology.EulerNumber}; its matrix has {computed.EulerNumber}.");
        }

        if (!record.Topology.SecondChernClass.SequenceEqual(computed.SecondChernClass))
        {
            yield return new(
                "CON006",
                Severity.Contradiction,
                $"Entry {record.Label} (line {record.Line}) states the second Chern class {string.Join(' ', record.Topology.SecondChernClass)}; its matrix has {string.Join(' ', computed.SecondChernClass)}.");
        }
    }

    private static IEnumerable<Finding> Placeholders(ImmutableArray<CicyRecord> records)
    {
        var labels = records.Where(record => record.HasPlaceholderHodgeNumbers).Select(record => record.Label).ToArray();
        if (labels.Length > 0)
        {
            yield return new("CON007", Severity.Caution, $"{labels.Length} entries have h11 = 0, which is a placeholder; leave them out of training: {string.Join(", ", labels)}.");
        }
    }

    private static IEnumerable<Finding> RedundancyFindings(CicyRecord record, ImmutableDictionary<int, CicyRecord> labels) =>
        from reference in record.Redundant
        where !labels.TryGetValue(reference, out var partner) || !partner.Redundant.Contains(record.Label)
        select new Finding("CON008", Severity.Caution, $"Entry {record.Label} (line {record.Line}) names {reference} as redundant, which is absent or does not name it back.");
}
