using Noether.CalabiYau.Checks;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Identities;
using Noether.Reports;

namespace Noether.Experiments.Configurations;

/// <summary>Configuration matrices given by the user: canonical and reduced form, topology, graph: noether cicy canonical.</summary>
internal static class MatrixDescription
{
    // A page of graphs is looked through; a hundred would take longer to draw than to compute.
    private const int MostFigures = 12;

    /// <summary>Describes matrices, in their order.</summary>
    /// <param name="matrices">At least one.</param>
    /// <param name="context">The blank report.</param>
    public static Report Run(ImmutableArray<ConfigurationMatrix> matrices, RunContext context)
    {
        var forms = matrices.Select(CanonicalForm.Of).Distinct().Count();
        var reduced = matrices.Select(ReducedForm.Of).ToArray();
        return context.Blank with
        {
            Verdict = matrices.Length == 1
                ? Sentence(reduced[0])
                : $"{matrices.Length} matrices: {forms} different up to the order of rows and columns, {reduced.Select(one => one.Matrix).Distinct().Count()} different reduced forms.",
            Configurations = [.. matrices.Zip(reduced, Describe)],
            Findings = [.. matrices.SelectMany(matrix => ConfigurationCheck.Of(matrix)).Distinct()],
            Figures = [.. matrices.Take(MostFigures).Select((matrix, i) => GraphFigure.Of(matrices.Length == 1 ? "graph" : $"graph-{i + 1}", matrix))],
        };
    }

    private static string Sentence(ReducedForm reduced) => reduced.Steps.IsEmpty
        ? "The matrix is reduced: no identity makes it smaller."
        : $"The matrix describes the same manifolds as {reduced.Matrix}.";

    private static ConfigurationReport Describe(ConfigurationMatrix matrix, ReducedForm reduced)
    {
        var topology = ConfigurationCheck.TopologyOf(matrix);
        return new(matrix.ToString(), matrix.Dimension)
        {
            EulerNumber = topology?.EulerNumber,
            SecondChernClass = topology is { SecondChernClass: { IsEmpty: false } chern } ? chern : null,
            Canonical = CanonicalForm.Of(matrix).ToString(),
            Reduced = reduced.Matrix.ToString(),
            Steps = reduced.Steps,
        };
    }
}
