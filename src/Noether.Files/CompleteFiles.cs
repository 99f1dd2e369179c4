namespace Noether.Files;

/// <summary>The files of a complete report on their way into the out folder: a program that is killed at any moment leaves the earlier report or the new one, never a mixture.</summary>
internal static class CompleteFiles
{
    private const string ListName = ".noether-files";
    private const string CompleteName = ".noether-complete";

    /// <summary>Whether a name stays in the folder: relative, with / between folders, without '..', '\\' and leading dots.</summary>
    public static bool IsInside(string name) =>
        name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part.IndexOfAny(['\\', ':', '\0']) < 0);

    /// <summary>Makes a new report count, by one renaming; from here on <see cref="Settle"/> carries it in place, in this run or a later one.</summary>
    /// <param name="folder">The out folder.</param>
    /// <param name="staging">The folder inside it that holds the files.</param>
    /// <param name="names">Their names.</param>
    public static void Commit(string folder, string staging, IEnumerable<string> names)
    {
        File.WriteAllLines(Path.Combine(staging, ListName), names);
        Directory.Move(staging, Path.Combine(folder, CompleteName));
    }

    /// <summary>Removes the files of the earlier report and moves those of the new one in place, or as many of them as an earlier run left.</summary>
    /// <returns>Whether there was a report to move.</returns>
    public static bool Settle(string folder)
    {
        var complete = Path.Combine(folder, CompleteName);
        if (!Directory.Exists(complete))
        {
            return false;
        }

        if (File.Exists(Path.Combine(complete, ListName))) // it is moved last: until then it says what is left
        {
            var (names, earlier) = (ListIn(complete), ListIn(folder));
            Remove(earlier.Except(names), folder);
            Move(names.Append(ListName), complete, folder, [.. earlier, ListName]);
        }

        Directory.Delete(complete, recursive: true);
        return true;
    }

    /// <summary>The files of the report that lies in a folder, complete with those that a killed run had still to move.</summary>
    public static IEnumerable<string> In(string folder) => ListIn(folder).Concat(ListIn(Path.Combine(folder, CompleteName)));

    /// <summary>The files of the report that lies in a folder, without those below a folder in it.</summary>
    public static IEnumerable<string> InWithout(string below, string folder) => ListIn(folder).Where(name => !name.StartsWith(below + '/', StringComparison.Ordinal));

    /// <summary>Moves files, over those of an earlier report; what is anyone else's is put aside first.</summary>
    private static void Move(IEnumerable<string> names, string from, string to, HashSet<string> earlier)
    {
        foreach (var name in names.Where(name => File.Exists(Path.Combine(from, name))))
        {
            var target = Path.Combine(to, name);
            foreach (var folder in FoldersOf(name, to).Where(folder => IsTaken(folder) && !IsPlainFolder(folder)))
            {
                PutAside(folder);
            }

            if (Directory.Exists(target) || (IsTaken(target) && !earlier.Contains(name)))
            {
                PutAside(target);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(from, name), target, overwrite: true);
        }
    }

    /// <summary>The folders inside another one that lead to a file in it, the outermost first.</summary>
    private static IEnumerable<string> FoldersOf(string name, string folder) =>
        Enumerable.Range(0, name.Length).Where(i => name[i] == '/').Select(i => Path.Combine(folder, name[..i]));

    /// <summary>Whether a path is a folder itself, and not a link to one, which may lead anywhere.</summary>
    private static bool IsPlainFolder(string path) => Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null;

    private static bool IsTaken(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static void PutAside(string path)
    {
        var aside = Enumerable.Range(0, int.MaxValue).Select(number => number == 0 ? $"{path}.kept" : $"{path}.kept{number}").First(name => !IsTaken(name));
        if (Directory.Exists(path))
        {
            Directory.Move(path, aside);
        }
        else
        {
            File.Move(path, aside);
        }
    }

    private static string[] ListIn(string folder) =>
        File.Exists(Path.Combine(folder, ListName)) ? [.. File.ReadAllLines(Path.Combine(folder, ListName)).Where(IsInside)] : [];

    private static void Remove(IEnumerable<string> names, string folder)
    {
        foreach (var name in names.Where(name => File.Exists(Path.Combine(folder, name)) && FoldersOf(name, folder).All(IsPlainFolder)))
        {
            File.Delete(Path.Combine(folder, name));
            foreach (var emptied in FoldersOf(name, folder).Reverse().TakeWhile(inside => !Directory.EnumerateFileSystemEntries(inside).Any()))
            {
                Directory.Delete(emptied);
            }
        }
    }
}
