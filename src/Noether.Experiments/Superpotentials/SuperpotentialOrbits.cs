using System.Numerics;
using Noether.Data;

namespace Noether.Experiments.Superpotentials;

/// <summary>The orbits that samples of a superpotential were drawn on, against which those found are held: in each cell, the values of the invariant p.</summary>
internal sealed class SuperpotentialOrbits
{
    /// <summary>The least share of a cell's samples that makes a value of p one of its orbits; that of <see cref="Orbits.OrbitOptions.SmallestShare"/>.</summary>
    private readonly double _smallestShare;

    private readonly int[] _parts;

    private SuperpotentialOrbits(ImmutableArray<Complex> invariants, int[] parts, Labels cells, double smallestShare)
    {
        Invariants = invariants;
        Cells = cells;
        _parts = parts;
        _smallestShare = smallestShare;
    }

    /// <summary>The invariant p of each sample. Shape [n].</summary>
    public ImmutableArray<Complex> Invariants { get; }

    /// <summary>The combinations of classes of real and imaginary part.</summary>
    public Labels Cells { get; }

    /// <summary>Assigns every sample to the value of p in its cell that is nearest to its own, Eq. (S5).</summary>
    public static SuperpotentialOrbits Of(Superpotential potential, LabelledPoints samples, double smallestShare)
    {
        var invariants = Enumerable.Range(0, samples.Count).Select(i => Superpotential.Invariant(samples.Points.Row(i))).ToImmutableArray();
        var parts = new int[samples.Count];
        foreach (var members in samples.Cells.Members())
        {
            var centres = potential.Windows.Centres;
            var roots = potential.InvariantsIn(new(centres[samples.Heads[0].Classes[members[0]]], centres[samples.Heads[1].Classes[members[0]]]));
            foreach (var member in members)
            {
                parts[member] = roots.Index().MinBy(part => part.Item.Min(root => Complex.Abs(root - invariants[member]))).Index;
            }
        }

        return new(invariants, parts, samples.Cells, smallestShare);
    }

    /// <summary>The value of p, within its cell, that a sample belongs to.</summary>
    public int Of(int sample) => _parts[sample];

    /// <summary>How many values of p a cell's samples take, values of too few samples left out. Shape [cells].</summary>
    /// <param name="used">The samples that were looked at.</param>
    public ImmutableArray<int> CountPerCell(ImmutableArray<int> used) =>
    [
        .. Cells.Select(used.AsSpan()).Members().Select(members => members
            .GroupBy(member => _parts[used[member]])
            .Count(part => part.Count() >= _smallestShare * members.Length)),
    ];
}
