using Noether.Data;
using Noether.Orbits;

namespace Noether.Experiments.Measures;

/// <summary>How well a partition into orbits agrees with the orbits that the samples were made from.</summary>
internal static class OrbitAgreement
{
    /// <summary>The adjusted Rand index of each class, over the samples that were used; strays count as a part of their own. NaN for a class without samples. Shape [classes].</summary>
    /// <param name="partition">The orbits found.</param>
    /// <param name="cells">The classes.</param>
    /// <param name="used">The samples that were looked at.</param>
    /// <param name="trueOrbit">The orbit that a sample was made on.</param>
    public static ImmutableArray<double> PerClass(OrbitPartition partition, Labels cells, ImmutableArray<int> used, Func<int, int> trueOrbit) =>
    [
        .. cells.Select(used.AsSpan()).Members().Select(members => members.IsEmpty
            ? double.NaN
            : AdjustedRandIndex.Of(
                [.. members.Select(member => partition.OrbitOf[used[member]])],
                [.. members.Select(member => trueOrbit(used[member]))])),
    ];

    /// <summary>The mean over the classes that have samples; 0 without any.</summary>
    public static double Mean(ImmutableArray<double> perClass) => perClass.Where(double.IsFinite).DefaultIfEmpty(0).Average();
}
