using Parquet;
using Parquet.Schema;

namespace Noether.Files.Columnar;

/// <summary>A folder of numbered Parquet files, written one after the other; a run that was killed goes on with the first one that is not there.</summary>
/// <remarks>Each part appears under its name only when it is complete. A settings file says what the parts were made from, so that no run goes on with another one's.</remarks>
public sealed class ParquetParts
{
    private const string SettingsName = "settings.txt";
    private const string UnfinishedSuffix = ".unfinished";

    private readonly string _folder;

    private ParquetParts(string folder)
    {
        _folder = folder;
        while (File.Exists(PathOf(FirstMissing)))
        {
            FirstMissing++;
        }
    }

    /// <summary>The number of the first part that is not there, counted from 0.</summary>
    public int FirstMissing { get; private set; }

    /// <summary>Opens a folder, or makes it.</summary>
    /// <param name="folder">The folder; it may hold parts of an earlier run with the same settings.</param>
    /// <param name="settings">All that the content of the parts depends on, as text.</param>
    /// <exception cref="OutputFolderException">The folder holds parts made with other settings, or cannot be written to.</exception>
    public static ParquetParts Open(string folder, string settings)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, SettingsName);
            if (File.Exists(path) && !string.Equals(File.ReadAllText(path), settings, StringComparison.Ordinal))
            {
                throw new OutputFolderException(folder, "it holds parts made with other settings (see settings.txt)", "name another folder with --out, or remove this one");
            }

            File.WriteAllText(path, settings);
            return new(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(folder, problem.Message, "name a folder that can be written to with --out");
        }
    }

    /// <summary>Writes the next part, <see cref="FirstMissing"/>.</summary>
    /// <param name="columns">Columns of equal length: name and int[], float[], double[] or string[].</param>
    public void Write(params ReadOnlySpan<(string Name, Array Values)> columns)
    {
        var unfinished = PathOf(FirstMissing) + UnfinishedSuffix;
        using (var stream = File.Create(unfinished))
        {
            WriteAsync(stream, columns.ToArray()).GetAwaiter().GetResult();
        }

        File.Move(unfinished, PathOf(FirstMissing), overwrite: true);
        FirstMissing++;
    }

    /// <summary>Reads a whole-number column and a text column of a part that is there.</summary>
    public (int[] Numbers, string[] Texts) Read(int part, string numbers, string texts) => ReadAsync(PathOf(part), numbers, texts).GetAwaiter().GetResult();

    private static async Task<(int[] Numbers, string[] Texts)> ReadAsync(string path, string numbers, string texts)
    {
        await using var stream = File.OpenRead(path);
        await using var reader = await ParquetReader.CreateAsync(stream);
        var (first, second) = (new List<int>(), new List<string>());
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            var (numberCells, textCells) = (new int[checked((int)rows.RowCount)], new string[checked((int)rows.RowCount)]);
            await rows.ReadAsync<int>(reader.Schema.DataFields.Single(field => field.Name == numbers), numberCells.AsMemory());
            await rows.ReadAsync(reader.Schema.DataFields.Single(field => field.Name == texts), textCells.AsMemory()!);
            first.AddRange(numberCells);
            second.AddRange(textCells);
        }

        return ([.. first], [.. second]);
    }

    private static async Task WriteAsync(FileStream stream, (string Name, Array Values)[] columns)
    {
        var fields = columns.Select(column => new DataField(column.Name, column.Values.GetType().GetElementType()!, isNullable: false)).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        using var rows = writer.CreateRowGroup();
        foreach (var (field, (_, values)) in fields.Zip(columns))
        {
            await (values switch
            {
                int[] numbers => rows.WriteAsync<int>(field, numbers.AsMemory()),
                float[] numbers => rows.WriteAsync<float>(field, numbers.AsMemory()),
                double[] numbers => rows.WriteAsync<double>(field, numbers.AsMemory()),
                string[] texts => rows.WriteAsync(field, texts),
                _ => throw new ArgumentException($"Columns are int[], float[], double[] or string[]; {field.Name} is {values.GetType().Name}.", nameof(columns)),
            });
        }
    }

    private string PathOf(int part) => Path.Combine(_folder, $"part-{part:00000}.parquet");
}
