using System.Buffers.Binary;
using Parquet.Meta;

namespace Noether.Files.Columnar;

/// <summary>Checks that the skeleton of a Parquet file is sound before its content is read: the footer, and the chain of pages of every column.</summary>
internal static class ParquetStructure
{
    private const int MagicLength = 4;
    private const int TailLength = 8;

    /// <summary>Page headers hold statistics and little else.</summary>
    private const int LongestPageHeader = 1 << 16;

    /// <summary>Throws where the footer does not fill the bytes that it claims.</summary>
    /// <exception cref="InvalidDataException">The footer is cut or broken.</exception>
    public static void RequireFooter(Stream stream)
    {
        Span<byte> tail = stackalloc byte[TailLength];
        RequireWithin(stream, stream.Length - TailLength, TailLength);
        stream.Position = stream.Length - TailLength;
        stream.ReadExactly(tail);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (!tail[MagicLength..].SequenceEqual("PAR1"u8) || length < 1)
        {
            throw new InvalidDataException("the file does not end as a Parquet file does: it is cut");
        }

        RequireWithin(stream, stream.Length - TailLength - length, length);
        var footer = new byte[length];
        stream.Position = stream.Length - TailLength - length;
        stream.ReadExactly(footer);
        new CompactThrift(footer).Struct(ParquetShapes.Footer);
    }

    /// <summary>Throws where the pages of a column do not follow one another up to its end.</summary>
    /// <exception cref="InvalidDataException">A page is broken or lies outside the file.</exception>
    public static void RequirePages(Stream stream, RowGroup group)
    {
        foreach (var column in group.Columns)
        {
            var data = column.MetaData ?? throw new InvalidDataException("a column has no metadata");
            var start = Math.Min(data.DictionaryPageOffset is > 0 and { } offset ? offset : long.MaxValue, data.DataPageOffset);
            RequireWithin(stream, start, data.TotalCompressedSize);
            RequireChain(stream, start, start + data.TotalCompressedSize);
        }
    }

    private static void RequireChain(Stream stream, long position, long end)
    {
        var header = new byte[LongestPageHeader];
        while (position < end)
        {
            stream.Position = position;
            var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            var walk = new CompactThrift(header.AsSpan(0, read));
            var size = walk.Struct(ParquetShapes.Page);
            RequireWithin(stream, position + walk.Position, size);
            position += walk.Position + size;
        }
    }

    private static void RequireWithin(Stream stream, long start, long length)
    {
        if (start < MagicLength || length < 0 || length > stream.Length - start)
        {
            throw new InvalidDataException("a part of the file lies outside it: it is cut or broken");
        }
    }
}
