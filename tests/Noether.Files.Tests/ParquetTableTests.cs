using Noether.Files.Columnar;
using Noether.Runs;
using Parquet;
using Parquet.Schema;

namespace Noether.Files.Tests;

public sealed class ParquetTableTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    // Found among 100,000 mutated files: the reader behind ours takes the field for what it has to be, is out of step, and reads on for hours.
    [Fact]
    public async Task Metadata_of_another_type_than_they_have_to_be_are_refused()
    {
        var bytes = Mutation.Of(await Written(groups: 2), new Seed(6341765953201691910).For(6199));

        var refusal = Assert.Throws<DataFileException>(() => Table.Read(_scratch.Write("types.parquet", bytes), Execution.Default));

        Assert.Contains("another type", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)] // in the header of a page this one is its size
    public static void No_field_may_be_of_another_type_than_it_has_to_be(int field)
    {
        byte[] integer = [(byte)((field << 4) | (int)CompactType.Int32), 2, (byte)CompactType.Stop];

        Assert.Equal(field == 3 ? 1 : -1, new CompactThrift(integer).Struct(ThriftShape.Struct((field, ThriftShape.Integer))));
        Assert.Throws<InvalidDataException>(() => new CompactThrift(integer).Struct(ThriftShape.Struct((field, ThriftShape.Bytes))));
    }

    [Fact]
    public async Task Numbers_booleans_and_text_are_read_over_several_row_groups()
    {
        var table = _scratch.Read("a.parquet", await Written(groups: 2));

        Assert.Equal(["x", "n", "isIn", "label"], table.Columns.Select(column => column.Name));
        Assert.Equal([0.5, 1.5, 0.5, 1.5], table.Columns[0].Numbers.ToArray());
        Assert.Equal([7, 8, 7, 8], table.Columns[1].Numbers.ToArray());
        Assert.Equal([1, 0, 1, 0], table.Columns[2].Numbers.ToArray());
        Assert.Equal("b", table.Columns[3].TextAt(3));
    }

    [Fact]
    public async Task A_missing_number_is_an_error_where_a_coordinate_is_wanted()
    {
        var field = new DataField<double?>("x");
        var bytes = await Written(field, writer => writer.WriteAsync<double>(field, new double?[] { 1, null, 3 }.AsMemory()));
        var path = _scratch.Write("a.parquet", bytes);

        var message = _scratch.ErrorOf(() => LoadedCloud.From(Table.Read(path, Execution.Default), new()));

        Assert.Equal("a.parquet row 2, column \"x\": expected a finite number, found an empty cell; leave the row out, or fill in the value", message);
    }

    [Fact]
    public async Task A_cut_file_is_said_to_be_broken()
    {
        var whole = await Written(groups: 1);

        Assert.StartsWith("a.parquet: expected a table, found broken content (", _scratch.ErrorOf("a.parquet", whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Equal(
            "a.parquet: expected the Parquet format that its name promises, found other content; write the file anew, or rename it after what it holds",
            _scratch.ErrorOf("a.parquet", "x,y\n1,2\n"));
    }

    [Fact]
    public async Task A_type_without_use_names_its_column()
    {
        var field = new DataField<Guid>("id");
        var bytes = await Written(field, writer => writer.WriteAsync<Guid>(field, new[] { Guid.Empty }.AsMemory()));

        Assert.Equal("a.parquet, column \"id\": expected numbers or text, found the type Guid; convert it to numbers or text", _scratch.ErrorOf("a.parquet", bytes));
    }

    internal static async Task<byte[]> Written(int groups)
    {
        var (x, n, isIn, label) = (new DataField<double>("x"), new DataField<int>("n"), new DataField<bool>("isIn"), new DataField<string>("label"));
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(x, n, isIn, label), stream))
        {
            for (var group = 0; group < groups; group++)
            {
                using var rows = writer.CreateRowGroup();
                await rows.WriteAsync<double>(x, new[] { 0.5, 1.5 }.AsMemory());
                await rows.WriteAsync<int>(n, new[] { 7, 8 }.AsMemory());
                await rows.WriteAsync<bool>(isIn, new[] { true, false }.AsMemory());
                await rows.WriteAsync(label, ["a", "b"]);
            }
        }

        return stream.ToArray();
    }

    private static async Task<byte[]> Written(DataField field, Func<ParquetRowGroupWriter, Task> write)
    {
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(field), stream))
        {
            using var rows = writer.CreateRowGroup();
            await write(rows);
        }

        return stream.ToArray();
    }
}
