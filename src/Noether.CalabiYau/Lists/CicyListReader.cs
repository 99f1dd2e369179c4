using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Lists;

/// <summary>Reads records of the list. Every malformed record is named with its line.</summary>
internal static class CicyListReader
{
    public static ImmutableArray<CicyRecord> Read(TextReader reader, string source)
    {
        var lines = new LineSource(reader, source);
        var records = ImmutableArray.CreateBuilder<CicyRecord>();
        while (lines.SkipBlank())
        {
            var record = ReadRecord(lines);
            if (records.Count > 0 && record.Label <= records[^1].Label)
            {
                throw lines.Error(record.Line, $"label {record.Label} follows {records[^1].Label}; labels increase, and each occurs once.");
            }

            records.Add(record);
        }

        return records.ToImmutable();
    }

    private static CicyRecord ReadRecord(LineSource lines)
    {
        var line = lines.Number;
        var label = lines.Integer("Num", 1, int.MaxValue);
        var rows = lines.Integer("NumPs", 1, ConfigurationMatrix.MaxAmbientDimension);
        var columns = lines.Integer("NumPol", 1, ConfigurationMatrix.MaxAmbientDimension);
        var euler = lines.Integer("Eta", -MaxHodge, MaxHodge);
        var h11 = lines.Integer("H11", 0, MaxHodge);
        var h21 = lines.Integer("H21", 0, MaxHodge);
        if (euler != 2 * (h11 - h21))
        {
            throw lines.Error(line, $"Eta is {euler}, but 2 (H11 - H21) is {2 * (h11 - h21)}.");
        }

        var chern = lines.Integers("C2", rows);
        var redundant = lines.Integers("Redun", CicyListWriter.RedundantSlots);
        if (redundant.Any(reference => reference < 0 || reference == label))
        {
            throw lines.Error(lines.Number - 1, $"Redun of {label} holds labels of other records or 0; got {{{string.Join(", ", redundant)}}}.");
        }

        var matrix = ReadMatrix(lines, rows, columns, line);
        return new(label, matrix, new(euler, h11, h21, [.. chern.Select(value => (long)value)]), [.. redundant.Where(reference => reference != 0)], line);
    }

    // A bound against nonsense, far above the 251 of the largest known Hodge number of a threefold.
    private const int MaxHodge = 1_000_000;

    private static ConfigurationMatrix ReadMatrix(LineSource lines, int rows, int columns, int record)
    {
        var entries = new int[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            lines.Row(columns, $"row {row + 1} of {rows}").CopyTo(entries, row * columns);
        }

        if (!lines.AtRecordEnd)
        {
            throw lines.Error(lines.Number, $"the record that starts on line {record} announces {rows} rows; a blank line was expected after them.");
        }

        if (ConfigurationGuard.Problem(rows, columns, entries) is { } problem)
        {
            throw lines.Error(record, $"the matrix of this record is no configuration. {problem}");
        }

        var matrix = ConfigurationMatrix.FromEntries(rows, columns, entries);
        return matrix.Dimension == CicyList.Dimension
            ? matrix
            : throw lines.Error(record, $"{matrix}, the matrix of this record, has dimension {matrix.Dimension}; a list of threefolds holds matrices of dimension {CicyList.Dimension}.");
    }
}
