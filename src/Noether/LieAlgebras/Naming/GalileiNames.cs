using Noether.LieAlgebras.Structure;

namespace Noether.LieAlgebras.Naming;

/// <summary>
/// Galilei algebras, rotations with boosts K, translations P and time H, [K_i, H] = P_i, and their extensions by the mass, [K_i, P_j] = M
/// for i = j (Bargmann).
/// </summary>
internal static class GalileiNames
{
    /// <summary>The name; null for another algebra.</summary>
    /// <param name="constants">The structure constants of an algebra without summands.</param>
    /// <param name="acting">What its nilradical N leaves of it, as it acts on N / [N, N]: rotations of the boosts.</param>
    /// <param name="noise">Standard error of a structure constant.</param>
    public static string? Of(StructureConstants constants, IdentifiedAlgebra acting, double noise)
    {
        var n = Rotated(acting);
        if (n is null)
        {
            return null;
        }

        if (IsGalilei(constants, n.Value, noise))
        {
            return $"galilei({n})";
        }

        // In a plane there are other extensions.
        var centre = AlgebraSubspaces.Centre(constants, noise);
        return n > 2 && centre.Dimension == 1 && constants.Quotient(centre) is { } massless && IsGalilei(massless, n.Value, noise)
            ? $"bargmann({n})"
            : null;
    }

    /// <summary>n where so(n) rotates the vectors of n dimensions and leaves one more direction fixed; null for another action.</summary>
    private static int? Rotated(IdentifiedAlgebra acting)
    {
        var n = acting.Representation is [{ Multiplicity: 1 } vector, { Multiplicity: 1, RealDimension: 1 }] ? vector.RealDimension : 0;
        return n >= 2 && acting.Name == $"so({n})" ? n : null;
    }

    /// <summary>
    /// Boosts and translations, which rotations and time reach from the nilradical, commute; time takes the boosts to the translations.
    /// </summary>
    private static bool IsGalilei(StructureConstants constants, int n, double noise)
    {
        var nilradical = Nilradical.Of(constants, AlgebraSubspaces.Radical(constants, noise), noise);
        if (constants.Dimension != (n * (n - 1) / 2) + (2 * n) + 1 || nilradical.Dimension != (2 * n) + 1)
        {
            return false;
        }

        var vectors = AlgebraSubspaces.Bracket(constants, Subspace.Whole(constants.Dimension), nilradical, noise);
        return vectors.Dimension == 2 * n
            && AlgebraSubspaces.Bracket(constants, vectors, vectors, noise).Dimension == 0
            && AlgebraSubspaces.Bracket(constants, nilradical, nilradical, noise).Dimension == n;
    }
}
