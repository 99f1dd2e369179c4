using CsvHelper;
using Noether.Runs;

namespace Noether.Files.Delimited;

/// <summary>One pass over a text table, in which the columns that are known to hold text are read as such.</summary>
internal sealed class TextPass(DataFile file, TextLayout layout, IReadOnlySet<int> asText)
{
    /// <summary>Rows between two looks at whether the run was cancelled.</summary>
    private const int RowsPerReport = 1 << 14;

    /// <summary>A record beyond this is the rest of a file behind a quote that nobody closed.</summary>
    private const int LongestRecord = 1 << 28;

    /// <summary>What pandas writes without a name.</summary>
    private const string IndexName = "index";

    private readonly List<int> _lines = [];
    private ImmutableArray<CellList> _columns = [];
    private CsvMalformedRecord? _malformed;
    private bool _endsInSeparator;
    private bool _index;

    /// <summary>The numbers of the columns that turned out to hold text.</summary>
    public IEnumerable<int> TextAfterAll => _columns.Index().Where(column => column.Item.IsTextAfterAll).Select(column => column.Index);

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="DataFileException">The text is not a table.</exception>
    public void Run(Execution execution)
    {
        var content = layout.IsRewritten ? RewrittenText.Of(file.Content(), layout) : file.Content();
        using var reader = CsvReader.Create(content, Options(), leaveOpen: true);
        try
        {
            ReadAll(reader, execution);
        }
        catch (CsvFormatException exception)
        {
            throw Malformed("a record that is too long for a row of a table", exception.LineNumber, exception);
        }

        if (_lines.Count == 0)
        {
            throw new DataFileException(file.Path, "rows of data below the names of the columns", _columns.IsEmpty ? "only blank lines" : "none", "check the program that wrote the file");
        }
    }

    public Table ToTable()
    {
        var hasTrailingSeparator = _columns is [.., { Name: "", IsEmpty: true }] && _columns.Length > 1;
        if (_columns.FirstOrDefault(column => column.Name.Length == 0) is { } nameless
            && !(hasTrailingSeparator && nameless == _columns[^1]))
        {
            throw TextHeader.Nameless(file, layout.HeaderLine, _columns.IndexOf(nameless), _columns.Length);
        }

        var read = _endsInSeparator || hasTrailingSeparator
            ? layout.Assuming("Lines end in a separator, behind which there is no column.") : layout;
        read = _index ? read.Assuming("The first column has no name and was named index.") : read;
        return new(file, [.. (hasTrailingSeparator ? _columns[..^1] : _columns).Select(column => column.ToColumn())], [.. _lines])
        {
            Assumptions = read.Assumptions,
        };
    }

    /// <summary>The error for text that is not in the encoding that it should be in.</summary>
    public static DataFileException NotUtf8(DataFile file, int line, string? column) =>
        new(file.Path, "text in UTF-8", "bytes of another encoding", "save the file as UTF-8") { Line = line, Column = column };

    private void ReadAll(CsvReader reader, Execution execution)
    {
        while (reader.Read())
        {
            RequireQuotesAroundCells();
            if (IsBlank(reader))
            {
                continue;
            }

            if (_columns.IsEmpty)
            {
                var names = TextHeader.Read(file, reader);
                _index = names is ["", _, ..] && !names.Contains(IndexName);
                names = _index ? names.SetItem(0, IndexName) : names;
                _columns = [.. names.Select((name, i) => new CellList(name, asText.Contains(i), layout.HasDecimalComma))];
                continue;
            }

            AddRow(reader);
            if (_lines.Count % RowsPerReport == 0)
            {
                execution.Cancellation.ThrowIfCancellationRequested();
                execution.Report("read", file.IsGzip ? 0 : Math.Min(1, (double)reader.ByteOffset / file.Length), $"{_lines.Count} rows");
            }
        }
    }

    private void AddRow(CsvReader reader)
    {
        var line = (int)Math.Min(reader.LineNumber, int.MaxValue);
        var hasSeparatorMore = reader.FieldCount == _columns.Length + 1 && reader.GetSpan(_columns.Length).IsEmpty;
        _endsInSeparator |= hasSeparatorMore;
        if (reader.FieldCount != _columns.Length && !hasSeparatorMore)
        {
            throw new DataFileException(file.Path, $"{Counted(_columns.Length)} as in the first line", $"{reader.FieldCount}", "add or remove cells; put a cell that holds the separator into quotes") { Line = line };
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            if (!_columns[i].Accepts(reader.GetSpan(i)))
            {
                throw NotUtf8(file, line, _columns[i].Name);
            }

            _columns[i].Add(reader, i, _lines.Count);
        }

        _lines.Add(line);
    }

    private static bool IsBlank(CsvReader reader) => reader.FieldCount == 1 && reader.GetRawSpan(0).IsEmpty;

    private static string Counted(int columns) => columns == 1 ? "1 column" : $"{columns} columns";

    private void RequireQuotesAroundCells()
    {
        if (_malformed is { } record)
        {
            var found = record.Reason switch
            {
                CsvMalformedReason.StrayQuote => "a quote in the middle of a cell",
                CsvMalformedReason.TextAfterClosingQuote => "text behind the closing quote of a cell",
                _ => "a quote that is never closed",
            };
            throw Malformed(found, record.LineNumber, null);
        }
    }

    private DataFileException Malformed(string found, long line, Exception? cause) =>
        new(file.Path, "cells with quotes around the whole cell or none", found, "close the quote, or double each quote inside a quoted cell", cause)
        {
            Line = (int)Math.Clamp(line, 1, int.MaxValue),
        };

    private CsvReaderOptions Options() => new()
    {
        HasHeader = false,
        Separator = layout.Separator,
        Encoding = layout.Encoding,
        TrimWhitespace = true,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        MaxRecordSize = LongestRecord,
        MalformedData = CsvMalformedDataHandling.Recover, // with Throw the reason would not be told
        OnMalformedRecord = record => _malformed ??= record,
    };
}
