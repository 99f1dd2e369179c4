using Noether.CalabiYau.Lists;
using Noether.Reports;

namespace Noether.Experiments.Configurations;

/// <summary>A list of configurations and where it came from.</summary>
/// <param name="Name">The file as given.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="List">The entries to work on.</param>
/// <param name="Dropped">The entries of the file that were left out.</param>
internal sealed record ListSource(string Name, string Sha256, CicyList List, int Dropped)
{
    /// <summary>All entries of the file, those that were left out too: partners that an entry names are looked up here. The entries to work on unless given.</summary>
    public CicyList Whole { get; init; } = List;

    /// <summary>The same without entries whose Hodge numbers are placeholders.</summary>
    public ListSource WithoutPlaceholders
    {
        get
        {
            var kept = List.WithoutPlaceholders;
            return this with { List = kept, Dropped = Dropped + List.Records.Length - kept.Records.Length };
        }
    }

    /// <summary>The source as a part of a report.</summary>
    public DataReport ToReport() => new(Name, Sha256, List.Records.Length, Dimension: 0, Classes: null, Dropped);
}
