using System.Numerics;
using Noether.Data;
using Noether.Experiments.Measures;

namespace Noether.Experiments.Superpotentials;

/// <summary>The orbits that samples of a superpotential were drawn on: in each cell, the values of the invariant p.</summary>
/// <param name="Invariants">The invariant p of each sample. Shape [n].</param>
/// <param name="Values">The cells of real and imaginary part, and which value of p in its cell a sample belongs to.</param>
internal sealed record SuperpotentialOrbits(ImmutableArray<Complex> Invariants, KnownOrbits Values)
{
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

        return new(invariants, new(samples.Cells, [.. parts], smallestShare));
    }
}
