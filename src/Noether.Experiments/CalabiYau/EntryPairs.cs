using Noether.CalabiYau.Classes;
using Noether.Reports;

namespace Noether.Experiments.CalabiYau;

/// <summary>All pairs of entries with equal Hodge numbers: how many of those known to be one manifold come together, beside the others, and how many of those that come together cannot be one.</summary>
/// <param name="Known">The pairs that the list or a proof connects.</param>
/// <param name="KnownTogether">Those of them that the network puts together.</param>
/// <param name="Others">All other pairs.</param>
/// <param name="Together">Those of them that the network puts together: the candidates.</param>
/// <param name="Comparable">Other pairs whose invariants are known for both.</param>
/// <param name="Different">Those of them with different invariants.</param>
/// <param name="ComparableTogether">Candidates whose invariants are known for both.</param>
/// <param name="DifferentTogether">Those of them with different invariants.</param>
internal sealed record EntryPairs(int Known, int KnownTogether, int Others, int Together, int Comparable, int Different, int ComparableTogether, int DifferentTogether)
{
    /// <summary>Counts the pairs of entries that have samples.</summary>
    public static EntryPairs Of(CicySamples samples, CicyAnalysis analysis)
    {
        var relations = analysis.Relations;
        var pairs = EqualHodgeNumbers(samples).ToLookup(pair => relations.AreConnected(pair.First, pair.Second));
        var (known, others) = (pairs[true].ToArray(), pairs[false].ToArray());
        var all = Counts(others.Select(pair => relations.Classes.CompareInvariants(samples.Records[pair.First].Label, samples.Records[pair.Second].Label)));
        var together = Counts(analysis.Candidates.Select(pair => pair.Invariants));
        return new(known.Length, known.Count(analysis.Together.Contains), others.Length, analysis.Candidates.Length, all.Comparable, all.Different, together.Comparable, together.Different);
    }

    /// <summary>What the network's pairs are worth; nothing is claimed where there is nothing to count.</summary>
    public IEnumerable<Claim> Claims()
    {
        if (Known > 0 && Others > 0)
        {
            var (share, control) = (KnownTogether / (double)Known, Together / (double)Others);
            yield return new($"share of the {Known} pairs of entries known to be one manifold that come together (control: the {Others} other pairs of equal Hodge numbers)", share, "> control", share > control, control);
        }

        if (Comparable > Different && Different > 0)
        {
            var (agree, share, control) = (Comparable - Different, (ComparableTogether - DifferentTogether) / (double)(Comparable - Different), DifferentTogether / (double)Different);
            yield return new($"share of the {agree} other pairs whose invariants all agree that come together (control: the {Different} pairs that invariants exclude)", share, "> 2 x control", share > 2 * control, control);
        }

        if (ComparableTogether > 0 && Comparable > 0)
        {
            var (share, control) = (DifferentTogether / (double)ComparableTogether, Different / (double)Comparable);
            yield return new($"new pairs that come together: share of the {ComparableTogether} with invariants, of {Together}, that these exclude (control: all other pairs of equal Hodge numbers)", share, "< control", share < control, control);
        }
    }

    private static (int Comparable, int Different) Counts(IEnumerable<InvariantComparison> pairs)
    {
        var known = pairs.Where(invariants => invariants != InvariantComparison.Unknown).ToArray();
        return (known.Length, known.Count(invariants => invariants == InvariantComparison.Differ));
    }

    private static IEnumerable<(int First, int Second)> EqualHodgeNumbers(CicySamples samples) =>
        from entries in Enumerable.Range(0, samples.Records.Length).GroupBy(entry => CicyFigures.HodgePair(samples.Records[entry]))
        let members = entries.ToArray()
        from i in Enumerable.Range(0, members.Length)
        from j in Enumerable.Range(i + 1, members.Length - i - 1)
        select (members[i], members[j]);
}
