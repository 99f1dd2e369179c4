namespace Noether.Files;

/// <summary>
/// What the columns of a table of points on orbits mean. Coordinates are the numeric columns that no role names, less those that count
/// rows, tell time, are constant or copies.
/// </summary>
public sealed record CloudRoles
{
    /// <summary>The column that names the orbit of each point, text or numbers. Default null: all points are on one orbit.</summary>
    public string? Orbit { get; init; }

    /// <summary>The option of the command that names this column, for messages. Default "--orbit".</summary>
    public string OrbitOption { get; init; } = "--orbit";

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
    /// Whether there may be as many coordinates as points, or more: for maps and neighbours, where no linear map is looked for. Default
    /// false.
    /// </summary>
    public bool MayBeWide { get; init; }
}
