namespace Noether.Files.Columnar;

/// <summary>Walks over values in Thrift's compact encoding, in which Parquet keeps its metadata, and checks that all of them lie within the bytes given.</summary>
/// <remarks>Written because the reader behind this one loops without end over some broken lengths and types; checking first costs microseconds.</remarks>
internal ref struct CompactThrift(ReadOnlySpan<byte> bytes)
{
    private const int DeepestNesting = 32;
    private const int PageSizeField = 3;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes walked over so far.</summary>
    public int Position { get; private set; }

    /// <summary>Walks over a struct.</summary>
    /// <param name="shape">What its fields have to be; null where nothing is known of them.</param>
    /// <param name="depth">How deep it lies in others.</param>
    /// <returns>The value of its field 3 where that is an integer (the compressed size in a page header), else -1.</returns>
    /// <exception cref="InvalidDataException">A length points beyond the end, or a type is unknown or not what it has to be.</exception>
    public long Struct(ThriftShape? shape, int depth = 0)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException("metadata are nested too deeply");
        }

        var (field, third) = (0L, -1L);
        while (Next() is var header and not 0)
        {
            var type = (CompactType)(header & 0xF);
            field = header >> 4 == 0 ? ZigZag() : field + (header >> 4);
            if (field is < 1 or > short.MaxValue)
            {
                throw new InvalidDataException("metadata name a field that does not exist");
            }

            var value = Value(type, shape?.Field(field), depth, isInField: true);
            third = field == PageSizeField && value is { } number ? number : third;
        }

        return third;
    }

    /// <summary>Walks over a value.</summary>
    /// <returns>The value of an integer; null of anything else.</returns>
    private long? Value(CompactType type, ThriftShape? shape, int depth, bool isInField)
    {
        if (shape is not null && !shape.Allows(type))
        {
            throw new InvalidDataException("metadata hold a value of another type than they have to");
        }

        switch (type)
        {
            case CompactType.True or CompactType.False when isInField:
                break; // a field's type is its value
            case CompactType.True or CompactType.False:
                throw new InvalidDataException("metadata hold a list of booleans, which no file needs and readers take for different things");
            case CompactType.Byte:
                Skip(1);
                break;
            case CompactType.Int16 or CompactType.Int32 or CompactType.Int64:
                return ZigZag();
            case CompactType.Double:
                Skip(sizeof(double));
                break;
            case CompactType.Binary:
                Skip(Length());
                break;
            case CompactType.List or CompactType.Set:
                List(shape?.Element, depth);
                break;
            case CompactType.Map:
                Map(depth);
                break;
            case CompactType.Struct:
                Struct(shape, depth + 1);
                break;
            default:
                throw new InvalidDataException($"metadata hold a value of unknown type {(int)type}");
        }

        return null;
    }

    private void List(ThriftShape? element, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException("metadata are nested too deeply");
        }

        var header = Next();
        var count = header >> 4 == 0xF ? Length() : header >> 4;
        for (var i = 0; i < count; i++)
        {
            Value((CompactType)(header & 0xF), element, depth + 1, isInField: false);
        }
    }

    private void Map(int depth)
    {
        var count = Length();
        if (count == 0)
        {
            return;
        }

        var types = Next();
        for (var i = 0; i < count; i++)
        {
            Value((CompactType)(types >> 4), shape: null, depth + 1, isInField: false);
            Value((CompactType)(types & 0xF), shape: null, depth + 1, isInField: false);
        }
    }

    private int Next() => Position < _bytes.Length ? _bytes[Position++] : throw new InvalidDataException("metadata end too early");

    private void Skip(int count)
    {
        if (count > _bytes.Length - Position)
        {
            throw new InvalidDataException("metadata end too early");
        }

        Position += count;
    }

    /// <summary>A length or count: never more than the bytes that are left, since every element takes at least one.</summary>
    private int Length()
    {
        var length = Unsigned();
        return length <= (ulong)(_bytes.Length - Position) ? (int)length : throw new InvalidDataException("metadata end too early");
    }

    private long ZigZag()
    {
        var number = Unsigned();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    private ulong Unsigned()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Next();
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }

        throw new InvalidDataException("metadata hold a number of more than 64 bits");
    }
}
