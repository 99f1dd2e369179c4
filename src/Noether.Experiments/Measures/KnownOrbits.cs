using Noether.Data;

namespace Noether.Experiments.Measures;

/// <summary>The orbits that samples were made on, against which those found are held.</summary>
/// <param name="Cells">The classes in which orbits are looked for.</param>
/// <param name="OrbitOf">The orbit of each sample; numbers mean something within a class only. Shape [n].</param>
/// <param name="SmallestShare">The least share of a class's samples that makes an orbit; that of <see cref="Orbits.OrbitOptions.SmallestShare"/>.</param>
internal sealed record KnownOrbits(Labels Cells, ImmutableArray<int> OrbitOf, double SmallestShare)
{
    /// <summary>How many orbits a class has, those of too few samples left out. Shape [classes].</summary>
    /// <param name="used">The samples that were looked at.</param>
    public ImmutableArray<int> CountPerCell(ImmutableArray<int> used) =>
    [
        .. Cells.Select(used.AsSpan()).Members().Select(members => members
            .GroupBy(member => OrbitOf[used[member]])
            .Count(orbit => orbit.Count() >= SmallestShare * members.Length)),
    ];
}
