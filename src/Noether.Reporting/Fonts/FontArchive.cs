using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Noether.Reporting.Fonts;

/// <summary>The files inside an assembly that carries them as an Avalonia resource; the assembly is read, never loaded.</summary>
/// <remarks>
/// The resource "!AvaloniaResources" is: its length; the length of the index; the index (format version, number of files, and for each
/// its path, offset and length); the files' bytes. Offsets count from the end of the index. Whole numbers have four bytes, little-endian.
/// </remarks>
internal static class FontArchive
{
    private const string Resource = "!AvaloniaResources";
    private const int KnownVersion = 2;

    /// <summary>The bytes of one file.</summary>
    /// <param name="assembly">The assembly's bytes; seekable.</param>
    /// <param name="path">The file's path, such as "/Assets/Inter-Regular.ttf".</param>
    /// <exception cref="InvalidDataException">The assembly holds no such resource or file.</exception>
    internal static byte[] Extract(Stream assembly, string path)
    {
        using var image = new PEReader(assembly, PEStreamOptions.LeaveOpen);
        using var reader = new BinaryReader(new MemoryStream(ResourceBytes(image)), Encoding.UTF8);
        var start = sizeof(int) + reader.ReadInt32();
        var version = reader.ReadInt32();
        if (version != KnownVersion)
        {
            throw new InvalidDataException($"The font archive has format {version}; this version reads format {KnownVersion}.");
        }

        for (var remaining = reader.ReadInt32(); remaining > 0; remaining--)
        {
            var (name, offset, length) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            if (name == path)
            {
                reader.BaseStream.Position = start + offset;
                return reader.ReadBytes(length);
            }
        }

        throw new InvalidDataException($"The font archive holds no file {path}.");
    }

    private static byte[] ResourceBytes(PEReader image)
    {
        var metadata = image.GetMetadataReader();
        var handle = metadata.ManifestResources.FirstOrDefault(candidate => metadata.GetString(metadata.GetManifestResource(candidate).Name) == Resource);
        if (handle.IsNil)
        {
            throw new InvalidDataException($"The font archive holds no resource {Resource}.");
        }

        var address = image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + (int)metadata.GetManifestResource(handle).Offset;
        var reader = image.GetSectionData(address).GetReader();
        return reader.ReadBytes(reader.ReadInt32());
    }
}
