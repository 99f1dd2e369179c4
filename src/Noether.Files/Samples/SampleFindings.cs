using Noether.Runs;

namespace Noether.Files.Samples;

/// <summary>What a reader of the result should know about the data.</summary>
internal static class SampleFindings
{
    private const int LongestList = 5;

    /// <summary>Pictures have black corners; that is no trouble in principal components.</summary>
    public const string ConstantCoordinates = "DAT002";

    public static IEnumerable<Finding> Of(
        Table table,
        CoordinateReview review,
        TableRoles roles,
        ImmutableArray<Head> heads,
        ImmutableArray<int> kept) =>
        OfColumns(review, kept).Where(finding => table.PictureSize is null || finding.Id != ConstantCoordinates)
            .Concat(OfDropped(table, review, kept)).Concat(heads.SelectMany(head => OfHead(head, roles, kept)));

    /// <summary>Findings about the coordinates alone.</summary>
    public static IEnumerable<Finding> OfColumns(CoordinateReview review, ImmutableArray<int> kept) =>
        OfRoles(review.Columns, kept).Concat(review.Findings);

    private static IEnumerable<Finding> OfRoles(RoleColumns columns, ImmutableArray<int> kept)
    {
        if (!columns.Unused.IsEmpty)
        {
            yield return new("DAT001", Severity.Note, $"Not used as coordinates: {Listed(columns.Unused.Select(column => column.Name))}. Name a column with --label if it holds classes, or with --value if it holds values of a function.");
        }

        var constant = columns.Coordinates.Where(column => IsConstant(column.Numbers, kept)).Select(column => column.Name).ToArray();
        if (constant.Length > 0)
        {
            yield return new(ConstantCoordinates, Severity.Caution, $"Coordinates with the same value in every sample: {Listed(constant)}. How generators act on them cannot be seen in these data; leave such columns out.");
        }
    }

    private static IEnumerable<Finding> OfDropped(Table table, CoordinateReview review, ImmutableArray<int> kept)
    {
        if (kept.Length < review.Rows.Length)
        {
            var count = review.Rows.Length - kept.Length;
            yield return new("DAT004", Severity.Note, $"{count} of {table.RowCount} samples lie outside every window and were left out.");
        }
    }

    private static IEnumerable<Finding> OfHead(Head head, TableRoles roles, ImmutableArray<int> kept)
    {
        var sizes = head.SizesAmong(kept);
        if (head.AreValues && roles.Levels is null && head.Names.Length < roles.Classes)
        {
            yield return new("DAT003", Severity.Note, $"The values of {head.Column.Name} repeat so often that they fall into {head.Names.Length} classes instead of {roles.Classes}; equal values are never in two classes.");
        }

        var empty = head.Names.Where((_, k) => sizes[k] == 0).ToArray();
        if (empty.Length > 0)
        {
            yield return new("DAT006", Severity.Note, $"No sample is in these classes of {head.Column.Name}, which were left out: {Listed(empty)}.");
        }

        var small = head.Names.Where((_, k) => sizes[k] > 0 && sizes[k] < roles.SmallestClass).ToArray();
        if (small.Length > 0)
        {
            yield return new("DAT005", Severity.Caution, $"Fewer than {roles.SmallestClass} samples are in {small.Length} of {head.Names.Length} classes of {head.Column.Name}: {Listed(small)}. Orbits in them rest on fewer neighbours than elsewhere; add samples or make classes wider.");
        }
    }

    /// <summary>Whether a column has one value in some rows, at least one.</summary>
    public static bool IsConstant(ReadOnlySpan<double> values, ImmutableArray<int> rows)
    {
        foreach (var row in rows)
        {
            if (values[row] != values[rows[0]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first of some names, and how many more there are.</summary>
    public static string Listed(IEnumerable<string> names, string separator = ", ")
    {
        var all = names.Select(Shortened.Text).ToArray();
        return string.Join(separator, all.Take(LongestList)) + (all.Length > LongestList ? $" and {all.Length - LongestList} more" : "");
    }
}
