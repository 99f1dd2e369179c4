using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Noether.Files;

/// <summary>Decompresses gzip and notices at its end whether the file was cut: the framework's stream takes a cut file for a short one.</summary>
/// <remarks>The check compares with the last eight bytes of the file, so a file of several gzip members in a row is refused.</remarks>
internal sealed class CheckedGzipStream : Stream
{
    private const int TrailerLength = 8;

    private readonly GZipStream _content;
    private readonly Crc32 _checksum = new();
    private readonly byte[] _trailer = new byte[TrailerLength];
    private uint _length;

    /// <summary>Decompresses a seekable stream that stands at its start and stays open.</summary>
    public CheckedGzipStream(Stream compressed)
    {
        if (compressed.Length >= TrailerLength)
        {
            compressed.Seek(-TrailerLength, SeekOrigin.End);
            compressed.ReadExactly(_trailer);
            compressed.Position = 0;
        }

        _content = new(compressed, CompressionMode.Decompress, leaveOpen: true);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _checksum.Append(buffer[..read]);
        _length += (uint)read;
        if (read == 0 && !buffer.IsEmpty && !IsWhole())
        {
            throw new InvalidDataException("the compressed data are cut, damaged, or made of several parts");
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsWhole() =>
        BinaryPrimitives.ReadUInt32LittleEndian(_trailer) == _checksum.GetCurrentHashAsUInt32() && BinaryPrimitives.ReadUInt32LittleEndian(_trailer.AsSpan(4)) == _length;
}
