using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Noether.Files.Numpy;

/// <summary>The type of an array's elements: a kind, a size in bytes, and a byte order.</summary>
/// <param name="Kind">f, i, u, b, c as NumPy writes them for numbers; U and S for text.</param>
/// <param name="Size">Bytes of an element, 0 or more.</param>
/// <param name="IsBigEndian">Whether the highest byte comes first.</param>
internal readonly record struct ElementType(char Kind, int Size, bool IsBigEndian)
{
    private const int BytesPerCharacter = 4;

    /// <summary>More than this for one text is a broken header.</summary>
    private const int LongestText = 1 << 16;

    /// <summary>Whether elements are text.</summary>
    public bool IsText => Kind is 'U' or 'S';

    /// <summary>Whether elements are complex numbers: a real part, then an imaginary one.</summary>
    public bool IsComplex => Kind == 'c';

    /// <summary>The parts of a complex number in some bytes.</summary>
    public (double Real, double Imaginary) ComplexAt(ReadOnlySpan<byte> bytes)
    {
        var part = new ElementType('f', Size / 2, IsBigEndian);
        return (part.NumberAt(bytes[..part.Size]), part.NumberAt(bytes[part.Size..]));
    }

    /// <summary>Reads a type written as NumPy writes it, such as "&lt;f8".</summary>
    /// <exception cref="DataFileException">There is no use for the type here.</exception>
    public static ElementType Parse(string type, ArrayPlace place)
    {
        if (type.Length >= 3 && int.TryParse(type.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            var element = new ElementType(type[1], type[1] == 'U' ? Math.Min(size, LongestText + 1) * BytesPerCharacter : size, type[0] == '>');
            if (element.IsSupported)
            {
                return element;
            }
        }

        throw place.Fault("numbers or text", Describe(type), Remedy(type));
    }

    /// <summary>The number in some bytes, as many as <see cref="Size"/> says.</summary>
    public double NumberAt(ReadOnlySpan<byte> bytes) => (Kind, Size, IsBigEndian) switch
    {
        ('f', 8, false) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        ('f', 4, false) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        ('f', 2, false) => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ('f', 8, true) => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        ('f', 4, true) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        ('f', 2, true) => (double)BinaryPrimitives.ReadHalfBigEndian(bytes),
        ('i', _, _) => SignedAt(bytes),
        ('b', _, _) => bytes[0] == 0 ? 0 : 1,
        _ => UnsignedAt(bytes),
    };

    /// <summary>The text in some bytes, without the zeros that fill it up.</summary>
    public string TextAt(ReadOnlySpan<byte> bytes)
    {
        var encoding = Kind == 'S' ? Encoding.Latin1 : new UTF32Encoding(IsBigEndian, byteOrderMark: false);
        return encoding.GetString(bytes).TrimEnd('\0');
    }

    private bool IsSupported => Kind switch
    {
        'f' => Size is 2 or 4 or 8,
        'i' or 'u' => Size is 1 or 2 or 4 or 8,
        'b' => Size == 1,
        'c' => Size is 8 or 16,
        'U' => Size is > 0 and <= LongestText * BytesPerCharacter,
        'S' => Size is > 0 and <= LongestText,
        _ => false,
    };

    private double SignedAt(ReadOnlySpan<byte> bytes)
    {
        var shift = 64 - (8 * Size);
        return (long)(UnsignedAt(bytes) << shift) >> shift;
    }

    private ulong UnsignedAt(ReadOnlySpan<byte> bytes)
    {
        var number = 0UL;
        for (var i = 0; i < Size; i++)
        {
            number = (number << 8) | bytes[IsBigEndian ? i : Size - 1 - i];
        }

        return number;
    }

    private static string Describe(string type) => type switch
    {
        "" => "a structured type",
        _ when type.Contains('O') => "Python objects",
        _ => $"type '{type}'",
    };

    private static string Remedy(string type) => type switch
    {
        "" => "save each field as an array of its own",
        _ => "convert with array.astype(float) before saving",
    };
}
