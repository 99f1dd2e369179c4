using Noether.Files.Columnar;
using Noether.Files.Delimited;
using Noether.Files.Images;
using Noether.Files.Numpy;
using Noether.Runs;

namespace Noether.Files;

/// <summary>A table read from a file: named columns of equal length, each of numbers or of text.</summary>
public sealed class Table
{
    private readonly int[]? _lines;

    internal Table(DataFile file, ImmutableArray<Column> columns, int[]? lines = null)
        : this(file.Path, file.Sha256, columns, lines)
    {
    }

    internal Table(string source, string sha256, ImmutableArray<Column> columns, int[]? lines = null)
    {
        var twice = columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
        {
            throw new DataFileException(source, "columns with different names", $"two columns named \"{twice.Key}\"", "rename one of them")
            {
                Line = lines is null ? null : 1,
            };
        }

        Source = source;
        Sha256 = sha256;
        Columns = columns;
        RowCount = columns[0].Count;
        _lines = lines;
    }

    /// <summary>The file as the user named it.</summary>
    public string Source { get; }

    /// <summary>The SHA-256 of the file's bytes in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The columns in the order of the file; one or more, all names different.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The number of rows, at least 1.</summary>
    public int RowCount { get; }

    /// <summary>Height and width where the columns are the pixels of pictures, row by row from the top; null for other tables.</summary>
    public (int Height, int Width)? PictureSize { get; internal init; }

    /// <summary>What was assumed when the text was read, in sentences.</summary>
    internal ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>The columns that are pixels of pictures; all of them where nothing else is said.</summary>
    internal ImmutableArray<Column> Pixels { get => PictureSize is null ? [] : field.IsDefault ? Columns : field; init; }

    /// <summary>The columns that may be coordinates: only the pixels where there are pictures, and none that was put beside.</summary>
    internal IEnumerable<Column> Coordinates => PictureSize is null ? Columns.Where(column => column.Origin is null) : Pixels;

    /// <summary>Reads a table; what the file holds decides the format, not its name.</summary>
    /// <param name="path">
    /// Text with a header line, separated by commas, semicolons or tabs (also .gz); NPY with one or two axes (columns x0, x1, ..);
    /// NPZ (an array NAME of one axis is column NAME, of two axes columns NAME0, NAME1, ..); Parquet; or IDX. An array of three axes is a stack of pictures: columns
    /// NAME0_0, NAME0_1, .. by row and column of the pixel; labels in an IDX file are a column "label".
    /// </param>
    /// <param name="execution">Progress (stage "read") and cancellation.</param>
    /// <exception cref="DataFileException">The file cannot be read as a table.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Table Read(string path, Execution execution)
    {
        using var file = DataFile.Open(path);
        return file.Guarded("a table", () => file.Format switch
        {
            FileFormat.Npy => NumpyTable.ReadNpy(file, execution),
            FileFormat.Npz => NumpyTable.ReadNpz(file, execution),
            FileFormat.Idx => IdxTable.Of(file, execution),
            FileFormat.Parquet => ParquetTable.Read(file, execution),
            _ => TextTable.Read(file, execution),
        });
    }

    /// <summary>The column of a name, or null.</summary>
    public Column? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The line of the file on which a row (counted from 0) starts, counted from 1; null for formats without lines.</summary>
    public int? LineOf(int row) => _lines?[row];

    /// <summary>The table with labels beside its columns; these are no coordinates.</summary>
    /// <param name="labels">As many rows.</param>
    /// <exception cref="DataFileException">A name stands on both sides.</exception>
    internal Table With(ImmutableArray<Column> labels)
    {
        var twice = labels.FirstOrDefault(label => Find(label.Name) is not null);
        return twice is null
            ? new(Source, Sha256, [.. Columns, .. labels], _lines)
            {
                PictureSize = PictureSize,
                Pixels = Pixels,
                Assumptions = Assumptions
            }
            : throw new DataFileException(twice.Origin?.Table.Source ?? Source, $"names other than those of the columns in {Source}", $"\"{Shortened.Text(twice.Name)}\" in both", "rename the column");
    }

    /// <summary>An error about one cell, at the place where it was read.</summary>
    internal DataFileException Fault(Column column, int row, string expected, string remedy) => column.Origin is { } origin
        ? origin.Table.Fault(origin.Column, origin.RowOf(row), expected, remedy)
        : new(Source, expected, Quoted(column, row), remedy) { Column = column.Name, Line = LineOf(row), Row = _lines is null ? row + 1 : null };

    /// <summary>An error about a whole column, at the place where it was read.</summary>
    internal DataFileException Fault(Column column, string expected, string found, string remedy) => column.Origin is { } origin
        ? origin.Table.Fault(origin.Column, expected, found, remedy)
        : new(Source, expected, found, remedy) { Column = column.Name };

    private static string Quoted(Column column, int row)
    {
        var text = column.FirstFlaw is { } flaw && flaw.Row == row ? flaw.Text : column.TextAt(row);
        return text.Length == 0 ? "an empty cell" : $"\"{Shortened.Text(text)}\"";
    }
}
