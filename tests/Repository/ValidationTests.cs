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
}
