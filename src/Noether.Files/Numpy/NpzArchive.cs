using System.IO.Compression;
using System.IO.Hashing;
using Noether.Runs;

namespace Noether.Files.Numpy;

/// <summary>Reads the arrays of an NPZ archive in the order in which they were written.</summary>
internal static class NpzArchive
{
    private const string Ending = ".npy";

    /// <summary>Deflate makes at most this many bytes of one; an entry that claims more is broken.</summary>
    private const long LargestRatio = 1040;

    public static IEnumerable<(string Name, NpyArray Array)> Read(DataFile file, Execution execution)
    {
        using var archive = new ZipArchive(file.Content(), ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry("[Content_Types].xml") is not null)
        {
            throw new DataFileException(file.Path, "an archive of NumPy arrays", "an Excel workbook or another Office document", "save the sheet as CSV");
        }

        if (!archive.Entries.Any(IsArray))
        {
            throw new DataFileException(file.Path, "an archive of NumPy arrays", "a ZIP archive without any", "write it with numpy.savez, or unpack it and name the table inside");
        }

        foreach (var entry in archive.Entries.Where(IsArray))
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            var name = entry.FullName[..^Ending.Length];
            yield return (name, ReadEntry(entry, new(file.Path, Shortened.Text(name))));
        }
    }

    private static bool IsArray(ZipArchiveEntry entry) => entry.FullName.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    private static NpyArray ReadEntry(ZipArchiveEntry entry, ArrayPlace place)
    {
        if (entry.Length > Math.Min(Array.MaxLength, (entry.CompressedLength + 1) * LargestRatio))
        {
            throw place.Fault("an array of at most 2 GB", $"{entry.Length} bytes", "take fewer rows, or write the archive anew");
        }

        using var compressed = entry.Open();
        var bytes = new byte[entry.Length];
        var read = compressed.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length || Crc32.HashToUInt32(bytes) != entry.Crc32)
        {
            throw place.Fault($"{bytes.Length} bytes with checksum {entry.Crc32:x8}", read < bytes.Length ? $"{read}" : "others", "the archive is damaged: copy it again");
        }

        return NpyArray.Read(new MemoryStream(bytes, writable: false), bytes.Length, place);
    }
}
