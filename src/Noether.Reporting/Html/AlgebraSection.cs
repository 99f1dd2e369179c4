using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>The algebra: its name, parts and action.</summary>
internal static class AlgebraSection
{
    internal static Html? Of(AlgebraReport? algebra) => algebra is null ? null : (Html)$"""
        <section>
        <h2>Algebra</h2>
        <p class="algebra">{Evidence.Summary(algebra)}</p>
        <dl>
        {Ideals(algebra)}{Entry("centre", algebra.Center is { } centre ? $"dimension {centre}" : null)}{Entry("acts on the coordinates as", Evidence.Representation(algebra))}{Entry("why", algebra.Reason)}</dl>
        </section>

        """;

    private static Html? Ideals(AlgebraReport algebra) => algebra.Ideals is not { Length: > 0 } ideals ? null :
        Entry("simple ideals", string.Join("; ", ideals.Select(ideal => $"{ideal.Name}, dimension {ideal.Dimension}, rank {ideal.Rank}")));

    private static Html? Entry(string name, string? text) => string.IsNullOrEmpty(text) ? null : (Html)$"""
        <dt>{name}</dt><dd>{text}</dd>

        """;
}
