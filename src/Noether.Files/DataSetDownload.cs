using System.IO.Compression;
using System.Security.Cryptography;

namespace Noether.Files;

/// <summary>Fetches published data sets, checked against their hashes.</summary>
public static class DataSetDownload
{
    private static readonly byte[] GzipSignature = [0x1F, 0x8B];

    /// <summary>Whether a data folder holds a file already, whole and with the right hash.</summary>
    public static bool IsThere(DataSetFile file, string folder)
    {
        var path = Path.Combine(folder, file.Path);
        return File.Exists(path) && HashOf(File.ReadAllBytes(path)) == file.Sha256;
    }

    /// <summary>Fetches a file into a data folder. The file appears under its name only when it is whole and its hash is right.</summary>
    /// <param name="client">Makes the request.</param>
    /// <param name="file">The file.</param>
    /// <param name="folder">The data folder; made where needed.</param>
    /// <param name="cancellation">Stops the transfer; nothing is left then.</param>
    /// <exception cref="DataFileException">The publisher's file has other content than expected, or cannot be had.</exception>
    /// <exception cref="OutputFolderException">The folder cannot be written to.</exception>
    public static async Task FetchAsync(HttpClient client, DataSetFile file, string folder, CancellationToken cancellation)
    {
        var downloaded = await DownloadAsync(client, file, cancellation);
        var found = HashOf(downloaded);
        if (found != file.Sha256)
        {
            throw new DataFileException(file.Address.ToString(), $"content with SHA-256 {file.Sha256}", found ?? "a damaged archive", "the publisher's file has changed or the transfer was altered; put a file with this hash into the data folder by hand");
        }

        Store(Uncompressed(downloaded), Path.Combine(folder, file.Path));
    }

    private static async Task<byte[]> DownloadAsync(HttpClient client, DataSetFile file, CancellationToken cancellation)
    {
        try
        {
            return await client.GetByteArrayAsync(file.Address, cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var found = exception is not HttpRequestException request ? $"no answer within {client.Timeout.TotalSeconds:0} seconds"
                : request.StatusCode is { } status ? $"status {(int)status}"
                : $"no connection ({request.Message})";
            throw new DataFileException(file.Address.ToString(), "the publisher's file", found, $"try later, or put the file as {file.Path} into the folder that {DataSets.Variable} names", exception);
        }
    }

    /// <summary>The hash of the uncompressed bytes; null for a damaged archive.</summary>
    private static string? HashOf(byte[] content)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(Uncompressed(content)));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Uncompressed(byte[] content)
    {
        if (!content.AsSpan().StartsWith(GzipSignature))
        {
            return content;
        }

        using var gzip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private static void Store(byte[] content, string path)
    {
        try
        {
            WholeFile.Write(path, stream =>
            {
                using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
                gzip.Write(content);
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(Path.GetDirectoryName(path)!, exception.Message, $"make room or name another folder with {DataSets.Variable}", exception);
        }
    }
}
