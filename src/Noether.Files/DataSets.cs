namespace Noether.Files;

/// <summary>Where the published data sets lie that some experiments need: the folder named by NOETHER_DATA, then the user's cache folder.</summary>
public static class DataSets
{
    /// <summary>The environment variable that names a folder with data sets.</summary>
    public const string Variable = "NOETHER_DATA";

    private const string MnistAddress = "https://ossci-datasets.s3.amazonaws.com/mnist/";

    /// <summary>The published list of 7890 complete-intersection Calabi-Yau threefolds.</summary>
    public static DataSet Cicy { get; } = new(
        "cicy",
        "cicylist.txt.gz",
        [
            new(
                "cicylist.txt.gz",
                new("http://www-thphys.physics.ox.ac.uk/projects/CalabiYau/cicylist/cicylist.txt"),
                "c443a8b431d842c9b2e1cf4af19c12dce0aaeb6f11f99a29f70260b559085cd8"),
        ]);

    /// <summary>The MNIST images and labels in IDX format.</summary>
    public static DataSet Mnist { get; } = new(
        "mnist",
        "mnist",
        [
            MnistFile("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            MnistFile("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            MnistFile("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            MnistFile("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        ]);

    /// <summary>All data sets that an experiment may need.</summary>
    public static ImmutableArray<DataSet> Known { get; } = [Cicy, Mnist];

    /// <summary>The full path of a data set; null where it is nowhere.</summary>
    public static string? Find(DataSet set) => Folders().Select(folder => Path.GetFullPath(Path.Combine(folder, set.FileName))).FirstOrDefault(Path.Exists);

    /// <summary>The full path of a data set.</summary>
    /// <exception cref="DataSetMissingException">It is nowhere.</exception>
    public static string Require(DataSet set) => Find(set) ?? throw new DataSetMissingException(set);

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

    private static DataSetFile MnistFile(string name, string sha256) => new($"mnist/{name}.gz", new($"{MnistAddress}{name}.gz"), sha256);
}
