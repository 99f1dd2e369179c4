using System.Security.Cryptography;

namespace Noether.Files;

/// <summary>A file opened for reading, hashed, and recognised by its first bytes. Files compressed by gzip read as what they hold.</summary>
internal sealed class DataFile : IDisposable
{
    /// <summary>The name of standard input on a command line.</summary>
    public const string StandardInput = "-";

    /// <summary>How much of the start is looked at to tell text from other formats.</summary>
    public const int HeadLength = 1 << 16;

    private readonly Stream _stream;

    private DataFile(string path, Stream stream, Func<string, byte[], FileFormat> recognise)
    {
        Path = path;
        _stream = stream;
        IsGzip = Head(Rewound()) is [0x1F, 0x8B, ..];
        Start = IsGzip ? Guarded("a gzip file", () => Head(Content())) : Head(Rewound());
        Format = recognise(path, Start);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Rewound()));
    }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>The SHA-256 of the file's bytes in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>What the content is.</summary>
    public FileFormat Format { get; }

    /// <summary>The first 64 KiB of the content.</summary>
    public byte[] Start { get; }

    /// <summary>Whether the file is compressed as a whole.</summary>
    public bool IsGzip { get; }

    /// <summary>The length of the file on disk in bytes.</summary>
    public long Length => _stream.Length;

    /// <summary>Opens, hashes and recognises a file.</summary>
    /// <exception cref="DataFileException">There is no such file, it is a folder, empty, not readable, or of a format that has no use here.</exception>
    public static DataFile Open(string path) => Open(path, ("a table", "check the program that wrote it"), (name, start) => Signature.Recognise(name, start));

    /// <summary>Opens and hashes a PNG picture.</summary>
    /// <exception cref="DataFileException">There is no such file, it is not readable, or not a PNG picture.</exception>
    public static DataFile OpenPicture(string path) =>
        Open(path, ("a PNG picture", "write the picture anew, or take it out of the folder"), (name, start) => Signature.RecognisePicture(name, start));

    private static DataFile Open(string path, (string Expected, string Remedy) empty, Func<string, byte[], FileFormat> recognise)
    {
        if (Directory.Exists(path))
        {
            throw new DataFileException(path, "a file", "a folder", "name a file in it");
        }

        var stream = OpenStream(path);
        try
        {
            RequireBytes(path, stream, empty);
            return new(path, stream, recognise);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The content from its start, decompressed. One reader at a time.</summary>
    public Stream Content() => IsGzip ? new CheckedGzipStream(Rewound()) : Rewound();

    /// <summary>Runs a reader and turns whatever it throws over broken content into an error about this file.</summary>
    /// <remarks>Readers of binary formats fail in many ways on broken bytes; none of them is a fault of this program.</remarks>
    public T Guarded<T>(string expected, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (DataFileException or OperationCanceledException))
        {
            var reason = exception is OutOfMemoryException ? "sizes beyond this machine's memory" : $"broken content ({Shortened.Text(exception.Message)})";
            throw new DataFileException(Path, expected, reason, "write the file anew, or copy it again from where it came", exception);
        }
    }

    public void Dispose() => _stream.Dispose();

    private Stream Rewound()
    {
        _stream.Position = 0;
        return _stream;
    }

    /// <summary>A stream that can be read again and again: a pipe, and standard input for the name -, are taken into memory.</summary>
    private static Stream OpenStream(string path)
    {
        try
        {
            return path == StandardInput
                ? InMemory(Console.OpenStandardInput())
                : Seekable(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new DataFileException(path, "a file", "none of this name", $"check the spelling; the current folder is {Environment.CurrentDirectory}", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new DataFileException(path, "a file that may be read", "one without permission to read it", "ask its owner, or copy it to a folder of your own", exception);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            throw new DataFileException(path, "a file that can be opened", $"an error of the system ({Shortened.Text(exception.Message)})", "copy the file to another place", exception);
        }
    }

    private static Stream Seekable(FileStream stream) => stream.CanSeek ? stream : InMemory(stream);

    private static MemoryStream InMemory(Stream stream)
    {
        using (stream)
        {
            var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory;
        }
    }

    private static void RequireBytes(string path, Stream stream, (string Expected, string Remedy) empty)
    {
        if (stream.Length == 0)
        {
            throw new DataFileException(path, empty.Expected, "an empty file", empty.Remedy);
        }
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[HeadLength];
        return head[..stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
    }
}
