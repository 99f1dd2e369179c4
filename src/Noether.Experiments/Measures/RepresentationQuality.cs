using Noether.Experiments.Superpotentials;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.Measures;

/// <summary>How well some coordinates of the samples keep the values of a superpotential's invariant apart within the cells.</summary>
/// <param name="Purity">The share of neighbours with the same value, <see cref="NeighbourPurity"/>.</param>
/// <param name="RightCounts">The share of the cells in which as many orbits are found as there are values.</param>
/// <param name="Agreement">The adjusted Rand index of orbits found and values, mean over the cells with several values; with one value, leaving a cell whole is always right.</param>
internal sealed record RepresentationQuality(double Purity, double RightCounts, double Agreement)
{
    /// <summary>Looks for orbits in the coordinates, and holds them against the values.</summary>
    public static RepresentationQuality Measure(SingleMatrix representation, SuperpotentialOrbits truth, ImmutableArray<int> used, OrbitOptions options, Execution execution) =>
        Of(OrbitPartition.Find(representation, truth.Cells, used, options, execution), representation, truth, used, execution);

    /// <summary>Holds orbits that were found in the coordinates against the values.</summary>
    public static RepresentationQuality Of(OrbitPartition partition, SingleMatrix representation, SuperpotentialOrbits truth, ImmutableArray<int> used, Execution execution)
    {
        var found = Enumerable.Range(0, truth.Cells.ClassCount).Select(partition.OrbitsIn).ToArray();
        var counts = truth.CountPerCell(used);
        var right = counts.Where((count, cell) => count == found[cell]).Count();
        return new(
            NeighbourPurity.Of(representation, truth.Cells, used, truth.Of, execution),
            (double)right / truth.Cells.ClassCount,
            OrbitAgreement.Mean([.. OrbitAgreement.PerClass(partition, truth.Cells, used, truth.Of).Where((_, cell) => counts[cell] > 1)]));
    }
}
