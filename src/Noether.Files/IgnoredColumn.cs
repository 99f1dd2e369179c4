namespace Noether.Files;

/// <summary>A column of a table that is neither coordinate, label nor value.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Reason">Why, as the rest of a sentence that begins with the name, or an option: "counts the rows", "by --ignore".</param>
public sealed record IgnoredColumn(string Name, string Reason);
