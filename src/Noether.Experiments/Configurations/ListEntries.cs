using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Lists;
using Noether.Reports;

namespace Noether.Experiments.Configurations;

/// <summary>Entries of a list as a report, the first of them drawn: noether cicy list.</summary>
internal static class ListEntries
{
    /// <summary>Reports the entries of a source as the list states them.</summary>
    /// <param name="source">The entries wanted; those left out of it count as dropped.</param>
    /// <param name="context">The blank report.</param>
    public static Report Run(ListSource source, RunContext context)
    {
        var records = source.List.Records;
        return context.Blank with
        {
            Verdict = $"{records.Length} of {records.Length + source.Dropped} entries.",
            Data = source.ToReport(),
            Configurations = [.. records.Select(Describe)],
            Figures = [.. records.Take(1).Select(record => GraphFigure.Of("graph", record.Matrix))],
        };
    }

    private static ConfigurationReport Describe(CicyRecord record) => new(record.Matrix.ToString(), record.Matrix.Dimension)
    {
        Label = record.Label,
        H11 = record.Topology.H11,
        H21 = record.Topology.H21,
        EulerNumber = record.Topology.EulerNumber,
        SecondChernClass = record.Topology.SecondChernClass,
    };
}
