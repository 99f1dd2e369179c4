namespace Noether.Reports;

/// <summary>A figure as a value: what is to be seen, not how it is drawn.</summary>
/// <param name="Name">File name without extension, such as "embedding"; letters, digits and hyphens.</param>
/// <param name="Title">Shown above.</param>
/// <param name="Caption">What the reader should see in it, in a sentence or two; shown below.</param>
/// <param name="Panels">One or more panels, side by side.</param>
public sealed record Figure(string Name, string Title, string Caption, ImmutableArray<Panel> Panels);
