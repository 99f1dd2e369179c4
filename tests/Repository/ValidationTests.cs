using Noether.Reporting.Validation;
using Noether.Validation;

namespace Noether.Repository.Tests;

/// <summary>The documents say what the committed results say.</summary>
public static class ValidationTests
{
    [Fact]
    public static void The_documents_are_those_that_the_results_give()
    {
        Assert.All(ValidationDocuments.Of(CommittedResults.Read(), CommittedResults.Text), document => Assert.Equal(document.Text, CommittedResults.Text(document.Path)));
    }

    [Fact]
    public static void Another_result_gives_other_documents()
    {
        var results = CommittedResults.Read();
        var other = results.SetItem(0, results[0] with { Claims = [] });

        Assert.All(ValidationDocuments.Of(other, CommittedResults.Text), document => Assert.NotEqual(document.Text, CommittedResults.Text(document.Path)));
    }

    [Fact]
    public static void Only_results_of_the_whole_size_at_seed_0_are_taken_over()
    {
        var so2 = CommittedResults.Read().Single(result => result.Name == "so2");
        var folder = Directory.CreateTempSubdirectory("noether-adopt-").FullName;
        ExperimentResult[] quick = [so2, so2 with { Name = "mnist", Command = "noether paper mnist --images 60 --seed 0" }];
        File.WriteAllText(Path.Combine(folder, "validation.json"), ValidationJson.ToText(quick));

        var refused = Assert.Throws<InvalidDataException>(() => CommittedResults.Adopt(folder, []));

        Directory.Delete(folder, recursive: true);
        Assert.Equal($"{folder}: mnist was made by \"noether paper mnist --images 60 --seed 0\"; results that are kept are those of \"noether paper mnist --seed 0\". Nothing was taken over.", refused.Message);
        Assert.True(CommittedResults.IsWhole(so2));
        Assert.False(CommittedResults.IsWhole(so2 with { Command = "noether paper so2 --seed 1" }));
        Assert.False(CommittedResults.IsWhole(so2 with { Command = "noether paper so2 --seed 0 --no-figures" }));
    }
}
