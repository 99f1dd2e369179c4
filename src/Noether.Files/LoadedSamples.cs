using Noether.Data;
using Noether.Files.Samples;
using Noether.Runs;

namespace Noether.Files;

/// <summary>Labelled samples made of a table.</summary>
public sealed record LoadedSamples
{
    /// <summary>Points and classes of the samples that were kept, in the order of the file.</summary>
    public required LabelledPoints Points { get; init; }

    /// <summary>The names of the coordinates. Shape [d].</summary>
    public required ImmutableArray<string> CoordinateNames { get; init; }

    /// <summary>The values of each column named in <see cref="TableRoles.Values"/>, of the samples kept. Shape [value columns][n].</summary>
    public required ImmutableArray<ImmutableArray<double>> Values { get; init; }

    /// <summary>The samples that lacked a measurement or lay outside every window and were left out.</summary>
    public required int Dropped { get; init; }

    /// <summary>The columns that are neither coordinates, labels nor values, each with the reason, in the order of the table.</summary>
    public required ImmutableArray<IgnoredColumn> Ignored { get; init; }

    /// <summary>What a reader of the result should know about the data.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Whether classes are narrow windows about levels of the values, so that the samples between them are gone.</summary>
    public bool IsWindowed { get; init; }

    /// <summary>The file as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-256 of the file's bytes in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Takes the samples out of a table.</summary>
    /// <param name="table">One sample per row.</param>
    /// <param name="roles">What its columns mean; at least one label or value column.</param>
    /// <exception cref="DataFileException">
    /// A named column does not exist, is named twice or cannot be a coordinate;
    /// a coordinate, label or value is missing, not a number or not finite; there is no coordinate;
    /// a head has a single class or hardly a class with two samples; or there are fewer samples than coordinates.
    /// </exception>
    public static LoadedSamples From(Table table, TableRoles roles)
    {
        var named = RoleColumns.Resolve(table, roles);
        if (named.Labels.IsEmpty && named.Values.IsEmpty)
        {
            throw new DataFileException(table.Source, "a column of labels or of function values", "none named", "name one with --label or --value");
        }

        named.RequireFiniteCells(table);
        var review = CoordinateReview.Of(table, named, roles);
        var columns = review.Columns;
        var ofValues = columns.Values.Select(column => Head.OfValues(column, review.Rows, roles));
        ImmutableArray<Head> heads = [.. columns.Labels.Select(Head.OfLabels), .. ofValues];
        var kept = KeptSamples.Of(table, review.Rows, heads);
        SampleChecks.Require(table, columns, heads, kept);
        return new()
        {
            Points = new(columns.PointsOf(kept.AsSpan()), [.. heads.Select(head => head.LabelsOf(kept))]),
            CoordinateNames = [.. columns.Coordinates.Select(column => column.Name)],
            Values = [.. columns.Values.Select(column => KeptSamples.Select(column.Numbers, kept))],
            Dropped = table.RowCount - kept.Length,
            Ignored = review.Ignored,
            Findings = [.. SampleFindings.Of(table, review, roles, heads, kept)],
            IsWindowed = roles.Levels is not null,
            Source = table.Source,
            Sha256 = table.Sha256,
        };
    }
}
