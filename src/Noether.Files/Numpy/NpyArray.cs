namespace Noether.Files.Numpy;

/// <summary>An array as read: numbers or text, in row-major order whatever the file's order was.</summary>
/// <param name="Shape">The length of each axis; none for a single element.</param>
/// <param name="Numbers">The elements, when they are numbers.</param>
/// <param name="Texts">The elements, when they are text.</param>
internal sealed record NpyArray(ImmutableArray<int> Shape, double[]? Numbers, string[]? Texts)
{
    /// <summary>The imaginary parts of complex elements, whose real parts are <see cref="Numbers"/>; null for others.</summary>
    public double[]? Imaginary { get; private init; }

    /// <summary>Elements that are converted between two reads from the stream.</summary>
    private const int BlockLength = 1 << 13;

    /// <summary>Reads an array that fills a stream to its end.</summary>
    /// <param name="stream">Stands on the magic string.</param>
    /// <param name="available">Bytes from there to the end.</param>
    /// <param name="place">Where, for messages.</param>
    /// <exception cref="DataFileException">The array is cut, has bytes behind it, or is of a type that has no use here.</exception>
    public static NpyArray Read(Stream stream, long available, ArrayPlace place)
    {
        var start = stream.Position;
        var header = NpyHeader.Read(stream, place);
        var type = ElementType.Parse(header.Type, place);
        RequireLength(header, type, available - (stream.Position - start), place);
        var count = (int)header.ElementCount;
        if (type.IsText)
        {
            var texts = new string[count];
            ReadElements(stream, type.Size, (i, bytes) => texts[i] = type.TextAt(bytes), count);
            return new(header.Shape, null, header.IsFortranOrder ? RowMajor(texts, header.Shape) : texts);
        }

        var numbers = new double[count];
        if (type.IsComplex)
        {
            var imaginary = new double[count];
            ReadElements(stream, type.Size, (i, bytes) => (numbers[i], imaginary[i]) = type.ComplexAt(bytes), count);
            return new(header.Shape, Ordered(numbers), null) { Imaginary = Ordered(imaginary) };
        }

        ReadElements(stream, type.Size, (i, bytes) => numbers[i] = type.NumberAt(bytes), count);
        return new(header.Shape, Ordered(numbers), null);

        double[] Ordered(double[] elements) => header.IsFortranOrder ? RowMajor(elements, header.Shape) : elements;
    }

    private static void RequireLength(NpyHeader header, ElementType type, long bytes, ArrayPlace place)
    {
        var shape = $"({string.Join(", ", header.Shape)})";
        long expected;
        try
        {
            expected = checked(header.ElementCount * type.Size);
        }
        catch (OverflowException)
        {
            throw place.Fault("an array that fits into memory", $"shape {shape}", "write the array anew");
        }

        if (header.ElementCount > Array.MaxLength)
        {
            throw place.Fault($"at most {Array.MaxLength} elements", $"shape {shape}", "take fewer rows");
        }

        if (bytes != expected)
        {
            throw place.Fault($"{expected} bytes for shape {shape} of type '{header.Type}'", $"{bytes}", bytes < expected ? "the file is cut: copy it again" : "save one array per file, or all with numpy.savez");
        }
    }

    private delegate void ElementReader(int index, ReadOnlySpan<byte> bytes);

    private static void ReadElements(Stream stream, int size, ElementReader read, int count)
    {
        var buffer = new byte[Math.Min(BlockLength, Math.Max(count, 1)) * size];
        for (var first = 0; first < count; first += BlockLength)
        {
            var here = Math.Min(BlockLength, count - first);
            stream.ReadExactly(buffer, 0, here * size);
            for (var i = 0; i < here; i++)
            {
                read(first + i, buffer.AsSpan(i * size, size));
            }
        }
    }

    /// <summary>Reorders elements whose first index runs fastest.</summary>
    private static T[] RowMajor<T>(T[] elements, ImmutableArray<int> shape)
    {
        var ordered = new T[elements.Length];
        var index = new int[shape.Length];
        foreach (var element in elements)
        {
            var position = 0;
            for (var axis = 0; axis < shape.Length; axis++)
            {
                position = (position * shape[axis]) + index[axis];
            }

            ordered[position] = element;
            for (var axis = 0; axis < shape.Length && ++index[axis] == shape[axis]; axis++)
            {
                index[axis] = 0;
            }
        }

        return ordered;
    }
}
