using System.Numerics;
using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Reports;

namespace Noether.Experiments.Superpotentials;

/// <summary>What Figure 2 is to show, each beside its controls.</summary>
internal static class SuperpotentialClaims
{
    private const double WantedAccuracy = 0.95;
    private const double WantedPurity = 0.985;
    private const double WantedCounts = 0.95;
    private const double WantedAgreement = 0.95;

    /// <summary>Orbits that hold at least half of the spread of a quantity that scalings cannot change are not made by scalings.</summary>
    private const double WantedSpread = 0.5;

    public static ImmutableArray<Claim> Of(LabelledPoints samples, SuperpotentialOrbits truth, SymmetryDiscovery discovery, RepresentationControls controls, RunContext context)
    {
        var found = RepresentationQuality.Of(discovery.Orbits!, discovery.Embedding, truth.Values, discovery.Used, context.Execution);
        return
        [
            .. RepresentationClaims.Accuracy(samples.Heads.Select(head => $"classifier accuracy, {head.Name}"), discovery.Classifier!.Accuracy, controls, WantedAccuracy),
            .. RepresentationClaims.Beside("neighbours with the same value of the invariant p", (found, controls), WantedPurity, quality => quality.Purity),
            .. RepresentationClaims.Beside("cells with as many orbits as values of p", (found, controls), WantedCounts, quality => quality.RightCounts),
            .. RepresentationClaims.Beside("adjusted Rand index of orbits and values of p, mean over cells with several", (found, controls), WantedAgreement, quality => quality.Agreement),
            Scalings(samples, truth, discovery),
        ];
    }

    /// <summary>Scalings of single components keep Q_1 Q~_1 and Q_2 Q~_2, so that orbits made by them alone would not spread in their difference, Eq. (S7).</summary>
    private static Claim Scalings(LabelledPoints samples, SuperpotentialOrbits truth, SymmetryDiscovery discovery)
    {
        var spread = SpreadWithin(discovery, samples.Cells, i => Superpotential.Term(samples.Points.Row(i), 0) - Superpotential.Term(samples.Points.Row(i), 1));
        return RepresentationClaims.Claim("spread of Q1 Qt1 - Q2 Qt2 within orbits, as a share of that within cells", spread, WantedSpread, "p", SpreadWithin(discovery, samples.Cells, i => truth.Invariants[i]));
    }

    private static double SpreadWithin(SymmetryDiscovery discovery, Labels cells, Func<int, Complex> quantity)
    {
        var onOrbits = discovery.Used.Where(sample => discovery.Orbits!.OrbitOf[sample] >= 0).ToArray();
        return Scatter(onOrbits.GroupBy(sample => discovery.Orbits!.OrbitOf[sample])) / Scatter(onOrbits.GroupBy(sample => cells.Classes[sample]));

        double Scatter(IEnumerable<IGrouping<int, int>> groups) => groups.Sum(group =>
        {
            var values = group.Select(quantity).ToArray();
            var mean = values.Aggregate((sum, value) => sum + value) / values.Length;
            return values.Sum(value => (value - mean).Magnitude * (value - mean).Magnitude);
        });
    }
}
