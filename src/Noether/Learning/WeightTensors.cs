using System.Buffers.Binary;
using Noether.Learning.Exchange;
using Noether.Numerics;

namespace Noether.Learning;

/// <summary>Networks as safetensors: an eight-byte length, a header in JSON, and the numbers. What is written is read back bit for bit.</summary>
/// <remarks>
/// Tensors are input.mean, input.scale and, for every layer, hidden.0.kernel and hidden.0.bias, head.0.kernel and head.0.bias, all F32;
/// the metadata hold the format's name and the activations of the hidden layers.
/// </remarks>
internal static class WeightTensors
{
    // Far more than any header of ours; a larger length means that the stream is something else.
    private const long LongestHeader = 100_000_000;

    /// <summary>Writes a network.</summary>
    public static void Write(Network network, Stream stream)
    {
        var tensors = NetworkTensors.Of(network);
        var header = TensorHeader.Write(tensors, NetworkTensors.Metadata(network));
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in tensors)
        {
            WriteNumbers(tensor.Values.Entries, stream);
        }
    }

    /// <summary>Reads a network that <see cref="Write"/> wrote; what follows it in the stream is left alone.</summary>
    /// <exception cref="InvalidDataException">The stream ends early, is no safetensors, or does not hold a network; the message says where.</exception>
    public static Network Read(Stream stream)
    {
        var length = BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(stream, sizeof(ulong), "the header's length"));
        if (length is < 2 or > LongestHeader)
        {
            throw new InvalidDataException($"The first eight bytes give a header of {(ulong)length} bytes; this is no safetensors file.");
        }

        var header = TensorHeader.Read(ReadBytes(stream, (int)length, "the header"));
        var data = new Dictionary<string, SingleMatrix>(StringComparer.Ordinal);
        foreach (var entry in header.InOrder())
        {
            var bytes = ReadBytes(stream, entry.Bytes, $"tensor '{entry.Name}'");
            data[entry.Name] = new(entry.Rows, entry.Columns, ReadNumbers(bytes));
        }

        return NetworkTensors.ToNetwork(header.Metadata, data);
    }

    private static byte[] ReadBytes(Stream stream, int count, string what)
    {
        var bytes = new byte[count];
        var read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : throw new InvalidDataException($"The stream ends within {what}: {count} bytes are needed, {read} are left.");
    }

    private static void WriteNumbers(ReadOnlySpan<float> numbers, Stream stream)
    {
        var bytes = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), numbers[i]);
        }

        stream.Write(bytes);
    }

    private static float[] ReadNumbers(byte[] bytes)
    {
        var numbers = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return numbers;
    }
}
