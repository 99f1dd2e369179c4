namespace Noether.Files;

/// <summary>Where the published data sets lie that some experiments need: the folder named by NOETHER_DATA, then the user's cache folder.</summary>
public static class DataSets
{
    /// <summary>The environment variable that names a folder with data sets.</summary>
    public const string Variable = "NOETHER_DATA";

    /// <summary>The published list of 7890 complete-intersection Calabi-Yau threefolds.</summary>
    public static DataSet Cicy { get; } = new("cicy", "cicylist.txt.gz");

    /// <summary>The MNIST images and labels in IDX format.</summary>
    public static DataSet Mnist { get; } = new("mnist", "mnist");

    /// <summary>All data sets that an experiment may need.</summary>
    public static ImmutableArray<DataSet> Known { get; } = [Cicy, Mnist];

    /// <summary>The full path of a data set; null where it is nowhere.</summary>
    public static string? Find(DataSet set) => Folders().Select(folder => Path.GetFullPath(Path.Combine(folder, set.FileName))).FirstOrDefault(Path.Exists);

    /// <summary>The folder to which data sets are fetched: noether/data in the user's cache folder.</summary>
    public static string CacheFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return string.IsNullOrEmpty(cache)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "noether", "data")
            : Path.Combine(cache, "noether", "data");
    }

    private static IEnumerable<string> Folders()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(named) ? [CacheFolder()] : [named, CacheFolder()];
    }
}
