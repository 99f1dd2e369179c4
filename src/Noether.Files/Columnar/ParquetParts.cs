using System.Text;
using Noether.Runs;
using Parquet;
using Parquet.Schema;

namespace Noether.Files.Columnar;

/// <summary>A folder of numbered Parquet files, written one after the other; a run that was killed goes on with the first one that is not there.</summary>
/// <remarks>Each part appears under its name only when it is complete. A settings file says what the parts were made from, so that no run goes on with another one's.</remarks>
public sealed class ParquetParts
{
    private const string SettingsName = "settings.txt";

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
            var path = Path.Combine(folder, SettingsName);
            if (!File.Exists(path))
            {
                WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(settings)));
            }
            else if (!string.Equals(File.ReadAllText(path), settings, StringComparison.Ordinal))
            {
                throw new OutputFolderException(folder, $"it holds parts made with other settings (see {SettingsName})", "name another folder with --out, or remove this one");
            }

            return new(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, problem);
        }
    }

    /// <summary>Writes the next part, <see cref="FirstMissing"/>.</summary>
    /// <param name="columns">Columns of equal length: name and int[], float[], double[] or string[].</param>
    /// <exception cref="OutputFolderException">The part cannot be written; the parts before it stay.</exception>
    public void Write(params ReadOnlySpan<(string Name, Array Values)> columns)
    {
        var given = columns.ToArray();
        try
        {
            WholeFile.Write(PathOf(FirstMissing), stream => WriteAsync(stream, given).GetAwaiter().GetResult());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(_folder, problem);
        }

        FirstMissing++;
    }

    /// <summary>Reads a part that is there.</summary>
    /// <exception cref="DataFileException">The part was cut or altered since it was written.</exception>
    public Table Read(int part) => Table.Read(PathOf(part), Execution.Default);

    private static async Task WriteAsync(Stream stream, (string Name, Array Values)[] columns)
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

    private static OutputFolderException Unwritable(string folder, Exception problem) => new(folder, problem.Message, "make room, or name a folder that can be written to with --out", problem);

    private string PathOf(int part) => Path.Combine(_folder, $"part-{part:00000}.parquet");
}
