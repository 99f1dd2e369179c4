namespace Noether.Files;

/// <summary>Files that appear under their names only when they are complete: whoever finds one can rely on it, whatever became of the program that wrote it.</summary>
internal static class WholeFile
{
    private const string UnfinishedSuffix = ".unfinished";

    /// <summary>Writes a file under another name beside its own, then renames it; one of the same name is replaced. The folder is made where needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; where it throws, nothing is left and an earlier file stays.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            using (var stream = new FileStream(path + UnfinishedSuffix, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(path + UnfinishedSuffix, path, overwrite: true);
        }
        finally
        {
            File.Delete(path + UnfinishedSuffix);
        }
    }
}
