namespace Noether.Onnx;

/// <summary>Reads the fields of a message in the wire format of Protocol Buffers, one after another.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int EightBytes = 1;
    private const int LengthDelimited = 2;
    private const int FourBytes = 5;
    private const int LongestVarint = 10;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The number of the field that was read.</summary>
    public int Field { get; private set; }

    /// <summary>Its content where that is a text, bytes or a message; empty for numbers.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Reads the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such message.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = Number();
        Field = tag >> 3 is > 0 and <= int.MaxValue ? (int)(tag >> 3) : throw Malformed();
        Content = (int)(tag & 7) switch
        {
            Varint => Skipped(Number()),
            EightBytes => Take(8)[..0],
            FourBytes => Take(4)[..0],
            LengthDelimited => Take(Number()),
            _ => throw Malformed(),
        };
        return true;
    }

    private static ReadOnlySpan<byte> Skipped(ulong number)
    {
        _ = number;
        return [];
    }

    private ulong Number()
    {
        ulong number = 0;
        for (var i = 0; i < Math.Min(LongestVarint, _rest.Length); i++)
        {
            number |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return number;
            }
        }

        throw Malformed();
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw Malformed();
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private static InvalidDataException Malformed() => new("The bytes are not in the format of Protocol Buffers.");
}
