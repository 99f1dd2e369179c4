using System.Globalization;
using Noether.LieAlgebras.Naming;

namespace Noether.LieAlgebras.Actions;

/// <summary>Writes irreps down.</summary>
internal sealed class IrrepLabels(ImmutableArray<IdealRoots> ideals, ImmutableArray<Factor> factors, string name)
{
    /// <summary>Decimals of a rate: the fewest of these that keep different rates apart, and from zero.</summary>
    private const int FewestDecimals = 3, MostDecimals = 9;

    /// <summary>Equal irreps taken together, by decreasing real dimension, then by label.</summary>
    /// <param name="irreps">Real irreps with one of their complex parts each.</param>
    /// <param name="charges">Their integer charges under the centre's rotations; null where these are not known, and the rates are given instead. Shape [irreps][turns].</param>
    public ImmutableArray<Irrep> Of(ImmutableArray<(HighestWeight Weight, IrrepType Type)> irreps, ImmutableArray<ImmutableArray<int>>? charges)
    {
        double[][] rates = [.. irreps.Select((irrep, i) => Oriented(irrep.Weight, charges is { } known ? [.. known[i]] : [.. irrep.Weight.Characters.Select(character => character.Imaginary)]))];
        var format = Format(rates);
        return [.. irreps.Index()
            .GroupBy(irrep => $"{string.Join(';', irrep.Item.Weight.Labels.Select(labels => string.Join(',', labels)))}|{(charges is null ? $"{irrep.Index}" : string.Join(',', rates[irrep.Index]))}", StringComparer.Ordinal)
            .Select(equal => Label(equal.First().Item.Weight, equal.First().Item.Type, rates[equal.First().Index], format) with { Multiplicity = equal.Sum(irrep => irrep.Item.Weight.Multiplicity) })
            .OrderByDescending(irrep => irrep.RealDimension).ThenByDescending(irrep => irrep.Label, StringComparer.Ordinal)];
    }

    private static string Format(double[][] rates)
    {
        double[] values = [.. rates.SelectMany(rate => rate).Append(0)];
        var different = Texts(MostDecimals);
        return Format(Enumerable.Range(FewestDecimals, MostDecimals - FewestDecimals).FirstOrDefault(decimals => Texts(decimals) == different, MostDecimals));

        static string Format(int decimals) => $"0.{new string('#', decimals)}";
        int Texts(int decimals) => values.Select(value => value.ToString(Format(decimals), CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Rates q and -q are one real irrep where the ideals' part is its own conjugate: the first rate that is not zero is positive then.</summary>
    private double[] Oriented(HighestWeight weight, double[] rates) =>
        rates.FirstOrDefault(rate => rate != 0) < 0 && weight.HasLabels([.. ideals.Select((ideal, i) => ideal.Roots.Conjugate(weight.Labels[i]))])
            ? [.. rates.Select(rate => 0 - rate)] // not -rate, whose zeros are negative
            : rates;

    private Irrep Label(HighestWeight weight, IrrepType type, double[] rates, string format)
    {
        string[] charge = rates.All(rate => rate == 0) ? [] : [.. rates.Select(rate => rate.ToString(format, CultureInfo.InvariantCulture))];
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
