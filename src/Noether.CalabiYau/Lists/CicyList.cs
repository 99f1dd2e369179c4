using System.Buffers.Binary;
using System.IO.Compression;

namespace Noether.CalabiYau.Lists;

/// <summary>A list of configurations with their topological numbers, in the format of the published list of 7890 threefolds.</summary>
/// <param name="Records">The entries in the order of the file; their labels increase.</param>
public sealed record CicyList(ImmutableArray<CicyRecord> Records)
{
    /// <summary>The file name under which the published list is looked for, in a folder of data sets.</summary>
    public const string FileName = "cicylist.txt.gz";

    /// <summary>The complex dimension of every entry, 3: Hodge numbers and second Chern class as the list states them are those of threefolds.</summary>
    public const int Dimension = 3;

    /// <summary>The entries whose Hodge numbers are not placeholders: the data set for learning.</summary>
    public CicyList WithoutPlaceholders => new([.. Records.Where(record => !record.HasPlaceholderHodgeNumbers)]);

    /// <summary>Reads a list; a gzip stream is recognised and unpacked.</summary>
    /// <param name="stream">The bytes; read to the end, not closed.</param>
    /// <param name="source">The name for error messages, such as the path.</param>
    /// <exception cref="CicyListException">A record is malformed.</exception>
    public static CicyList Read(Stream stream, string source)
    {
        var buffered = new BufferedStream(stream);
        var first = buffered.ReadByte();
        using var bytes = new MemoryStream();
        if (first >= 0)
        {
            bytes.WriteByte((byte)first);
            buffered.CopyTo(bytes);
        }

        bytes.Position = 0;
        using var reader = new StreamReader(first == GzipMark ? Unpacked(bytes, source) : bytes);
        return Read(reader, source);
    }

    /// <summary>Reads a list from text.</summary>
    /// <param name="reader">Records of eight keys and the rows of a matrix, divided by blank lines.</param>
    /// <param name="source">The name for error messages.</param>
    /// <exception cref="CicyListException">A record is malformed, or labels do not increase.</exception>
    public static CicyList Read(TextReader reader, string source) => new(CicyListReader.Read(reader, source));

    /// <summary>Writes the list in the format in which it is read; the published list comes out byte for byte.</summary>
    public void Write(TextWriter writer) => CicyListWriter.Write(this, writer);

    /// <summary>The entries by label.</summary>
    public ImmutableDictionary<int, CicyRecord> ByLabel() => Records.ToImmutableDictionary(record => record.Label);

    private const int GzipMark = 0x1F; // no list in plain text starts with a control character

    private static MemoryStream Unpacked(MemoryStream packed, string source)
    {
        var bytes = new MemoryStream();
        try
        {
            using var unpacking = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            unpacking.CopyTo(bytes);
        }
        catch (InvalidDataException problem)
        {
            throw new CicyListException(source, 1, $"the file starts like a gzip archive but cannot be unpacked ({problem.Message}); fetch it again.");
        }

        // An archive ends with the size of its content; one that was cut off unpacks without complaint.
        if (packed.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(packed.GetBuffer().AsSpan((int)packed.Length - sizeof(uint))) != (uint)bytes.Length)
        {
            throw new CicyListException(source, 1, "the gzip archive was cut off; fetch it again.");
        }

        bytes.Position = 0;
        return bytes;
    }
}
