using Noether.Data;
using Noether.Files.Samples;
using Noether.Runs;

namespace Noether.Files;

/// <summary>Points of one or several orbits, made of a table.</summary>
public sealed record LoadedCloud
{
    /// <summary>The points in the order of the file.</summary>
    public required PointCloud Points { get; init; }

    /// <summary>The orbit of each point; a single one named "all" where no column names them.</summary>
    public required Labels Orbits { get; init; }

    /// <summary>The names of the coordinates. Shape [d].</summary>
    public required ImmutableArray<string> CoordinateNames { get; init; }

    /// <summary>The points that lacked a measurement and were left out.</summary>
    public required int Dropped { get; init; }

    /// <summary>The columns that are neither coordinates nor the orbit, each with the reason, in the order of the table.</summary>
    public required ImmutableArray<IgnoredColumn> Ignored { get; init; }

    /// <summary>What a reader of the result should know about the data.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The file as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-256 of the file's bytes in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Takes the points out of a table.</summary>
    /// <param name="table">One point per row.</param>
    /// <param name="roles">What its columns mean.</param>
    /// <exception cref="DataFileException">
    /// A named column does not exist, is named twice or cannot be a coordinate;
    /// a coordinate or orbit is missing, not a number or not finite; most points are alone on their orbit;
    /// or there are fewer points than <see cref="CloudRoles.MayBeWide"/> allows.
    /// </exception>
    public static LoadedCloud From(Table table, CloudRoles roles)
    {
        var meaning = new TableRoles
        {
            Labels = roles.Orbit is { } orbit ? [orbit] : [],
            Ignored = roles.Ignored,
            Used = roles.Used,
            Review = roles.Review,
        };
        var named = RoleColumns.Resolve(table, meaning);
        named.RequireFiniteCells(table);
        var review = CoordinateReview.Of(table, named, meaning);
        var (columns, rows) = (review.Columns, review.Rows);
        SampleChecks.RequireMoreSamplesThanCoordinates(table.Source, rows.Length, roles.MayBeWide ? 0 : columns.Coordinates.Length);
        return new()
        {
            Points = columns.PointsOf(rows.AsSpan()),
            Orbits = columns.Labels is [var column] ? OrbitsOf(table, column, rows, roles.OrbitOption) : new("orbit", [.. rows.Select(_ => 0)], ["all"]),
            CoordinateNames = [.. columns.Coordinates.Select(coordinate => coordinate.Name)],
            Dropped = table.RowCount - rows.Length,
            Ignored = review.Ignored,
            Findings = [.. SampleFindings.OfColumns(review, rows)],
            Source = table.Source,
            Sha256 = table.Sha256,
        };
    }

    private static Labels OrbitsOf(Table table, Column column, ImmutableArray<int> rows, string option)
    {
        var head = Head.OfLabels(column);
        SampleChecks.RequireSharedLabels(table, head, "several points with each label", $"name the column that says which points belong together with {option}");
        return head.LabelsOf(rows);
    }
}
