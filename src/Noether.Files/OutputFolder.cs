using System.Text;

namespace Noether.Files;

/// <summary>The folder of one run's results. They appear in it together, when the run is complete.</summary>
/// <remarks>
/// Until <see cref="Complete()"/>, files are in a hidden folder inside this one, which no other run touches; a run that fails leaves nothing behind and an
/// earlier report as it was. Completing renames that folder, which is the moment from which the new report counts; then the files of the earlier one (listed
/// in .noether-files, and nothing else) are removed and the new ones moved in place; a file, folder or link that no run listed and whose name is needed is put aside as
/// NAME.kept: nothing is written or removed through a link.
/// Where a run is killed in between, the next one that opens the folder ends the moving. A second run into the same folder at the same time is refused, as is
/// one that reads files of the report that it would replace (<see cref="RequireNoInput"/>).
/// </remarks>
public sealed class OutputFolder : IDisposable
{
    private const string LockName = ".noether-lock";
    private const string StagingName = ".noether-unfinished";

    private static readonly UTF8Encoding PlainUtf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FileStream _lock;
    private readonly ImmutableArray<string> _newFolders;
    private readonly string _staging;
    private readonly SortedSet<string> _written = new(StringComparer.Ordinal);

    private OutputFolder(string path, FileStream theLock, ImmutableArray<string> newFolders)
    {
        Path = path;
        _lock = theLock;
        _newFolders = newFolders;
        _staging = System.IO.Path.Combine(path, StagingName);
    }

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>The names of the files written so far, with / between folders, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Files => _written;

    /// <summary>Creates the folder where needed, makes sure that files can be written to it, and locks it for this run.</summary>
    /// <exception cref="OutputFolderException">The folder cannot be created or written to, is a file, or another run is writing to it.</exception>
    public static OutputFolder Open(string path)
    {
        if (File.Exists(path))
        {
            throw new OutputFolderException(path, "a file of this name exists", "name a folder with --out");
        }

        var newFolders = MissingFolders(path);
        var folder = Attempt(path, () =>
        {
            Directory.CreateDirectory(path);
            return new OutputFolder(path, Lock(path), newFolders);
        });
        try
        {
            Attempt(path, folder.PrepareStaging);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Makes sure that none of some files, which the run reads, is one of the earlier report here, since that report is replaced.</summary>
    /// <param name="inputs">Paths of files and folders; others are passed over, and so is this folder itself.</param>
    /// <exception cref="OutputFolderException">One is.</exception>
    public void RequireNoInput(IEnumerable<string> inputs)
    {
        var report = CompleteFiles.In(Path).ToArray();
        foreach (var input in inputs.Where(input => File.Exists(input) || Directory.Exists(input)))
        {
            var name = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetRelativePath(Path, input)).Replace(System.IO.Path.DirectorySeparatorChar, '/');
            if (report.Any(file => file == name || file.StartsWith(name + '/', StringComparison.Ordinal)))
            {
                throw new OutputFolderException(Path, $"{input} belongs to the report in it, which this run would replace", "name another folder with --out");
            }
        }
    }

    /// <summary>Writes one file.</summary>
    /// <param name="name">Its name in the folder, with / between folders, such as "figures/embedding.png".</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="ArgumentException">The name leads out of the folder or starts with a dot.</exception>
    /// <exception cref="OutputFolderException">The disk is full or the folder has gone.</exception>
    public void Write(string name, Action<Stream> write)
    {
        var target = System.IO.Path.Combine(_staging, Checked(name));
        Attempt(Path, () =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            WholeFile.WriteNew(target, write);
            return _written.Add(name);
        });
    }

    /// <summary>Writes a text file in UTF-8.</summary>
    public void WriteText(string name, string text) => Write(name, stream => stream.Write(PlainUtf8.GetBytes(text)));

    /// <summary>Replaces the files of an earlier report by those written since the folder was opened. Files that no run listed stay.</summary>
    /// <exception cref="OutputFolderException">A file cannot be moved; those already moved stay.</exception>
    public void Complete() => Complete(_written);

    /// <summary>Adds the files written since the folder was opened to those of an earlier report, which stays until the next <see cref="Complete()"/>.</summary>
    /// <param name="below">The folder inside this one that they lie in; files of earlier reports in it are replaced.</param>
    /// <exception cref="OutputFolderException">A file cannot be moved; those already moved stay.</exception>
    public void CompleteBeside(string below) => Complete([.. CompleteFiles.InWithout(below, Path), .. _written]);

    /// <summary>Removes what was not completed and lets other runs in.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }

        _lock.Dispose();
        foreach (var folder in _newFolders.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Directory.Delete(folder);
        }
    }

    private void Complete(IReadOnlyCollection<string> names) => Attempt(Path, () =>
    {
        CompleteFiles.Commit(Path, _staging, names);
        return CompleteFiles.Settle(Path);
    });

    /// <summary>The folders that have to be made for a path, the innermost first.</summary>
    private static ImmutableArray<string> MissingFolders(string path)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        for (var folder = System.IO.Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing.ToImmutable();
    }

    private bool PrepareStaging()
    {
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true); // of a run that was killed: the lock says that it is no longer there
        }

        CompleteFiles.Settle(Path);
        return Directory.CreateDirectory(_staging).Exists;
    }

    private static string Checked(string name) =>
        CompleteFiles.IsInside(name) ? name : throw new ArgumentException($"A file of a report has a relative name without '..', '\\' and leading dots; got '{name}'.", nameof(name));

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (File.Exists(System.IO.Path.Combine(path, LockName)))
        {
            throw new OutputFolderException(path, "another run is writing to this folder", "wait for it, or name another folder with --out", exception);
        }
    }

    private static T Attempt<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputFolderException(path, $"cannot write to it ({exception.Message})", "name a folder of your own with --out, on a disk with room", exception);
        }
    }
}
