using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Closing;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Naming;

/// <summary>Names a sum of simple ideals and a centre, and its action.</summary>
internal static class ReductiveNaming
{
    /// <summary>What the algebra is; null when the span is not reductive up to rounding after all.</summary>
    /// <param name="span">Matrices that close under commutators up to rounding.</param>
    /// <param name="derived">The derived algebra, in coordinates of the span.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="seed">For generic elements.</param>
    public static IdentifiedAlgebra? Name(GeneratorSpan span, Subspace derived, Subspace centre, Seed seed)
    {
        ImmutableArray<IdealRoots> ideals = [];
        if (derived.Dimension > 0)
        {
            if (SimpleIdeals.Of(Orthonormal.Combined(span.Basis, derived.Rows()), seed) is not { } found)
            {
                return null;
            }

            ideals = found;
        }

        var central = centre.Dimension == 0 ? ImmutableArray<Matrix>.Empty : Orthonormal.Combined(span.Basis, centre.Rows());
        return CentreAction.Of(central, ideals, span, seed) is { } action ? Name(span, ideals, action, seed) : null;
    }

    private static IdentifiedAlgebra? Name(GeneratorSpan span, ImmutableArray<IdealRoots> ideals, CentreAction centre, Seed seed)
    {
        if (HighestWeights.Of(ideals, centre.Turns, span.Size, seed) is not { } weights)
        {
            return null;
        }

        var irreps = new RealIrreps(ideals, span.Basis, seed).Of(weights);
        var canonical = DiagramOrder.Canonical(ideals, [.. irreps.Select(irrep => irrep.Weight)]);
        var factors = SimpleFactors.Of(ideals, canonical);
        var (name, aliases) = SumNames.Of(SimpleFactors.Joined(ideals, factors, canonical), centre.Turns.Length, centre.Others.Length);
        var labels = new IrrepLabels(ideals, factors, centre.Turns.Length, name);
        ImmutableArray<SimpleIdeal> simple = [.. factors.Zip(ideals, (factor, ideal) => new SimpleIdeal(factor.Name, ideal.Dimension, ideal.Roots.Rank)).OrderByDescending(ideal => ideal.Dimension).ThenBy(ideal => ideal.Name, StringComparer.Ordinal)];
        return new()
        {
            Name = name,
            Aliases = aliases,
            Dimension = span.Dimension,
            IsCompact = centre.Others.IsEmpty && ideals.All(ideal => ideal.IsCompact),
            CentreDimension = centre.Turns.Length + centre.Others.Length,
            Ideals = simple,
            LeviIdeals = simple,
            Representation = labels.Of([.. canonical.Zip(irreps, (weight, irrep) => (weight, irrep.Type))], span.TypicalNoise),
        };
    }
}
