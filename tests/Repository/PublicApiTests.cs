using System.Text.RegularExpressions;

namespace Noether.Repository.Tests;

/// <summary>The public surface of the library is what a person approved.</summary>
public static class PublicApiTests
{
    private const string Approved = "tests/Repository/PublicApi.approved.txt";

    /// <summary>NOETHER_UPDATE_SNAPSHOTS=1 writes the new surface, for review.</summary>
    [Fact]
    public static void The_library_shows_what_was_approved_and_nothing_more()
    {
        var actual = PublicApi.Of(Assemblies.Library);
        if (Environment.GetEnvironmentVariable("NOETHER_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(SourceTree.Root, Approved), actual);
        }

        Assert.Equal(SourceTree.Text(Approved), actual);
    }

    /// <summary>What cannot be explained to a user is no promise to make.</summary>
    [Fact]
    public static void Every_public_type_is_named_in_the_page_for_users_of_the_library()
    {
        var page = SourceTree.Text("docs/library.md");

        var unnamed = Assemblies.Library.GetExportedTypes().Select(type => type.Name).Where(name => !Regex.IsMatch(page, $@"\b{name}\b"));

        Assert.Empty(unnamed);
    }

    [Fact]
    public static void A_change_of_a_signature_would_be_noticed()
    {
        var api = PublicApi.Of(Assemblies.Library);

        Assert.Contains("static SymmetryDiscovery Run(LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution, IProgress<DiscoveryStage> finished = null)", api, StringComparison.Ordinal);
        Assert.DoesNotContain("DiscoveryStages", api, StringComparison.Ordinal); // internal
    }
}
