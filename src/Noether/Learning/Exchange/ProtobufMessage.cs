using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Noether.Learning.Exchange;

/// <summary>A message in the wire format of Protocol Buffers: as much of it as ONNX needs.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Adds an integer, 0 or more.</summary>
    public ProtobufMessage Integer(int field, long value)
    {
        WriteTag(field, Varint);
        WriteVarint((ulong)value);
        return this;
    }

    /// <summary>Adds a text.</summary>
    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a message within this one.</summary>
    public ProtobufMessage Message(int field, ProtobufMessage value) => Bytes(field, value._bytes.WrittenSpan);

    /// <summary>Adds several messages under one field.</summary>
    public ProtobufMessage Messages(int field, IEnumerable<ProtobufMessage> values)
    {
        foreach (var value in values)
        {
            Message(field, value);
        }

        return this;
    }

    /// <summary>Adds numbers as raw bytes, the lowest byte first.</summary>
    public ProtobufMessage Raw(int field, ReadOnlySpan<float> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), numbers[i]);
        }

        return Bytes(field, bytes);
    }

    /// <summary>Writes the message.</summary>
    public void CopyTo(Stream stream) => stream.Write(_bytes.WrittenSpan);

    private ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        WriteTag(field, LengthDelimited);
        WriteVarint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    private void WriteTag(int field, int type) => WriteVarint(((ulong)field << 3) | (uint)type);

    private void WriteVarint(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _bytes.Write([(byte)(value | 0x80)]);
        }

        _bytes.Write([(byte)value]);
    }
}
