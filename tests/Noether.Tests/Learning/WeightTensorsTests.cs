using System.Text;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class WeightTensorsTests
{
    private static readonly Network Sample = Network.Untrained(
        new Standardisation([0.1f, -2, 0], [2, 1, 0.3f]),
        [4, 19],
        LearningSamples.Hidden(new(20), new(9, Activation.Softplus), new(7, Activation.Linear)),
        new(6));

    [Fact]
    public static void A_network_is_read_back_bit_for_bit()
    {
        var read = Read(Written());

        Assert.Equal(Sample.Layers, read.Layers);
        Assert.Equal(Sample.Standardisation, read.Standardisation);
        foreach (var (expected, actual) in Sample.Hidden.Concat(Sample.Heads).Zip(read.Hidden.Concat(read.Heads)))
        {
            Assert.Equal(expected.Kernel.Entries.ToArray(), actual.Kernel.Entries.ToArray());
            Assert.Equal(expected.Bias, actual.Bias);
            Assert.Equal(expected.Activation, actual.Activation);
        }

        var points = LearningSamples.Random(5, 3, [2], new(1)).Points.ToSingle();
        Assert.Equal(Sample.Embed(points, Execution.Default).Entries.ToArray(), read.Embed(points, Execution.Default).Entries.ToArray());
    }

    [Fact]
    public static void The_data_begin_at_a_multiple_of_eight_bytes_as_readers_expect() => Assert.Equal(0UL, BitConverter.ToUInt64(Written()) % 8);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(1500)]
    public static void A_stream_that_ends_early_is_refused_with_what_was_being_read(int length)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(Written()[..length]));

        Assert.Contains("ends within", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Something_else_is_refused() =>
        Assert.Contains("no safetensors", Assert.Throws<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes("x,y,label\n1,2,3\n4,5,6\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("F32", "F64")]
    [InlineData("\"heads\":\"2\"", "\"heads\":\"3\"")]
    [InlineData("noether-network-1", "noether-network-9")]
    [InlineData("Rectified", "Rectifled")]
    [InlineData("Softplus", "Softsign")]
    [InlineData("\"head.0.bias\"", "\"head.8.bias\"")]
    [InlineData("\"shape\":[3,20]", "\"shape\":[20,3]")]
    [InlineData("\"shape\":[3,20]", "\"shape\":[3,21]")]
    [InlineData("{\"__metadata__\"", "<\"__metadata__\"")]
    [InlineData("\"data_offsets\":[0,12]", "\"data_offsets\":[4,16]")]
    public static void A_header_that_was_changed_is_refused(string before, string after)
    {
        Assert.Equal(before.Length, after.Length);
        var bytes = Written();
        var header = Encoding.UTF8.GetString(bytes, 8, (int)BitConverter.ToUInt64(bytes));
        Assert.Contains(before, header, StringComparison.Ordinal);
        var changed = Encoding.UTF8.GetBytes(header.Replace(before, after, StringComparison.Ordinal));

        Assert.Throws<InvalidDataException>(() => Read([.. bytes[..8], .. changed, .. bytes[(8 + changed.Length)..]]));
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        WeightTensors.Write(Sample, stream);
        return stream.ToArray();
    }

    private static Network Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return WeightTensors.Read(stream);
    }
}
