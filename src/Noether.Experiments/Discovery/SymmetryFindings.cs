using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>What a careful reader should know of an answer; the ids are explained in docs/findings.md.</summary>
internal static class SymmetryFindings
{
    /// <summary>The findings of the answer, of the proposals beside it, and whether the two roads contradict each other.</summary>
    public static IEnumerable<Finding> Of(FoundSymmetry found, ImmutableArray<JudgedEstimate> proposals, Asymmetry? across)
    {
        if (across is not null && across.Lower > found.Tolerance)
        {
            yield return new("SYM001", Severity.Contradiction, Contradiction(across));
        }

        foreach (var finding in found.Findings.Concat(found.Generators?.Findings ?? []).Concat(found.Algebra.Findings))
        {
            yield return finding;
        }

        foreach (var proposal in proposals.Where(proposal => proposal.Estimate != found.Generators))
        {
            yield return new("GEN013", Severity.Note, Words(proposal));
        }

        if (found.Fit.Resolution > 0)
        {
            yield return new("SYM003", Severity.Note, $"Learned by {found.Fit.Method}; samples lie {found.Fit.Resolution:P0} of the spread apart, and no finer structure was looked for.");
        }
    }

    /// <summary>The contradiction in a sentence.</summary>
    public static string Contradiction(Asymmetry across) =>
        $"The generators lead across the orbits that the classifier's embedding shows: their asymmetry there is {across.Value:P1}, at least {across.Lower:P1}. Look at the orbits, or train with other layers.";

    private static string Words(JudgedEstimate proposal)
    {
        var count = proposal.Estimate.Count == 1 ? "one generator" : $"{proposal.Estimate.Count} generators";
        return proposal switch
        {
            { Estimate.Count: 0 } => $"By {proposal.Estimate.Method}, the orbits share no generator.",
            { Asymmetry: null } => $"By {proposal.Estimate.Method}, {count}; they could not be judged.",
            _ => $"By {proposal.Estimate.Method}, {count} of asymmetry {proposal.Asymmetry.Value:P1} ({proposal.Asymmetry.Lower:P1} to {Math.Min(1, proposal.Asymmetry.Upper):P1}): {Judgement(proposal)}",
        };
    }

    private static string Judgement(JudgedEstimate proposal) =>
        proposal.Verdict == SymmetryVerdict.Symmetric ? "within the tolerance."
        : proposal.Objection is { } objection ? $"within the tolerance, but not claimed. {objection}"
        : "not within the tolerance.";
}
