using Noether.Files.Images;
using Noether.Runs;

namespace Noether.Files;

/// <summary>Samples as a table: a file, or a folder of pictures, with labels in the same or in a file of their own.</summary>
public static class SampleTable
{
    /// <summary>The column that holds the labels where no option names one.</summary>
    public const string LabelColumn = "label";

    /// <summary>Reads samples.</summary>
    /// <param name="path">A file as for <see cref="Table.Read"/>, or a folder with PNG pictures of one size, in sub-folders that are named after their classes.</param>
    /// <param name="labels">
    /// A table with labels or values, never coordinates: one row for each sample, in the same order; for a folder of pictures also in any order, with the name of the picture in a column "file".
    /// A table of a single column gives the column "label". Null for none.
    /// </param>
    /// <param name="execution">Progress (stage "read") and cancellation.</param>
    /// <exception cref="DataFileException">A file cannot be read, pictures differ in size, or samples and labels differ in number.</exception>
    public static Table Read(string path, string? labels, Execution execution)
    {
        var more = labels is null ? null : Table.Read(labels, execution);
        if (Directory.Exists(path))
        {
            return PictureFolder.Read(path, more, execution);
        }

        var table = Table.Read(path, execution);
        return more is null ? table : Beside(table, more);
    }

    /// <summary>The columns of two tables of as many rows.</summary>
    internal static Table Beside(Table table, Table labels)
    {
        if (labels.RowCount != table.RowCount)
        {
            throw new DataFileException(labels.Source, $"a row for each of the {table.RowCount} samples in {table.Source}", $"{labels.RowCount} rows", "give the labels that belong to the samples");
        }

        return table.With(LabelColumns.Of(labels, except: null, rows: null));
    }
}
