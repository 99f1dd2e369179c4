using Noether.LieAlgebras.Closing;

namespace Noether.LieAlgebras.Structure;

/// <summary>What the structure constants of a closed span tell through their noise.</summary>
/// <param name="Constants">The structure constants in the span's orthonormal basis.</param>
/// <param name="Noise">Standard error of a structure constant.</param>
/// <param name="Derived">The derived algebra.</param>
/// <param name="Centre">The centre.</param>
/// <param name="Radical">The radical.</param>
/// <param name="Abelian">A complement, within the centre, of what it shares with the derived algebra: the abelian summand.</param>
internal sealed record AlgebraStructure(StructureConstants Constants, double Noise, Subspace Derived, Subspace Centre, Subspace Radical, Subspace Abelian)
{
    /// <summary>Noise larger or smaller by these factors must lead to the same dimensions for a name to be certain.</summary>
    private static ImmutableArray<double> Doubts { get; } = [1, 0.7, 2];

    /// <summary>Whether the algebra is a sum of simple ideals and its centre.</summary>
    public bool IsReductive => Radical.Dimension == Centre.Dimension && Derived.Dimension + Centre.Dimension == Constants.Dimension;

    /// <summary>
    /// Whether some algebra has these dimensions: no semisimple one, which the quotient by the radical is, has dimension 1, 2, 4, 5 or 7, the centre
    /// is part of the radical, and the derived algebra is the Levi part and some of the radical, all of it only where the radical is not the whole.
    /// </summary>
    public bool IsPossible
    {
        get
        {
            var (whole, levi) = (Constants.Dimension, Constants.Dimension - Radical.Dimension);
            var isSemisimple = levi is not (1 or 2 or 4 or 5 or 7);
            var hasCentre = Centre.Dimension <= Radical.Dimension && (Derived.Dimension > 0 || Centre.Dimension == whole);
            return isSemisimple && hasCentre && Derived.Dimension >= levi && (levi > 0 || Derived.Dimension < whole);
        }
    }

    /// <summary>The structure at each multiple of the noise, in the order of <see cref="Doubts"/>; the first is that at the noise itself.</summary>
    public static ImmutableArray<AlgebraStructure> AtDoubts(GeneratorSpan span, StructureConstants constants)
    {
        var (noise, ofAbelian) = (StructureNoise.Of(span, constants), StructureNoise.OfAbelian(span));
        return [.. Doubts.Select(doubt => Of(constants, doubt * noise, doubt * ofAbelian))];
    }

    /// <summary>The structure at the noise.</summary>
    public static AlgebraStructure Of(GeneratorSpan span, StructureConstants constants) => Of(constants, StructureNoise.Of(span, constants), StructureNoise.OfAbelian(span));

    private static AlgebraStructure Of(StructureConstants constants, double noise, double ofAbelian)
    {
        if (AlgebraSubspaces.Derived(constants, Math.Max(noise, ofAbelian)) is { Dimension: 0 } zero)
        {
            var whole = Subspace.Whole(constants.Dimension);
            return new(constants, noise, zero, whole, whole, whole);
        }

        var radical = AlgebraSubspaces.Radical(constants, noise);

        if (radical.Dimension == 0)
        {
            // A semisimple algebra is its own derived algebra and has no centre, whatever weak commutators look like.
            return new(constants, noise, Subspace.Whole(constants.Dimension), radical, radical, radical);
        }

        var (derived, centre) = (AlgebraSubspaces.Derived(constants, noise), AlgebraSubspaces.Centre(constants, noise));
        return new(constants, noise, derived, centre, radical, AlgebraSubspaces.Outside(constants, centre, derived, noise));
    }

    /// <summary>Whether two structures have equal dimensions.</summary>
    public bool HasDimensionsOf(AlgebraStructure other) =>
        (Derived.Dimension, Centre.Dimension, Radical.Dimension, Abelian.Dimension) == (other.Derived.Dimension, other.Centre.Dimension, other.Radical.Dimension, other.Abelian.Dimension);
}
