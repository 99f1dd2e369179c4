using Noether.Runs;
using Parquet;

namespace Noether.Files.Columnar;

/// <summary>Reads Parquet files whose columns are numbers, booleans or text.</summary>
internal static class ParquetTable
{
    public static Table Read(DataFile file, Execution execution) => ReadAsync(file, execution).GetAwaiter().GetResult();

    private static async Task<Table> ReadAsync(DataFile file, Execution execution)
    {
        if (file.IsGzip)
        {
            throw new DataFileException(file.Path, "a Parquet file", "one compressed by gzip as a whole", "decompress it first");
        }

        ParquetStructure.RequireFooter(file.Content());
        await using var reader = await ParquetReader.CreateAsync(file.Content(), leaveStreamOpen: true, cancellationToken: execution.Cancellation);
        var fields = reader.Schema.DataFields;
        var columns = fields.Select(field => new ParquetColumn(file, field)).ToArray();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            execution.Report("read", (double)group / reader.RowGroupCount);
            using var rows = reader.OpenRowGroupReader(group);
            ParquetStructure.RequirePages(file.Content(), rows.RowGroup);
            foreach (var column in columns)
            {
                await column.AddAsync(rows, execution.Cancellation);
            }
        }

        if (columns.Length == 0 || columns[0].Count == 0)
        {
            throw new DataFileException(file.Path, "at least one row and one column", $"{columns.Length} columns and no rows", "check the program that wrote the file");
        }

        return new(file, [.. columns.Select(column => column.ToColumn())]);
    }
}
