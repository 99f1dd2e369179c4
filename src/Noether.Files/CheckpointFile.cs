using Noether.Learning;

namespace Noether.Files;

/// <summary>A file that always holds a whole state: it is written under another name first and then renamed.</summary>
public sealed class CheckpointFile(string path) : ITrainingCheckpoints
{
    /// <inheritdoc/>
    public Stream? OpenLatest() => File.Exists(path) ? File.OpenRead(path) : null;

    /// <inheritdoc/>
    /// <exception cref="OutputFolderException">The file cannot be written.</exception>
    public void Replace(Action<Stream> write)
    {
        try
        {
            WholeFile.Write(path, write);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(path, $"the checkpoint cannot be written ({problem.Message})", "name a folder that can be written to with --out", problem);
        }
    }
}
