using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Noether.Reports;

namespace Noether.Files;

/// <summary>Writes arrays in NumPy's formats.</summary>
public static class NumpyWriter
{
    /// <summary>NumPy wants the elements to start at a multiple of this many bytes.</summary>
    private const int Alignment = 64;

    /// <summary>Elements written at once.</summary>
    private const int ElementsPerPiece = 1 << 20;

    /// <summary>A fixed time in archives, so that equal arrays give equal bytes: the earliest that ZIP knows.</summary>
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes one array in NPY format, version 1.0, as numpy.load reads it.</summary>
    /// <param name="stream">Written to from where it stands.</param>
    /// <param name="array">float[], double[], int[] or long[] of any shape; a shape without axes is a single number.</param>
    /// <exception cref="ArgumentException">The number of values does not fit the shape, or they are of another type.</exception>
    public static void WriteNpy(Stream stream, NamedArray array)
    {
        var count = array.Shape.Aggregate(1L, (product, length) => checked(product * length));
        if (count != array.Values.LongLength)
        {
            throw new ArgumentException($"Array '{array.Name}' has {array.Values.LongLength} values; its shape ({string.Join(", ", array.Shape)}) has room for {count}.", nameof(array));
        }

        switch (array.Values)
        {
            case float[] values:
                Write(stream, "f4", array.Shape, values);
                break;
            case double[] values:
                Write(stream, "f8", array.Shape, values);
                break;
            case int[] values:
                Write(stream, "i4", array.Shape, values);
                break;
            case long[] values:
                Write(stream, "i8", array.Shape, values);
                break;
            default:
                throw new ArgumentException($"Arrays of float, double, int and long can be written; '{array.Name}' is {array.Values.GetType().Name}.", nameof(array));
        }
    }

    /// <summary>Writes several arrays into one compressed archive, as numpy.load reads it; equal arrays give equal bytes.</summary>
    /// <exception cref="ArgumentException">Two arrays have the same name, or one is not fit for <see cref="WriteNpy"/>.</exception>
    public static void WriteNpz(Stream stream, params IReadOnlyList<NamedArray> arrays)
    {
        if (arrays.DistinctBy(array => array.Name, StringComparer.Ordinal).Count() != arrays.Count)
        {
            throw new ArgumentException("The arrays of an archive have different names.", nameof(arrays));
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var array in arrays)
        {
            var entry = archive.CreateEntry(array.Name + ".npy", CompressionLevel.Fastest);
            entry.LastWriteTime = Timeless;
            using var content = entry.Open();
            WriteNpy(content, array);
        }
    }

    private static byte[] Header(string type, ImmutableArray<int> shape)
    {
        var axes = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape);
        var text = $"{{'descr': '{(BitConverter.IsLittleEndian ? '<' : '>')}{type}', 'fortran_order': False, 'shape': ({axes}), }}";
        const int Prefix = 10;
        var length = ((Prefix + text.Length + 1 + Alignment - 1) / Alignment * Alignment) - Prefix;
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)(length & 0xFF), (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text.PadRight(length - 1)), (byte)'\n'];
    }

    // In pieces, because the bytes of a long array are more than one span can hold.
    private static void Write<T>(Stream stream, string type, ImmutableArray<int> shape, T[] values)
        where T : unmanaged
    {
        stream.Write(Header(type, shape));
        for (ReadOnlySpan<T> rest = values; !rest.IsEmpty; rest = rest[Math.Min(ElementsPerPiece, rest.Length)..])
        {
            stream.Write(MemoryMarshal.AsBytes(rest[..Math.Min(ElementsPerPiece, rest.Length)]));
        }
    }
}
