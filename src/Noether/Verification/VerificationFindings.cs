using Noether.Runs;

namespace Noether.Verification;

/// <summary>What a careful reader should know about the test of generators; the ids are explained in docs/findings.md.</summary>
internal static class VerificationFindings
{
    public static IEnumerable<Finding> Of(InvarianceError invariance)
    {
        var total = invariance.Compared + invariance.LeftOut;
        if (2 * invariance.LeftOut > total)
        {
            yield return new("GEN010", Severity.Caution, $"{invariance.LeftOut} of {total} moved points land outside the sampled region; the test rests on the others.");
        }
    }
}
