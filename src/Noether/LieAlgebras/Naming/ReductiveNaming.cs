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
    /// <param name="reading">How to take what noise leaves open.</param>
    public static IdentifiedAlgebra? Name(GeneratorSpan span, Subspace derived, Subspace centre, Reading reading)
    {
        if (SimpleParts(span, derived, reading.Seed) is not { } ideals)
        {
            return null;
        }

        var central = centre.Dimension == 0 ? [] : Orthonormal.Combined(span.Basis, centre.Rows());
        return CentreAction.Of(central, ideals, span, reading) is { } action ? Name(span, ideals, action, reading) : null;
    }

    private static ImmutableArray<IdealRoots>? SimpleParts(GeneratorSpan span, Subspace derived, Seed seed) =>
        derived.Dimension == 0 ? ImmutableArray<IdealRoots>.Empty : SimpleIdeals.Of(Orthonormal.Combined(span.Basis, derived.Rows()), seed);

    private static IdentifiedAlgebra? Name(GeneratorSpan span, ImmutableArray<IdealRoots> ideals, CentreAction centre, Reading reading)
    {
        if (HighestWeights.Of(ideals, centre.Turns, span.Size, reading.Seed) is not { } weights)
        {
            return null;
        }

        ImmutableArray<Matrix> acting = [.. ideals.SelectMany(ideal => ideal.Basis), .. centre.Turns];
        var irreps = new RealIrreps(ideals, acting, reading.Seed).Of(QuietCharacters.Joined(weights, span.TypicalNoise));
        var canonical = DiagramOrder.Canonical(ideals, [.. irreps.Select(irrep => irrep.Weight)]);
        ImmutableArray<(HighestWeight, IrrepType)> oriented = [.. canonical.Zip(irreps, (weight, irrep) => (weight, irrep.Type))];
        var factors = SimpleFactors.Of(ideals, oriented);
        var charges = Charges([.. irreps.Select(irrep => irrep.Weight)], centre.Turns, span, ideals.IsEmpty ? reading : reading with { Orbits = [] });
        return Algebra(factors) with { Rivals = [.. from i in Enumerable.Range(0, factors.Length) from rival in factors[i].Rivals select Algebra(factors.SetItem(i, new(rival, [], factors[i].Dimension)))] };

        IdentifiedAlgebra Algebra(ImmutableArray<Factor> named)
        {
            var summands = SimpleFactors.Joined(ideals, named, canonical, always: false);
            var (name, aliases) = SumNames.Of(summands, centre.Turns.Length, centre.Others.Length);
            var joined = SumNames.Of(SimpleFactors.Joined(ideals, named, canonical, always: true), centre.Turns.Length, centre.Others.Length).Name;
            var labels = new IrrepLabels(ideals, named, name);
            ImmutableArray<SimpleIdeal> simple = [.. named.Zip(ideals, (factor, ideal) => new SimpleIdeal(factor.Name, ideal.Dimension, ideal.Roots.Rank)).OrderByDescending(ideal => ideal.Dimension).ThenBy(ideal => ideal.Name, StringComparer.Ordinal)];
            return new()
            {
                Name = name,
                Aliases = [.. aliases.Append(joined).Where(alias => alias != name).Distinct(StringComparer.Ordinal)],
                Dimension = span.Dimension,
                IsCompact = centre.Others.IsEmpty && ideals.All(ideal => ideal.IsCompact),
                CentreDimension = centre.Turns.Length + centre.Others.Length,
                Ideals = simple,
                LeviIdeals = simple,
                Summands = summands,
                Representation = acting.IsEmpty ? [] : labels.Of(oriented, charges.Charges),
                WeightCandidates = [.. charges.Alternatives.Select(candidate => string.Join(" + ", labels.Of(oriented, candidate).Select(irrep => $"{irrep.Multiplicity} {irrep.Label}")))],
            };
        }
    }

    /// <summary>The charges of the irreps under the rotations of the centre.</summary>
    private static IntegerWeights Charges(ImmutableArray<HighestWeight> irreps, ImmutableArray<Matrix> turns, GeneratorSpan span, Reading reading)
    {
        if (turns.IsEmpty)
        {
            return IntegerWeights.None;
        }

        var rates = Matrix.Generate(irreps.Length, turns.Length, (irrep, turn) => irreps[irrep].Characters[turn].Imaginary);
        return IntegerWeights.Of(rates, span.TypicalNoise, turning => reading.Orbits.IsEmpty ? null : PlanePhases.Of(reading.Orbits, turns, turning, reading.Seed));
    }
}
