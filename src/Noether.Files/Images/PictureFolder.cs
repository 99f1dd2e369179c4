using System.Security.Cryptography;
using System.Text;
using Noether.Runs;

namespace Noether.Files.Images;

/// <summary>Reads a folder of PNG pictures as a table: a row for each picture, a column for each pixel, and labels.</summary>
internal static class PictureFolder
{
    /// <summary>The column of a table of labels that names the pictures.</summary>
    private const string FileColumn = "file";

    /// <summary>Reads all pictures of a folder and its sub-folders, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="labels">The labels; null for the names of the sub-folders.</param>
    /// <param name="execution">Progress and cancellation.</param>
    public static Table Read(string folder, Table? labels, Execution execution)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            throw new DataFileException(folder, "PNG pictures", "a folder with none", "name the folder that holds them");
        }

        var columns = labels is null ? [LabelsByFolder(folder, files)] : LabelsByName(labels, folder, files);
        var pictures = ReadAll(folder, files, execution);
        var first = pictures[0];
        var pixels = PixelNames.Of("pixel", first.Height, first.Width).Select((name, pixel) => new Column(name, Array.ConvertAll(pictures, picture => (double)picture.Pixels[pixel])));
        return new Table(folder, Hash(files, pictures), [.. pixels]) { PictureSize = (first.Height, first.Width) }.With(columns);
    }

    private static PngPicture[] ReadAll(string folder, string[] files, Execution execution)
    {
        var pictures = new PngPicture[files.Length];
        for (var i = 0; i < files.Length; i++)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            execution.Report("read", (double)i / files.Length, files[i]);
            pictures[i] = PngPicture.Read(Path.Combine(folder, files[i]));
            if (pictures[i].Height != pictures[0].Height || pictures[i].Width != pictures[0].Width)
            {
                throw new DataFileException(
                    Path.Combine(folder, files[i]),
                    $"a picture of {pictures[0].Height} x {pictures[0].Width} pixels (height x width) as {files[0]}",
                    $"{pictures[i].Height} x {pictures[i].Width}",
                    "bring all pictures to one size");
            }
        }

        return pictures;
    }

    private static Column LabelsByFolder(string folder, string[] files)
    {
        var beside = Array.Find(files, file => !file.Contains('/', StringComparison.Ordinal));
        return beside is null
            ? new(SampleTable.LabelColumn, Array.ConvertAll(files, file => file[..file.IndexOf('/', StringComparison.Ordinal)]))
            : throw new DataFileException(folder, "pictures in sub-folders that are named after their classes", $"{beside} in none", "move it into one, or give a table of labels with --labels FILE");
    }

    /// <summary>The columns of the labels in the order of the pictures.</summary>
    private static ImmutableArray<Column> LabelsByName(Table labels, string folder, string[] files)
    {
        if (labels.Find(FileColumn) is not { } names)
        {
            throw new DataFileException(labels.Source, $"a column \"{FileColumn}\" that names the pictures in {folder}", string.Join(", ", labels.Columns.Take(5).Select(column => column.Name)), "add it: names relative to the folder, such as a/1.png");
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < labels.RowCount; row++)
        {
            if (!rows.TryAdd(names.TextAt(row), row))
            {
                throw labels.Fault(names, row, "each picture once", "take one of its rows out");
            }
        }

        var missing = Array.Find(files, file => !rows.ContainsKey(file));
        if (missing is not null)
        {
            throw new DataFileException(labels.Source, $"a row for {missing}", "none", "add it, or take the picture out of the folder") { Column = FileColumn };
        }

        var strange = rows.Where(pair => Array.BinarySearch(files, pair.Key, StringComparer.Ordinal) < 0).Select(pair => (int?)pair.Value).FirstOrDefault();
        if (strange is { } unknown)
        {
            throw labels.Fault(names, unknown, $"a picture in {folder}", "take the row out, or correct the name");
        }

        var order = Array.ConvertAll(files, file => rows[file]);
        return LabelColumns.Of(labels, except: names, order);
    }

    /// <summary>One hash of all names and contents.</summary>
    private static string Hash(string[] files, PngPicture[] pictures) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Zip(pictures, (file, picture) => $"{picture.Sha256}  {file}")))));
}
