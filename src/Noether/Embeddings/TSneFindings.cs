using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>What a reader of a t-SNE map should know.</summary>
internal static class TSneFindings
{
    public static ImmutableArray<Finding> Of(SingleMatrix points, TSneOptions options, double perplexity, double? recall, int iterations)
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

        if (recall is not null)
        {
            findings.Add(new(
                "TSN005",
                Severity.Note,
                $"The map of {points.Rows} points is made of approximate neighbours: of the exact ones of 100 points, {100 * recall:0.0} % are among them. Look at fewer points, or ask for neighbours beside the map, which are exact, where that matters."));
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
