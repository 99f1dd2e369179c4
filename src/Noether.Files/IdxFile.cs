using System.Buffers.Binary;
using Noether.Runs;

namespace Noether.Files;

/// <summary>An array of bytes in the IDX format of the MNIST digits, plain or compressed by gzip.</summary>
public sealed class IdxFile
{
    /// <summary>The code of unsigned bytes, the only element type in use for pictures and labels.</summary>
    private const byte UnsignedByte = 0x08;

    /// <summary>Deflate makes at most this many bytes of one.</summary>
    private const long LargestRatio = 1040;

    private readonly byte[] _values;

    private IdxFile(DataFile file, ImmutableArray<int> shape, byte[] values)
    {
        (Source, Sha256, Shape, _values) = (file.Path, file.Sha256, shape, values);
    }

    /// <summary>The file as the user named it.</summary>
    public string Source { get; }

    /// <summary>The SHA-256 of the file's bytes, compressed as they are, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The length of each axis, such as [60000, 28, 28].</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The elements in row-major order, 0 to 255.</summary>
    public ReadOnlySpan<byte> Values => _values;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">The file is not IDX, holds other elements than bytes, or is cut.</exception>
    public static IdxFile Read(string path, Execution execution)
    {
        using var file = DataFile.Open(path);
        return Read(file, execution);
    }

    /// <inheritdoc cref="Read(string, Execution)"/>
    internal static IdxFile Read(DataFile file, Execution execution)
    {
        execution.Cancellation.ThrowIfCancellationRequested();
        if (file.Format != FileFormat.Idx || file.Start[2] != UnsignedByte)
        {
            throw new DataFileException(file.Path, "an IDX file of unsigned bytes", file.Format == FileFormat.Idx ? "one of another type" : "another format", "fetch the file again from its publisher");
        }

        return file.Guarded("an IDX file", () => Read(file));
    }

    private static IdxFile Read(DataFile file)
    {
        using var stream = file.Content();
        var prefix = new byte[4 + (4 * file.Start[3])];
        stream.ReadExactly(prefix);
        var shape = Enumerable.Range(1, file.Start[3]).Select(axis => BinaryPrimitives.ReadInt32BigEndian(prefix.AsSpan(4 * axis))).ToImmutableArray();
        var count = shape.All(length => length >= 0) ? shape.Aggregate(1L, (product, length) => checked(product * length)) : -1;
        if (count < 0 || count > Math.Min(Array.MaxLength, file.Length * LargestRatio))
        {
            throw new DataFileException(file.Path, "axes that fit the size of the file", $"shape ({string.Join(", ", shape)})", "fetch the file again from its publisher");
        }

        var values = new byte[count];
        var read = stream.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (read < values.Length || stream.ReadByte() >= 0)
        {
            throw new DataFileException(file.Path, $"{count} elements", read < values.Length ? $"{read}" : "more", "fetch the file again from its publisher");
        }

        return new(file, shape, values);
    }
}
