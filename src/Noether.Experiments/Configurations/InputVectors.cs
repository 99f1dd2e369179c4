using System.Text;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Representatives;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Configurations;

/// <summary>Input vectors of entries of a list and of representatives drawn for them: noether cicy features.</summary>
internal static class InputVectors
{
    /// <summary>Eigenvalues that round to the same multiple of this count as equal: ten times the rounding of eigenvalues up to some tens in single precision.</summary>
    private const float Grid = 1e-4f;

    /// <summary>Draws representatives and computes their input vectors.</summary>
    /// <param name="source">The list, without placeholders.</param>
    /// <param name="drawing">How to draw; a cap of 1 gives the entries themselves.</param>
    /// <param name="graphs">How a matrix becomes a vector.</param>
    /// <param name="context">Seed and execution.</param>
    /// <returns>A report with the arrays features, labels and hodge, and the dictionary of node types.</returns>
    public static Report Run(ListSource source, RepresentativeOptions drawing, GraphOptions graphs, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var drawn = clock.Measure("representatives", () => RepresentativeStream.Batches(source.List, drawing, 0, context.Seed, context.Execution).SelectMany(batch => batch.Representatives()).ToArray());
        var matrices = drawn.Select(one => one.Matrix).ToArray();
        var space = clock.Measure("dictionary", () => GraphFeatureSpace.Of(matrices, graphs));
        var vectors = clock.Measure("features", () => space.Vectors(matrices, context.Execution));
        var collisions = clock.Measure("collisions", () => CollisionCount.Of([.. drawn.Select(one => one.Record)], vectors, Grid));
        return context.Blank with
        {
            Verdict = $"{vectors.Rows} input vectors of length {space.Dimension}: {space.CountSlots} node types and {space.EigenvalueSlots} eigenvalues.",
            Data = source.ToReport(),
            Arrays =
            [
                new("features", [vectors.Rows, vectors.Columns], vectors.Entries.ToArray()),
                new("labels", [drawn.Length], drawn.Select(one => one.Record.Label).ToArray()),
                new("hodge", [drawn.Length, 2], drawn.SelectMany(one => new[] { one.Record.Topology.H11, one.Record.Topology.H21 }).ToArray()),
            ],
            Files = [new("dictionary.txt", DictionaryText(space.Dictionary))],
            Findings = [.. CollisionFindings(collisions)],
            Timings = clock.Times,
        };
    }

    private static IEnumerable<Finding> CollisionFindings(CollisionCount count)
    {
        yield return new(
            "CON013",
            count.SharedByHodgeNumbers == 0 ? Severity.Note : Severity.Caution,
            $"{count.Matrices} matrices have {count.DistinctInputs} different input vectors; {count.SharedByLabels} of these occur with several labels, {count.SharedByHodgeNumbers} with several pairs of Hodge numbers ({count.MatricesWithSharedHodgeNumbers} matrices, which no classifier can all get right).");
    }

    private static ImmutableArray<byte> DictionaryText(NodeTypeDictionary dictionary)
    {
        using var writer = new StringWriter();
        dictionary.Write(writer);
        return [.. Encoding.UTF8.GetBytes(writer.ToString())];
    }
}
