using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Closing;
using Noether.LieAlgebras.Roots;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Structure;

/// <summary>Splits a semisimple algebra into its simple ideals: the eigenspaces of a generic element of the centroid, the matrices that commute with all ad, Eq. (A7).</summary>
internal static class SimpleIdeals
{
    /// <summary>The simple ideals; null when the algebra is not semisimple up to rounding.</summary>
    /// <param name="basis">Linearly independent matrices that close under commutators.</param>
    /// <param name="seed">For generic elements.</param>
    public static ImmutableArray<IdealRoots>? Of(ImmutableArray<Matrix> basis, Seed seed)
    {
        if (Scaled(basis) is not { } scaled)
        {
            return null;
        }

        var constants = StructureConstants.Of(scaled);
        var adjoints = Enumerable.Range(0, constants.Dimension).Select(constants.Adjoint).ToArray();
        var ideals = ImmutableArray.CreateBuilder<IdealRoots>();
        foreach (var part in InvariantParts.Of(Commutant.RandomElement(adjoints, seed.For("centroid"), symmetric: false)))
        {
            if (Simple(Orthonormal.Nearest(Orthonormal.Combined(scaled, part)), seed.For(ideals.Count)) is not { } ideal)
            {
                return null;
            }

            ideals.Add(ideal);
        }

        return ideals.ToImmutable();
    }

    private static IdealRoots? Simple(ImmutableArray<Matrix> matrices, Seed seed)
    {
        if (Scaled(matrices) is not { } basis)
        {
            return null;
        }

        var constants = StructureConstants.Of(basis);
        var negative = SymmetricEigen.Of(constants.KillingForm()).Values.Count(value => value < 0);
        return RootSystem.Of(constants, seed) is { } roots ? new(basis, roots, negative) : null;
    }

    /// <summary>The basis in which the Killing form is diagonal with entries 1 and -1: for a compact algebra ad is skew there. Null where the form is degenerate.</summary>
    private static ImmutableArray<Matrix>? Scaled(ImmutableArray<Matrix> basis)
    {
        var killing = SymmetricEigen.Of(StructureConstants.Of(basis).KillingForm());
        if (killing.Values.Min(Math.Abs) <= RootSystem.Rounding * killing.Values.Max(Math.Abs))
        {
            return null;
        }

        var weights = Matrix.Generate(basis.Length, basis.Length, (a, b) => killing.Vectors[a, b] / Math.Sqrt(Math.Abs(killing.Values[a])));
        return Orthonormal.Combined(basis, weights);
    }
}
