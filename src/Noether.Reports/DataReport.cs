namespace Noether.Reports;

/// <summary>What was read or sampled.</summary>
/// <param name="Source">The file as given, or the name of the sampled function.</param>
/// <param name="Sha256">Hash of the file's bytes, or of the sampled coordinates and labels, in lower-case hexadecimal.</param>
/// <param name="Points">The samples that were used; 0 where the data are matrices.</param>
/// <param name="Dimension">Coordinates per sample, or of the space that matrices act on.</param>
/// <param name="Classes">Number of classes of each head; null where there are no labels.</param>
/// <param name="Dropped">Samples that were left out: outside every class, or without a measurement.</param>
public sealed record DataReport(string Source, string Sha256, int Points, int Dimension, ImmutableArray<int>? Classes, int Dropped)
{
    /// <summary>The names of the coordinates; null where they have none.</summary>
    public ImmutableArray<string>? Columns { get; init; }

    /// <summary>Columns that are no coordinates, each with the reason; null where there are none.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Ignored { get; init; }

    /// <summary>How many matrices were read, where the data are matrices; null where they are samples.</summary>
    public int? Matrices { get; init; }
}
