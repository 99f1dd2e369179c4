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
        var scaled = Scaled(basis);
        var constants = StructureConstants.Of(scaled);
        var adjoints = Enumerable.Range(0, constants.Dimension).Select(constants.Adjoint).ToArray();
        var ideals = ImmutableArray.CreateBuilder<IdealRoots>();
        foreach (var part in InvariantParts.Of(Commutant.RandomElement(adjoints, seed.For("centroid"), symmetric: false)))
        {
            var matrices = Orthonormal.Nearest(Orthonormal.Combined(scaled, part));
            var own = Scaled(matrices);
            var ownConstants = StructureConstants.Of(own);
            if (RootSystem.Of(ownConstants, seed.For(ideals.Count)) is not { } roots)
            {
                return null;
            }

            var negative = SymmetricEigen.Of(ownConstants.KillingForm()).Values.Count(value => value < 0);
            ideals.Add(new(own, roots, negative));
        }

        return ideals.ToImmutable();
    }

    /// <summary>The basis in which the Killing form is diagonal with entries 1 and -1: for a compact algebra ad is skew there.</summary>
    private static ImmutableArray<Matrix> Scaled(ImmutableArray<Matrix> basis)
    {
        var killing = SymmetricEigen.Of(StructureConstants.Of(basis).KillingForm());
        var weights = Matrix.Generate(basis.Length, basis.Length, (a, b) => killing.Vectors[a, b] / Math.Sqrt(Math.Abs(killing.Values[a])));
        return Orthonormal.Combined(basis, weights);
    }
}
