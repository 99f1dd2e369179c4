using Noether.CalabiYau.Lists;

namespace Noether.CalabiYau.Tests;

/// <summary>The published list of 7890 threefolds; tests that need it are skipped where it is absent.</summary>
internal static class PublishedList
{
    private static readonly Lazy<CicyList?> Loaded = new(Load);

    /// <summary>Whether slow tests run in full: where NOETHER_FULL is set.</summary>
    public static bool InFull { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NOETHER_FULL"));

    public static CicyList OrSkip()
    {
        Assert.SkipWhen(Loaded.Value is null, $"Set NOETHER_DATA to the folder that holds {CicyList.FileName}.");
        return Loaded.Value!;
    }

    public static string PathOrSkip()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("NOETHER_DATA") ?? "", CicyList.FileName);
        Assert.SkipUnless(File.Exists(path), $"Set NOETHER_DATA to the folder that holds {CicyList.FileName}.");
        return path;
    }

    private static CicyList? Load()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("NOETHER_DATA") ?? "", CicyList.FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        return CicyList.Read(file, path);
    }
}
