namespace Noether.Reporting.Tests;

/// <summary>Compares a text with the one that a person approved; setting NOETHER_UPDATE_SNAPSHOTS=1 writes the new one for review.</summary>
internal static class Snapshot
{
    internal static void Matches(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Noether.Reporting.Tests", "Snapshots", $"{name}.verified.txt");
        if (Environment.GetEnvironmentVariable("NOETHER_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
