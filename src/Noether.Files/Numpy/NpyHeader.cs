using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Noether.Files.Numpy;

/// <summary>What stands before the elements of an NPY array: their type, the order of the axes, and the shape.</summary>
/// <param name="Type">The element type as NumPy writes it, such as "&lt;f8"; empty for a structured one.</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The length of each axis; none for a single number.</param>
internal sealed partial record NpyHeader(string Type, bool IsFortranOrder, ImmutableArray<int> Shape)
{
    /// <summary>Only structured types, which are not read, have longer headers.</summary>
    private const int LongestHeader = 1 << 16;

    /// <summary>Milliseconds for one search through a header; the patterns need microseconds.</summary>
    private const int LongestMatch = 1000;

    private const string Anew = "write the array anew with numpy.save or numpy.savez";

    /// <summary>The number of elements.</summary>
    public long ElementCount => Shape.Aggregate(1L, (product, length) => checked(product * length));

    /// <summary>Reads magic string, version and header; the stream then stands on the first element.</summary>
    /// <exception cref="DataFileException">The header is cut, broken, or of an unknown version.</exception>
    public static NpyHeader Read(Stream stream, ArrayPlace place)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (!Fill(stream, prefix) || !prefix.StartsWith((ReadOnlySpan<byte>)[0x93, .. "NUMPY"u8]))
        {
            throw place.Fault("an NPY array", "other content", Anew);
        }

        if (prefix[6] is < 1 or > 3)
        {
            throw place.Fault("version 1, 2 or 3 of the NPY format", $"version {prefix[6]}", Anew);
        }

        Span<byte> length = stackalloc byte[4];
        length.Clear();
        var isRead = Fill(stream, prefix[6] == 1 ? length[..2] : length);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(length);
        var text = new byte[Math.Min(size, LongestHeader)];
        if (!isRead || size > LongestHeader || !Fill(stream, text))
        {
            throw place.Fault("a whole NPY header", "a cut or broken one", Anew);
        }

        return Parse(Encoding.UTF8.GetString(text), place);
    }

    private static NpyHeader Parse(string text, ArrayPlace place)
    {
        var (type, order, shape) = (TypePattern().Match(text), OrderPattern().Match(text), ShapePattern().Match(text));
        if (!type.Success || !order.Success || !shape.Success)
        {
            throw place.Fault("an NPY header with descr, fortran_order and shape", $"\"{text.Trim()}\"", Anew);
        }

        var lengths = new List<int>();
        foreach (var number in shape.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var axis))
            {
                throw place.Fault($"axes of length 0 to {int.MaxValue}", number, Anew);
            }

            lengths.Add(axis);
        }

        return new(type.Groups["type"].Value, order.Groups["order"].Value == "True", [.. lengths]);
    }

    private static bool Fill(Stream stream, Span<byte> bytes) => stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;

    [GeneratedRegex(@"'descr'\s*:\s*(?:'(?<type>[^']*)'|\[)", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(?<order>True|False)", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape'\s*:\s*\((?<shape>[0-9L,\s]*)\)", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex ShapePattern();
}
