using System.Text.RegularExpressions;

namespace Noether.Repository.Tests;

/// <summary>Budgets and bans of CONTRIBUTING.md that no analyzer checks.</summary>
public static partial class SourceStyleTests
{
    /// <summary>Lines of a source file; 200 is the budget, the rest is room for a reasoned exception.</summary>
    private const int LongestFile = 250;

    [Fact]
    public static void Source_files_fit_their_budget()
    {
        var tooLong = SourceTree.Files("src", ".cs").Select(path => (path, Lines: SourceTree.Text(path).Split('\n').Length)).Where(file => file.Lines > LongestFile);

        Assert.Empty(tooLong);
    }

    [Fact]
    public static void Chance_and_time_come_in_as_arguments()
    {
        var hidden = SourceTree.Files("src/Noether", ".cs").Concat(SourceTree.Files("src/Noether.CalabiYau", ".cs")).Concat(SourceTree.Files("src/Noether.Experiments", ".cs"))
            .Where(path => HiddenChance().IsMatch(SourceTree.Text(path)));

        Assert.Empty(hidden);
    }

    [Fact]
    public static void No_file_uses_regions_or_empty_catches()
    {
        var offending = SourceTree.Files("src", ".cs").Where(path => Offence().IsMatch(SourceTree.Text(path)));

        Assert.Empty(offending);
    }

    [GeneratedRegex(@"new Random\(|Random\.Shared|DateTime(Offset)?\.(Utc)?Now|Stopwatch\.|Guid\.NewGuid")]
    private static partial Regex HiddenChance();

    [GeneratedRegex(@"#region|catch[^{]*\{\s*\}")]
    private static partial Regex Offence();
}
