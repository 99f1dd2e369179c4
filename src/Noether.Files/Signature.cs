namespace Noether.Files;

/// <summary>Recognises formats by their first bytes.</summary>
internal static class Signature
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>Formats that people pass by mistake, each with what to do instead.</summary>
    private static readonly (byte[] Bytes, string Name, string Remedy)[] Foreign =
    [
        ([0x89, (byte)'H', (byte)'D', (byte)'F'], "an HDF5 file", "save the arrays as NPZ or Parquet"),
        (Png, "a PNG picture", "name the folder that holds the pictures, in sub-folders that are named after their classes"),
        ([.. "%PDF"u8], "a PDF document", "save a table as CSV, NPY, NPZ or Parquet"),
        ([.. "SQLite format 3"u8], "an SQLite database", "export the table as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", "save the sheet as CSV"),
        ([.. "BZh"u8], "a bzip2 archive", "decompress it first"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an xz archive", "decompress it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive", "decompress it first"),
        ([0x80, 0x04, 0x95], "a Python pickle", "save the array with numpy.save"),
        ([.. "ARROW1"u8], "an Arrow file", "save the table as Parquet"),
        ([.. "MATLAB 5.0"u8], "a MATLAB file", "save the arrays as NPZ or CSV"),
    ];

    /// <summary>The format of a file that starts with these bytes.</summary>
    /// <exception cref="DataFileException">The content is of none of the formats read here.</exception>
    public static FileFormat Recognise(string path, ReadOnlySpan<byte> start)
    {
        var format = FormatOf(path, start);
        var promised = Promised(path);
        if (promised is { } name && format is FileFormat.Text)
        {
            throw new DataFileException(path, $"the {name} format that its name promises", "other content", "write the file anew, or rename it after what it holds");
        }

        return format;
    }

    /// <summary>The format of a file that has to be a PNG picture.</summary>
    /// <exception cref="DataFileException">It is something else.</exception>
    public static FileFormat RecognisePicture(string path, ReadOnlySpan<byte> start) => start.StartsWith(Png)
        ? FileFormat.Png
        : throw new DataFileException(path, "a PNG picture", "other content", "write the picture anew, or take it out of the folder");

    private static FileFormat FormatOf(string path, ReadOnlySpan<byte> start) => start switch
    {
        [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', ..] => FileFormat.Npy,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileFormat.Npz,
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => FileFormat.Parquet,
        [0, 0, 0x08 or 0x09 or 0x0B or 0x0C or 0x0D or 0x0E, >= 1 and <= 4, ..] => FileFormat.Idx,
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => FileFormat.Text, // UTF-16, told by its byte order mark
        _ => RequireText(path, start),
    };

    private static FileFormat RequireText(string path, ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, name, remedy) in Foreign)
        {
            if (start.StartsWith(bytes))
            {
                throw new DataFileException(path, "a table (CSV, TSV, NPY, NPZ or Parquet)", name, remedy);
            }
        }

        if (start.Contains((byte)0))
        {
            var isUtf16 = start.Length >= 4 && ((start[0] == 0 && start[2] == 0) || (start[1] == 0 && start[3] == 0));
            throw isUtf16
                ? new DataFileException(path, "text in UTF-8", "text that looks like UTF-16 without a byte order mark", "save it as UTF-8")
                : new DataFileException(path, "a table (CSV, TSV, NPY, NPZ or Parquet)", "binary data of another kind", "export the table as CSV");
        }

        return FileFormat.Text;
    }

    private static string? Promised(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".NPY" => "NPY",
        ".NPZ" => "NPZ",
        ".PARQUET" => "Parquet",
        _ => null,
    };
}
