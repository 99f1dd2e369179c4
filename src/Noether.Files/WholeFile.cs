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
        var unfinished = path + UnfinishedSuffix;
        WriteNew(unfinished, stream =>
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        });
        try
        {
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Writes a file under its own name; where that fails, it is removed. One that another run holds open is left alone.</summary>
    /// <exception cref="IOException">The file cannot be written, or may not grow any larger.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteNew(string path, Action<FileStream> write)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        try
        {
            using (stream)
            {
                write(stream);
            }
        }
        catch (ArgumentOutOfRangeException problem) when (problem.TargetSite?.DeclaringType == typeof(RandomAccess)) // this is how .NET reports a limit on the size of files
        {
            File.Delete(path);
            throw new IOException($"No file may grow that large here : '{path}'", problem);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
