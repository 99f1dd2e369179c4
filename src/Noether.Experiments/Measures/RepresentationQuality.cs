using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.Measures;

/// <summary>How well some coordinates of the samples keep the orbits apart within the classes.</summary>
/// <param name="Purity">The share of neighbours on the same orbit, <see cref="NeighbourPurity"/>.</param>
/// <param name="RightCounts">The share of the classes in which as many orbits are found as there are.</param>
/// <param name="RightWhereSeveral">The same share among the classes that have several orbits; NaN without such a class.</param>
/// <param name="Agreement">The adjusted Rand index of orbits found and true, mean over the classes with several; with one, leaving a class whole is always right.</param>
internal sealed record RepresentationQuality(double Purity, double RightCounts, double RightWhereSeveral, double Agreement)
{
    /// <summary>Looks for orbits in the coordinates, and holds them against the true ones.</summary>
    public static RepresentationQuality Measure(SingleMatrix representation, KnownOrbits truth, ImmutableArray<int> used, OrbitOptions options, Execution execution) =>
        Of(OrbitPartition.Find(representation, truth.Cells, used, options, execution), representation, truth, used, execution);

    /// <summary>Holds orbits that were found in the coordinates against the true ones.</summary>
    public static RepresentationQuality Of(OrbitPartition partition, SingleMatrix representation, KnownOrbits truth, ImmutableArray<int> used, Execution execution)
    {
        var found = Enumerable.Range(0, truth.Cells.ClassCount).Select(partition.OrbitsIn).ToArray();
        var counts = truth.CountPerCell(used);
        var right = counts.Where((count, cell) => count > 0 && count == found[cell]).ToArray();
        return new(
            NeighbourPurity.Of(representation, truth.Cells, used, sample => truth.OrbitOf[sample], execution),
            (double)right.Length / truth.Cells.ClassCount,
            (double)right.Count(count => count > 1) / counts.Count(count => count > 1),
            OrbitAgreement.Mean([.. OrbitAgreement.PerClass(partition, truth.Cells, used, sample => truth.OrbitOf[sample]).Where((_, cell) => counts[cell] > 1)]));
    }
}
