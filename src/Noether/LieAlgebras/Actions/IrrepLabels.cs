using Noether.LieAlgebras.Naming;

namespace Noether.LieAlgebras.Actions;

/// <summary>Writes irreps down.</summary>
internal sealed class IrrepLabels(ImmutableArray<IdealRoots> ideals, ImmutableArray<Factor> factors, int turns, string name)
{
    /// <summary>The irreps with equal labels taken together, by decreasing real dimension, then by label.</summary>
    /// <param name="irreps">Real irreps with one of their complex parts each.</param>
    /// <param name="charges">Their integer charges under the centre's rotations; null where these are not known, and the rates are given instead. Shape [irreps][turns].</param>
    public ImmutableArray<Irrep> Of(ImmutableArray<(HighestWeight Weight, IrrepType Type)> irreps, ImmutableArray<ImmutableArray<int>>? charges)
    {
        var labelled = irreps.Select((irrep, i) => Label(irrep.Weight, irrep.Type, charges is { } known
            ? Oriented(irrep.Weight, known[i]).Select(charge => $"{charge}")
            : irrep.Weight.Characters.Select(character => $"{character.Imaginary:0.###}")));
        return [.. labelled
            .GroupBy(irrep => irrep with { Multiplicity = 0 })
            .Select(group => group.Key with { Multiplicity = group.Sum(irrep => irrep.Multiplicity) })
            .OrderByDescending(irrep => irrep.RealDimension).ThenByDescending(irrep => irrep.Label, StringComparer.Ordinal)];
    }

    /// <summary>Charges q and -q are one real irrep where the ideals' part is its own conjugate: the first charge that is not zero is positive then.</summary>
    private ImmutableArray<int> Oriented(HighestWeight weight, ImmutableArray<int> charges) =>
        charges.FirstOrDefault(charge => charge != 0) < 0 && weight.HasLabels([.. ideals.Select((ideal, i) => ideal.Roots.Conjugate(weight.Labels[i]))])
            ? [.. charges.Select(charge => -charge)]
            : charges;

    private Irrep Label(HighestWeight weight, IrrepType type, IEnumerable<string> charges)
    {
        var charge = turns == 0 || charges.All(text => text == "0") ? [] : charges.ToArray();
        var acting = Enumerable.Range(0, ideals.Length).Where(i => weight.Labels[i].Any(label => label > 0)).ToArray();
        string[] parts = [.. acting.Select(i => Label(ideals[i], weight.Labels[i])), .. charge];
        var acted = Factor.Sum([.. acting.Select(i => factors[i]), .. charge.Select(_ => new Factor(name == "so(2)" ? name : "u(1)", [], 1))]);
        var nothing = ideals.IsEmpty ? "0" : "1";
        return new Irrep(parts.Length == 0 ? name : acted, parts.Length switch { 0 => nothing, 1 => parts[0], _ => $"({string.Join(',', parts)})" }, weight.Multiplicity)
        {
            Type = type,
            RealDimension = (int)weight.Dimension * (type == IrrepType.Real ? 1 : 2),
        };
    }

    private static string Label(IdealRoots ideal, ImmutableArray<int> labels)
    {
        var dimension = ideal.Roots.DimensionOf(labels);
        return labels.Length == 1 ? $"{dimension}" : $"{dimension} [{string.Join(',', labels)}]";
    }
}
