using System.IO.Compression;
using System.Text;
using Noether.Files.Tests.Images;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>Whatever bytes a file holds, a reader gives a value or a <see cref="DataFileException"/>, and soon.</summary>
/// <remarks>NOETHER_FUZZ multiplies the number of mutated files per reader; the default keeps the tests quick.</remarks>
public sealed class FuzzTests : IDisposable
{
    private const int FilesPerFormat = 300;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("utf16")]
    [InlineData("gzip")]
    [InlineData("npy")]
    [InlineData("text.npy")]
    [InlineData("npz")]
    [InlineData("parquet")]
    public async Task Mutated_tables(string format)
    {
        var whole = await WholeTable(format);

        Mutate(format, whole, path =>
        {
            var table = Table.Read(path, Execution.Default);
            _ = LoadedCloud.From(table, new());
            _ = LoadedSamples.From(table, new() { Labels = [table.Columns[^1].Name] });
        });
    }

    [Theory]
    [InlineData("json", "{\"generators\": {\"matrices\": [[[0, -1.5e0], [1, 0]], [[1, 2], [3, 4]]]}, \"name\": \"so(2)\"}")]
    [InlineData("list", "[[[0, -1], [1, 0]], [[1, 2], [3, 4]]]")]
    [InlineData("text", "[[[\"a\\ud83d\\ude00b\", -1], [1, 0]]]")]
    public void Mutated_matrices(string format, string json) => Mutate(format, Encoding.UTF8.GetBytes(json), path => LoadedMatrices.Read(path, Execution.Default));

    [Fact]
    public void Mutated_stacks() => Mutate("npy", NumpyTableTests.Npy([2, 2, 2], new double[8]), path => LoadedMatrices.Read(path, Execution.Default));

    [Fact]
    public void Mutated_pictures() =>
        Mutate("idx", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], path => IdxFile.Read(path, Execution.Default));

    [Fact]
    public void Mutated_png()
    {
        Png.Write(_scratch.Path("whole.png"), 3, 2, [.. Enumerable.Range(0, 6).Select(i => ((byte)i, (byte)(40 * i), (byte)(255 - i)))]);

        Mutate("png", File.ReadAllBytes(_scratch.Path("whole.png")), path =>
        {
            Directory.CreateDirectory(_scratch.Path("set/a"));
            File.Copy(path, _scratch.Path("set/a/1.png"), overwrite: true);
            _ = SampleTable.Read(_scratch.Path("set"), null, Execution.Default);
        });
    }

    private void Mutate(string format, byte[] whole, Action<string> read)
    {
        var path = _scratch.Path("mutated");
        var (_, refused) = new MutatedInputs(whole, new Seed(20_031).For(format)).Read(
            Mutation.Scale * FilesPerFormat,
            (bytes, _) =>
            {
                File.WriteAllBytes(path, bytes);
                read(path);
            },
            problem => problem is DataFileException && !problem.Message.Contains('\n', StringComparison.Ordinal));
        Assert.True(refused > 0, "Some mutation must do harm, or the test tests nothing.");
    }

    private static async Task<byte[]> WholeTable(string format)
    {
        const string Text = "x,\"y\",label\n1.5,-2e3,a\n0.25,1,b\n3,4,a\n5,6.5,b\n7,8,a\n";
        return format switch
        {
            "csv" => Encoding.UTF8.GetBytes(Text),
            "utf16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)],
            "gzip" => Compressed(Text),
            "npy" => NumpyTableTests.Npy([5, 2], Enumerable.Range(0, 10).Select(i => i * 0.5).ToArray()),
            "text.npy" => NumpyTableTests.Npy("<U3", true, "(3, 2)", Encoding.UTF32.GetBytes("abca\0\0bc\01\0\0aaacba")),
            "npz" => NumpyTableTests.Npz(new NamedArray("x", [5, 2], new float[10]), new NamedArray("label", [5], new[] { 0, 1, 0, 1, 0 })),
            _ => await ParquetTableTests.Written(groups: 2),
        };
    }

    private static byte[] Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
