using Noether.Runs;

namespace Noether.Files.Samples;

/// <summary>What a reader should know about columns that are likely no coordinates, and about missing measurements.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns with the coordinates that remain.</param>
/// <param name="roles">What the user said of them.</param>
internal sealed class ReviewFindings(Table table, RoleColumns columns, TableRoles roles)
{
    private const int LongestCommand = 8;

    /// <summary>Codes for missing measurements.</summary>
    /// <param name="missing">The codes and their rows.</param>
    /// <param name="areLeftOut">Whether these rows are no samples.</param>
    public IEnumerable<Finding> OfMissing(MissingRows missing, bool areLeftOut)
    {
        if (missing.Codes.IsEmpty)
        {
            yield break;
        }

        var codes = missing.Codes
            .Select(code => $"{code.Code:R} stands in {100.0 * code.Count / table.RowCount:0.0#} % of {Shortened.Text(code.Column.Name)}");
        var seen = $"{SampleFindings.Listed(codes)}, far outside the other values";
        var rows = missing.Rows.Length == 1 ? "this row" : $"these {missing.Rows.Length} rows";
        yield return new("DAT011", Severity.Caution, areLeftOut
            ? $"{seen}; {rows} were left out as missing measurements. If it is a measurement, name the coordinates: {UseOptions([])}."
            : $"{seen}; {rows} were kept. If it marks missing measurements, the result is wrong: remove the rows from the table.");
    }

    /// <summary>Columns that were set aside.</summary>
    public IEnumerable<Finding> OfAside(ImmutableArray<ColumnFlaw> flaws)
    {
        foreach (var group in flaws.GroupBy(flaw => flaw.Kind).OrderBy(group => group.Key))
        {
            var (id, severity) = IdOf(group.Key);
            var them = group.Skip(1).Any() ? "them" : "it";
            var options = UseOptions([.. group.Select(flaw => flaw.Column)]);
            yield return new(
                id,
                severity,
                $"Not used as {Coordinates(group)}: {Sentences(group)}. To use {them} nevertheless, name all coordinates: {options}.");
        }
    }

    /// <summary>
    /// Coordinates that are likely none and were kept; of constant ones the data after all choices of rows tell, DAT002.
    /// </summary>
    public IEnumerable<Finding> OfKept(ImmutableArray<ColumnFlaw> flaws)
    {
        var told = flaws.Where(flaw => flaw.Kind != ColumnFlawKind.Constant);
        foreach (var group in told.GroupBy(flaw => flaw.Kind).OrderBy(group => group.Key))
        {
            var (id, severity) = IdOf(group.Key);
            var column = Quoted(group.First().Column);
            var option = roles.Used.IsEmpty ? $"exclude it with --ignore {column}" : $"leave out --use {column}";
            yield return group.Key == ColumnFlawKind.Sorted
                ? new(id, severity, $"The rows are sorted: {Sentences(group)}. If that is a clock and no coordinate, {option}.")
                : new(
                    id,
                    severity,
                    $"Kept as {Coordinates(group)}, though unlikely to be one: {Sentences(group)}. If it is none, {option}.");
        }
    }

    private static (string Id, Severity Severity) IdOf(ColumnFlawKind kind) => kind switch
    {
        ColumnFlawKind.Clock => ("DAT008", Severity.Caution),
        ColumnFlawKind.Sorted => ("DAT009", Severity.Note),
        ColumnFlawKind.Copy => ("DAT010", Severity.Caution),
        _ => (SampleFindings.ConstantCoordinates, Severity.Note),
    };

    private static string Coordinates(IEnumerable<ColumnFlaw> flaws) => flaws.Skip(1).Any() ? "coordinates" : "a coordinate";

    private static string Sentences(IEnumerable<ColumnFlaw> flaws) => SampleFindings.Listed(flaws.Select(flaw => flaw.Sentence), "; ");

    /// <summary>The options that name the remaining coordinates and some columns more.</summary>
    private string UseOptions(ImmutableArray<Column> more)
    {
        var used = table.Columns.Where(column => columns.Coordinates.Contains(column) || more.Contains(column))
            .Select(column => $"--use {Quoted(column)}")
            .ToArray();
        return string.Join(" ", used.Take(LongestCommand)) + (used.Length > LongestCommand ? $" .. ({used.Length} columns)" : "");
    }

    private static string Quoted(Column column) =>
        column.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? column.Name : $"\"{Shortened.Text(column.Name)}\"";
}
