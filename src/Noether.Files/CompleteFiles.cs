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

    /// <summary>Moves files, over those of an earlier report; a file of anyone else's is put aside first.</summary>
    private static void Move(IEnumerable<string> names, string from, string to, HashSet<string> earlier)
    {
        foreach (var name in names.Where(name => File.Exists(Path.Combine(from, name))))
        {
            var target = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!earlier.Contains(name) && File.Exists(target))
            {
                File.Move(target, Aside(target));
            }

            File.Move(Path.Combine(from, name), target, overwrite: true);
        }
    }

    private static string Aside(string file) =>
        Enumerable.Range(0, int.MaxValue).Select(number => number == 0 ? $"{file}.kept" : $"{file}.kept{number}").First(name => !File.Exists(name) && !Directory.Exists(name));

    private static string[] ListIn(string folder) =>
        File.Exists(Path.Combine(folder, ListName)) ? [.. File.ReadAllLines(Path.Combine(folder, ListName)).Where(IsInside)] : [];

    private static void Remove(IEnumerable<string> names, string folder)
    {
        foreach (var name in names.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            var file = Path.Combine(folder, name);
            File.Delete(file);
            if (name.Contains('/') && !Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!).Any())
            {
                Directory.Delete(Path.GetDirectoryName(file)!);
            }
        }
    }
}
