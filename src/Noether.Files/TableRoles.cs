using Noether.Data;

namespace Noether.Files;

/// <summary>
/// What the columns of a table of samples mean. Coordinates are the numeric columns that no role names, less those that count rows, tell
/// time, are constant or copies; of pictures only their pixels, and never a column of a file of labels.
/// </summary>
public sealed record TableRoles
{
    /// <summary>Columns of class labels, text or numbers; each is a head. Default none.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>
    /// Columns of function values, binned into classes; each is a head, behind those of <see cref="Labels"/>. Default none.
    /// </summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Columns left out. Default none.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>
    /// The columns that are coordinates, in this order; the review then only cautions. Default none: the numeric columns that no role
    /// names, less those that <see cref="Review"/> sets aside.
    /// </summary>
    public ImmutableArray<string> Used { get; init; } = [];

    /// <summary>
    /// What is done about columns that are likely no coordinates, and rows that lack a measurement. Default: they are left out.
    /// </summary>
    public ColumnReview Review { get; init; } = ColumnReview.Full;

    /// <summary>
    /// Quantile classes per column of values, at least 2, used where there are no <see cref="Levels"/>. Default 11, the number in the
    /// paper's examples.
    /// </summary>
    public int Classes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Classes));
            field = value;
        }
    } = 11;

    /// <summary>
    /// Narrow windows about levels instead of quantiles; samples outside the windows are dropped. Default null: quantiles.
    /// </summary>
    public ValueWindows? Levels { get; init; }

    /// <summary>
    /// A class with fewer samples gets a finding, at least 1. Default 21: a sample and its 20 neighbours, with which orbits are found.
    /// </summary>
    public int SmallestClass
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(SmallestClass));
            field = value;
        }
    } = 21;
}
