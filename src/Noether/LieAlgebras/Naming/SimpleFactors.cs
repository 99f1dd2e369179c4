using System.Globalization;
using Noether.LieAlgebras.Actions;

namespace Noether.LieAlgebras.Naming;

/// <summary>Chooses among the names of simple ideals by what acts on the coordinates: vectors or spinors.</summary>
internal static class SimpleFactors
{
    /// <summary>The name of each ideal, in their order; its other names are aliases, and the real forms that nothing tells from it its rivals.</summary>
    public static ImmutableArray<Factor> Of(ImmutableArray<IdealRoots> ideals, ImmutableArray<(HighestWeight Weight, IrrepType Type)> irreps) =>
        [.. ideals.Select((ideal, i) => Name(ideal, RealForms.Of(ideals, i, irreps), irreps.All(irrep => IsVectorLike(ideal, irrep.Weight.Labels[i]))))];

    /// <summary>The factors after two of type A1 that share coordinates as vectors of four dimensions have been joined to one, such as so(4).</summary>
    /// <param name="ideals">The simple ideals.</param>
    /// <param name="factors">Their names.</param>
    /// <param name="weights">The irreducible parts of the action.</param>
    /// <param name="always">Whether to join them whatever they act on, for an alias.</param>
    public static ImmutableArray<Factor> Joined(ImmutableArray<IdealRoots> ideals, ImmutableArray<Factor> factors, ImmutableArray<HighestWeight> weights, bool always)
    {
        var joined = factors.ToList();
        var free = Enumerable.Range(0, ideals.Length).Where(i => ideals[i].Type is { Family: 'A', Rank: 1 }).ToList();
        while (Pair(free, ideals, always ? [] : weights) is var (i, j, name))
        {
            free.RemoveAll(index => index == i || index == j);
            joined.Remove(factors[i]);
            joined.Remove(factors[j]);
            var parts = Factor.Sum([factors[i], factors[j]]);
            var others = from first in factors[i].Aliases.Take(1) from second in factors[j].Aliases.Take(1) select Factor.Sum([factors[i] with { Name = first }, factors[j] with { Name = second }]);
            joined.Add(new(name, [parts, .. others], factors[i].Dimension + factors[j].Dimension));
        }

        return [.. joined];
    }

    private static Factor Name(IdealRoots ideal, ImmutableArray<ImmutableArray<string>> forms, bool vectorLike)
    {
        if (forms.IsEmpty)
        {
            return new($"{ideal.Type} of {ideal.NegativeDirections} compact dimensions", [], ideal.Dimension);
        }

        var preferred = forms[0].FirstOrDefault(name => name.StartsWith("so", StringComparison.Ordinal) == vectorLike) ?? forms[0][0];
        return new(preferred, [.. forms[0].Remove(preferred), .. forms[0].Select(Conformal).OfType<string>()], ideal.Dimension)
        {
            Rivals = [.. forms.Skip(1).Select(form => form[0])],
        };
    }

    /// <summary>
    /// so(n,2) under the name of what it does to the light cones of n - 1 dimensions of space and one of time; null for another algebra.
    /// </summary>
    private static string? Conformal(string name) =>
        name.StartsWith("so(", StringComparison.Ordinal) && name[3..].TrimEnd(')').Split(',') is [var p, "2"]
            && int.Parse(p, CultureInfo.InvariantCulture) is > 2 and var n
            ? $"conformal({n - 1},1)"
            : null;

    /// <summary>Whether an irrep is made of vectors of the orthogonal algebra that shares the type A1, B2 or A3, or of two vectors where the algebra is complex.</summary>
    private static bool IsVectorLike(IdealRoots ideal, ImmutableArray<int> labels) => (ideal.Type.Family, ideal.Type.Rank, ideal.IsComplex) switch
    {
        ('A', 1, _) => labels.Sum() % 2 == 0,
        ('B', 2, false) => labels[1] % 2 == 0,
        ('B', 2, true) => labels[1] % 2 == 0 && labels[3] % 2 == 0,
        ('A', 3, false) => (labels[0] + labels[2]) % 2 == 0,
        ('A', 3, true) => (labels[0] + labels[2]) % 2 == 0 && (labels[3] + labels[5]) % 2 == 0,
        _ => true,
    };

    private static (int First, int Second, string Name)? Pair(List<int> free, ImmutableArray<IdealRoots> ideals, ImmutableArray<HighestWeight> weights)
    {
        foreach (var (i, j) in from i in free from j in free where i < j select (i, j))
        {
            var coupled = weights.IsEmpty || weights.Any(weight => weight.Labels[i].Sum() > 0 && weight.Labels[j].Sum() > 0);
            var vectors = weights.All(weight => (weight.Labels[i].Sum() + weight.Labels[j].Sum()) % 2 == 0);
            if (coupled && vectors && FourDimensional(ideals[i], ideals[j]) is { } name)
            {
                return (i, j, name);
            }
        }

        return null;
    }

    private static string? FourDimensional(IdealRoots first, IdealRoots second) => (first.IsComplex, second.IsComplex, first.IsCompact, second.IsCompact) switch
    {
        (true, true, _, _) => "so(4,C)",
        (false, false, true, true) => "so(4)",
        (false, false, false, false) => "so(2,2)",
        (false, false, _, _) => "so*(4)",
        _ => null,
    };
}
