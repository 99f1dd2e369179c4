namespace Noether.Files;

/// <summary>A folder into which results cannot be written.</summary>
/// <param name="folder">The folder as the user named it.</param>
/// <param name="reason">What stands in the way.</param>
/// <param name="remedy">What to do next.</param>
/// <param name="cause">The error of the system, if any.</param>
public sealed class OutputFolderException(string folder, string reason, string remedy, Exception? cause = null)
    : Exception($"{folder}: {reason}; {remedy}", cause)
{
    /// <summary>The folder as the user named it.</summary>
    public string Folder => folder;
}
