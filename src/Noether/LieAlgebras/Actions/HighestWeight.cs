using System.Numerics;

namespace Noether.LieAlgebras.Actions;

/// <summary>An irreducible part of the complexified action.</summary>
/// <param name="Labels">The Dynkin labels of its highest weight under each simple ideal. Shape [ideals][rank].</param>
/// <param name="Characters">The eigenvalues of the centre's generators on it. Shape [centre].</param>
/// <param name="Multiplicity">How often it occurs.</param>
/// <param name="Dimension">Its complex dimension.</param>
internal sealed record HighestWeight(ImmutableArray<ImmutableArray<int>> Labels, ImmutableArray<Complex> Characters, int Multiplicity, long Dimension)
{
    /// <summary>Whether everything acts by zero.</summary>
    public bool IsTrivial => Labels.All(labels => labels.All(label => label == 0)) && Characters.All(character => character == Complex.Zero);

    /// <summary>Whether both have the same labels under every ideal.</summary>
    public bool HasLabels(ImmutableArray<ImmutableArray<int>> labels) => Labels.Zip(labels).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.AsSpan()));
}
