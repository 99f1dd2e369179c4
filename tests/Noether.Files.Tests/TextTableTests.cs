using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Noether.Runs;

namespace Noether.Files.Tests;

public sealed class TextTableTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Columns_are_numbers_or_text_in_file_order_with_the_lines_of_their_rows()
    {
        var table = _scratch.Read("points.csv", "x,label,y\n1.5,in,-2e-3\n\n0.25,\"out, far\",7\n");

        Assert.Equal(["x", "label", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal([1.5, 0.25], table.Columns[0].Numbers.ToArray());
        Assert.Equal(["in", "out, far"], Texts(table.Columns[1]));
        Assert.Equal([-2e-3, 7], table.Columns[2].Numbers.ToArray());
        Assert.Equal([2, 4], [table.LineOf(0), table.LineOf(1)]);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_of_the_file()
    {
        var bytes = Encoding.UTF8.GetBytes("x,y\n1,2\n");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), _scratch.Read("points.csv", bytes).Sha256);
    }

    [Theory]
    [InlineData("points.csv", "x,y\n1,2\n3,4\n")]
    [InlineData("points.csv", "\uFEFFx,y\r\n1,2\r\n3,4")]
    [InlineData("points.csv", "x;y\n1;2\n3;4\n")]
    [InlineData("points.tsv", "x\ty\n1\t2\n3\t4\n")]
    [InlineData("points.txt", "x|y\n1|2\n3|4\n")]
    [InlineData("points.csv", "# x, y\n 1 , 2\n3,+4\n\n")]
    [InlineData("points.csv", "\"x\",\"y\"\n\"1\",2\n3,\"4\"\n")]
    [InlineData("points.csv", "x,y\r1,2\r3,4\r")]
    public void Usual_ways_to_write_a_table_read_the_same(string name, string text) => AssertOneToFour(_scratch.Read(name, text));

    [Fact]
    public void Utf16_is_read_where_a_byte_order_mark_tells()
    {
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            AssertOneToFour(_scratch.Read("points.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("x\ty\n1\t2\n3\t4\n")]));
        }
    }

    [Fact]
    public void Gzip_is_read_by_its_content_whatever_its_name()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write("x,y\n1,2\n3,4\n"u8);
        }

        AssertOneToFour(_scratch.Read("points.csv.gz", compressed.ToArray()));
        AssertOneToFour(_scratch.Read("points.csv", compressed.ToArray()));
    }

    [Fact]
    public void A_column_whose_later_cells_are_text_keeps_its_early_cells_as_they_stand()
    {
        var table = _scratch.Read("points.csv", "x,id\n1,007\n2,1.0\n3,A7\n");

        Assert.Equal(["007", "1.0", "A7"], Texts(table.Columns[1]));
    }

    [Fact]
    public void Numbers_read_back_bit_by_bit()
    {
        Gen.Double[-1e300, 1e300].Array[1, 20].Sample(numbers =>
        {
            var table = _scratch.Read("points.csv", "x\n" + string.Join('\n', numbers.Select(number => number.ToString("R"))));
            return numbers.AsSpan().SequenceEqual(table.Columns[0].Numbers);
        }, iter: 100, threads: 1);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var path = _scratch.Write("points.csv", "x\n" + string.Concat(Enumerable.Repeat("1\n", 40_000)));

        Assert.Throws<OperationCanceledException>(() => Table.Read(path, Execution.Default with { Cancellation = new(canceled: true) }));
    }

    private static void AssertOneToFour(Table table)
    {
        Assert.Equal(["x", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 3], table.Columns[0].Numbers.ToArray());
        Assert.Equal([2, 4], table.Columns[1].Numbers.ToArray());
    }

    private static string[] Texts(Column column) => [.. Enumerable.Range(0, column.Count).Select(column.TextAt)];
}
