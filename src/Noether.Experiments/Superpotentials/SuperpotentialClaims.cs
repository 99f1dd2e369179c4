using System.Numerics;
using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Reports;
using Noether.Runs;

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
        var found = RepresentationQuality.Of(discovery.Orbits, discovery.Embedding, truth.Values, discovery.Used, context.Execution);
        return
        [
            .. RepresentationClaims.Accuracy(samples.Heads.Select(head => $"classifier accuracy, {head.Name}"), discovery.Classifier!.Accuracy, controls, WantedAccuracy),
            .. RepresentationClaims.Beside("cells with as many orbits as values of p", (found, controls), WantedCounts, quality => quality.RightCounts),
            .. CellsWithSeveral(truth, discovery) == 0 ? [] : Apart(samples, truth, discovery, (found, controls)),
        ];
    }

    /// <summary>In how many cells orbits can be told apart at all; claims about the others are met by leaving a cell whole.</summary>
    public static IEnumerable<Finding> Findings(SuperpotentialOrbits truth, SymmetryDiscovery discovery)
    {
        var (several, cells) = (CellsWithSeveral(truth, discovery), truth.Values.Cells.ClassCount);
        if (several < cells)
        {
            var left = several == 0 ? " The claims that compare the values of a cell are left out." : "";
            yield return new("ORB007", Severity.Note, $"Several values of the invariant p lie in {several} of the {cells} cells; in a cell with a single value, one orbit is right and leaving it whole is no achievement.{left}");
        }
    }

    private static int CellsWithSeveral(SuperpotentialOrbits truth, SymmetryDiscovery discovery) => truth.Values.CountPerCell(discovery.Used).Count(values => values > 1);

    /// <summary>What is claimed of the cells that hold several values.</summary>
    private static IEnumerable<Claim> Apart(LabelledPoints samples, SuperpotentialOrbits truth, SymmetryDiscovery discovery, (RepresentationQuality, RepresentationControls) measured) =>
    [
        .. RepresentationClaims.Beside("cells with several values of p that have as many orbits", measured, WantedCounts, quality => quality.RightWhereSeveral),
        .. RepresentationClaims.Beside("neighbours with the same value of the invariant p", measured, WantedPurity, quality => quality.Purity),
        .. RepresentationClaims.Beside("adjusted Rand index of orbits and values of p, mean over cells with several", measured, WantedAgreement, quality => quality.Agreement),
        Scalings(samples, truth, discovery),
    ];

    /// <summary>Scalings of single components keep Q_1 Q~_1 and Q_2 Q~_2, so that orbits made by them alone would not spread in their difference, Eq. (S7).</summary>
    private static Claim Scalings(LabelledPoints samples, SuperpotentialOrbits truth, SymmetryDiscovery discovery)
    {
        var spread = SpreadWithin(discovery, samples.Cells, i => Superpotential.Term(samples.Points.Row(i), 0) - Superpotential.Term(samples.Points.Row(i), 1));
        return RepresentationClaims.Claim("spread of Q1 Qt1 - Q2 Qt2 within orbits, as a share of that within cells", spread, WantedSpread, "p", SpreadWithin(discovery, samples.Cells, i => truth.Invariants[i]));
    }

    private static double SpreadWithin(SymmetryDiscovery discovery, Labels cells, Func<int, Complex> quantity)
    {
        var onOrbits = discovery.Used.Where(sample => discovery.Orbits.OrbitOf[sample] >= 0).ToArray();
        return Scatter(onOrbits.GroupBy(sample => discovery.Orbits.OrbitOf[sample])) / Scatter(onOrbits.GroupBy(sample => cells.Classes[sample]));

        double Scatter(IEnumerable<IGrouping<int, int>> groups) => groups.Sum(group =>
        {
            var values = group.Select(quantity).ToArray();
            var mean = values.Aggregate((sum, value) => sum + value) / values.Length;
            return values.Sum(value => (value - mean).Magnitude * (value - mean).Magnitude);
        });
    }
}
