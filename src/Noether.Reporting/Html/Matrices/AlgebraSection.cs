using Noether.Reports;

namespace Noether.Reporting.Html.Matrices;

/// <summary>The algebra: its name, parts and action.</summary>
internal static class AlgebraSection
{
    internal static Html? Of(AlgebraReport? algebra) => algebra is null ? null : (Html)$"""
        <section>
        <h2>Algebra</h2>
        <p class="algebra">{Evidence.Summary(algebra)}</p>
        <dl>
        {Ideals(algebra)}{Entry("centre", algebra.Center is { } centre ? $"dimension {centre}" : null)}{Entry("acts on the coordinates as", Evidence.Representation(algebra))}{Entry("why", algebra.Reason)}{Candidates(algebra)}</dl>
        {Basis(algebra.Basis)}</section>

        """;

    private static Html? Ideals(AlgebraReport algebra) => algebra.Ideals is not { Length: > 0 } ideals ? null :
        Entry("simple ideals", string.Join("; ", ideals.Select(ideal => $"{ideal.Name}, dimension {ideal.Dimension}, rank {ideal.Rank}")));

    private static Html? Candidates(AlgebraReport algebra) => algebra is not { Candidates: { Length: > 0 } names, CandidateReasons: { } reasons } ? null :
        Entry("candidates", string.Join(" ", names.Zip(reasons, (name, reason) => $"{name}: {reason}")));

    /// <summary>The generators as a textbook would write them, with the change of coordinates that leads there.</summary>
    private static Html? Basis(BasisReport? basis) => basis is null || basis.Coordinates.Columns > MatrixTable.LargestShown ? null : (Html)$"""
        <p>The same algebra, easy to read ({basis.Kind}): N = S A S⁻¹ with the change of coordinates S, for combinations A of the generators; these stand in {ReportPaths.Json} under algebra.basis.mixing.</p>
        <div class="matrices">
        {basis.Matrices.Take(MatrixTable.MostShown).Select((matrix, index) => MatrixTable.Of(matrix, $"Easy generator {index + 1}", $"N{index + 1}"))}{MatrixTable.Of(basis.Coordinates, "Change of coordinates", "S")}</div>

        """;

    private static Html? Entry(string name, string? text) => string.IsNullOrEmpty(text) ? null : (Html)$"""
        <dt>{name}</dt><dd>{text}</dd>

        """;
}
