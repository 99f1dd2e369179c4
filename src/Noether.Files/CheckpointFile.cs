using Noether.Learning;

namespace Noether.Files;

/// <summary>A file that always holds a whole state: it is written under another name first and then renamed.</summary>
public sealed class CheckpointFile(string path) : ITrainingCheckpoints
{
    private const string UnfinishedSuffix = ".unfinished";

    /// <inheritdoc/>
    public Stream? OpenLatest() => File.Exists(path) ? File.OpenRead(path) : null;

    /// <inheritdoc/>
    /// <exception cref="OutputFolderException">The file cannot be written.</exception>
    public void Replace(Action<Stream> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(path + UnfinishedSuffix, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(path + UnfinishedSuffix, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(path, $"the checkpoint cannot be written ({problem.Message})", "name a folder that can be written to with --out", problem);
        }
    }
}
