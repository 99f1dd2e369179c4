using System.IO.Compression;
using Noether.CalabiYau.Lists;

namespace Noether.CalabiYau.Tests.Lists;

public static class CicyListTests
{
    [Fact]
    public static void A_record_keeps_what_the_file_says()
    {
        var record = Read(SampleList.Text).Records[1];

        Assert.Equal(7, record.Label);
        Assert.Equal("P3[3 0 1] / P3[0 3 1]", record.Matrix.ToString());
        Assert.Equal((-18, 14, 23), (record.Topology.EulerNumber, record.Topology.H11, record.Topology.H21));
        Assert.Equal([36L, 36L], record.Topology.SecondChernClass);
        Assert.Equal([9], record.Redundant);
        Assert.Equal(12, record.Line);
        Assert.False(record.IsFavourable);
    }

    [Fact]
    public static void Placeholders_are_told_from_Hodge_numbers_and_can_be_left_out()
    {
        var list = Read(SampleList.Text);

        Assert.True(list.Records[0].HasPlaceholderHodgeNumbers);
        Assert.Equal([7, 9], list.WithoutPlaceholders.Records.Select(record => record.Label));
    }

    [Fact]
    public static void What_is_written_reads_back_and_line_ends_of_either_kind_are_read()
    {
        using var writer = new StringWriter();
        Read(SampleList.Text.Replace("\n", "\r\n", StringComparison.Ordinal)).Write(writer);

        Assert.Equal(SampleList.Text, writer.ToString());
    }

    [Fact]
    public static void A_packed_list_is_recognised()
    {
        using var packed = new MemoryStream(SampleList.Packed());

        Assert.Equal(3, CicyList.Read(packed, "packed").Records.Length);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(60)]
    public static void A_damaged_archive_is_named(int length)
    {
        using var damaged = new MemoryStream(SampleList.Packed()[..length]);

        Assert.Contains("fetch it again", Assert.Throws<CicyListException>(() => CicyList.Read(damaged, "list.gz")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void The_published_list_comes_out_byte_for_byte()
    {
        var list = PublishedList.OrSkip();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PublishedList.PathOrSkip()), CompressionMode.Decompress));
        using var writer = new StringWriter();
        list.Write(writer);

        Assert.Equal(reader.ReadToEnd(), writer.ToString());
    }

    [Fact]
    public static void The_published_list_has_the_traps_that_it_is_known_for()
    {
        var list = PublishedList.OrSkip();

        Assert.Equal(Enumerable.Range(1, 7890), list.Records.Select(record => record.Label));
        Assert.Equal(Enumerable.Range(31, 22), list.Records.Where(record => record.HasPlaceholderHodgeNumbers).Select(record => record.Label));
        Assert.Equal(4874, list.Records.Count(record => record.IsFavourable));
        Assert.Equal(813, list.Records.Count(record => record.Redundant.Length > 0));
        Assert.Equal(30, list.Records.Max(record => record.Matrix.NodeCount));
        Assert.All(list.Records, record => Assert.Equal(3, record.Matrix.Dimension));
    }

    private static CicyList Read(string text) => CicyList.Read(new StringReader(text), "sample");
}
