using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>What a reader of a t-SNE map should know.</summary>
internal static class TSneFindings
{
    public static ImmutableArray<Finding> Of(SingleMatrix points, TSneOptions options, double perplexity, int iterations)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (perplexity < options.Perplexity)
        {
            findings.Add(new(
                "TSN001",
                Severity.Note,
                $"The perplexity was lowered from {options.Perplexity:G4} to {perplexity:G4}: a point can have a third of the other {points.Rows - 1} points as its neighbours at most. Give more points or ask for less."));
        }

        if (iterations < options.Iterations)
        {
            findings.Add(new(
                "TSN002",
                Severity.Caution,
                $"The map was cancelled after {iterations} of {options.Iterations} steps; what it shows may not have settled. Run it to the end before reading it."));
        }

        if (AllEqual(points))
        {
            findings.Add(new(
                "TSN003",
                Severity.Caution,
                $"All {points.Rows} points are equal; the map shows nothing but the noise of its start. Look at how the points were made."));
        }

        return findings.ToImmutable();
    }

    private static bool AllEqual(SingleMatrix points)
    {
        for (var i = 1; i < points.Rows; i++)
        {
            if (!points.Row(i).SequenceEqual(points.Row(0)))
            {
                return false;
            }
        }

        return true;
    }
}
