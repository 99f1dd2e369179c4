namespace Noether.Files.Numpy;

/// <summary>An array in a file, for messages.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Array">The name within an archive; null for a file that is one array.</param>
internal readonly record struct ArrayPlace(string File, string? Array)
{
    /// <summary>An error about this array.</summary>
    public DataFileException Fault(string expected, string found, string remedy) => new(File, expected, Shortened.Text(found), remedy) { Array = Array };
}
