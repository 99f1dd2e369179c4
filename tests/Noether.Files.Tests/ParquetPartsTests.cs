using Noether.Files.Columnar;
using Noether.Runs;

namespace Noether.Files.Tests;

public sealed class ParquetPartsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Parts_read_back_as_tables()
    {
        var parts = ParquetParts.Open(_scratch.Path("parts"), "settings");
        parts.Write(("n", new[] { 1, 2 }), ("x", new[] { 0.5, 1.5 }), ("y", new[] { 0.25f, 4f }), ("name", new[] { "a", "b" }));

        var table = Table.Read(_scratch.Path("parts/part-00000.parquet"), Execution.Default);

        Assert.Equal(["n", "x", "y", "name"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 2], table.Find("n")!.Numbers.ToArray());
        Assert.Equal([0.25, 4], table.Find("y")!.Numbers.ToArray());
    }

    [Fact]
    public void A_run_goes_on_with_the_first_part_that_is_not_there()
    {
        var folder = _scratch.Path("parts");
        var first = ParquetParts.Open(folder, "settings");
        first.Write(("n", new[] { 1 }));
        first.Write(("n", new[] { 2 }));
        File.WriteAllText(Path.Combine(folder, "part-00002.parquet.unfinished"), "cut off");

        var second = ParquetParts.Open(folder, "settings");

        Assert.Equal(2, second.FirstMissing);
        second.Write(("n", new[] { 3 }));
        Assert.Equal([3], Table.Read(Path.Combine(folder, "part-00002.parquet"), Execution.Default).Find("n")!.Numbers.ToArray());
        Assert.False(File.Exists(Path.Combine(folder, "part-00002.parquet.unfinished")));
    }

    [Fact]
    public void Parts_of_other_settings_are_not_continued()
    {
        ParquetParts.Open(_scratch.Path("parts"), "cap 100").Write(("n", new[] { 1 }));

        Assert.Contains("other settings", Assert.Throws<OutputFolderException>(() => ParquetParts.Open(_scratch.Path("parts"), "cap 10")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_was_cut_is_named()
    {
        var parts = ParquetParts.Open(_scratch.Path("parts"), "settings");
        parts.Write(("n", new[] { 1, 2 }), ("name", new[] { "a", "b" }));
        var path = _scratch.Path("parts/part-00000.parquet");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);

        Assert.Contains("part-00000.parquet", Assert.Throws<DataFileException>(() => parts.Read(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_cannot_be_made_leaves_nothing_and_the_parts_before_it_stay()
    {
        var parts = ParquetParts.Open(_scratch.Path("parts"), "settings");
        parts.Write(("n", new[] { 1 }));

        Assert.Throws<ArgumentException>(() => parts.Write(("n", new[] { 1m })));
        Assert.Equal(1, parts.FirstMissing);
        Assert.Equal(["part-00000.parquet", "settings.txt"], Directory.GetFiles(_scratch.Path("parts")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
