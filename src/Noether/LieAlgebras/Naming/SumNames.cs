namespace Noether.LieAlgebras.Naming;

/// <summary>The name of a sum of factors, and its aliases.</summary>
internal static class SumNames
{
    /// <summary>The name that is printed: gl(n) where a centre completes sl(n), the sum of the factors otherwise.</summary>
    public static (string Name, ImmutableArray<string> Aliases) Of(ImmutableArray<Factor> factors, int turns, int others)
    {
        var centre = Enumerable.Repeat(new Factor("u(1)", [], 1), turns).Concat(Enumerable.Repeat(new Factor("R", [], 1), others));
        ImmutableArray<Factor> all = [.. factors, .. centre];
        if (all.Length == turns && turns > 0)
        {
            return turns == 1 ? ("so(2)", ["u(1)"]) : (Factor.Sum(all), [Factor.Sum(all.Select(factor => factor with { Name = "so(2)" }))]);
        }

        var sum = Factor.Sum(all);
        ImmutableArray<string> aliases = [.. Alternatives(all)];
        var whole = factors.Length == 1 ? factors[0].Aliases.Insert(0, factors[0].Name).Select(name => Completed(name, turns, others)).FirstOrDefault(name => name is not null) : null;
        return whole switch
        {
            null => (sum, aliases),
            _ when whole.StartsWith("gl", StringComparison.Ordinal) => (whole, [sum, .. aliases]),
            _ => (sum, [whole, .. aliases]),
        };
    }

    /// <summary>The sums with one factor under another of its names, and with all under their first alias.</summary>
    private static IEnumerable<string> Alternatives(ImmutableArray<Factor> factors)
    {
        var single = from i in Enumerable.Range(0, factors.Length) from alias in factors[i].Aliases select Factor.Sum(factors.SetItem(i, factors[i] with { Name = alias }));
        var all = Factor.Sum(factors.Select(factor => factor.Aliases.IsEmpty ? factor : factor with { Name = factor.Aliases[0] }));
        return single.Append(all).Distinct(StringComparer.Ordinal).Where(name => name != Factor.Sum(factors));
    }

    /// <summary>su(n) with a u(1) is u(n); sl(n) with the scalars is gl(n).</summary>
    private static string? Completed(string name, int turns, int others)
    {
        return (name.Split('(')[0], turns, others, name.EndsWith(",C)", StringComparison.Ordinal)) switch
        {
            ("su", 1, 0, _) => name[1..],
            ("sl", 0, 1, false) => "g" + name[1..],
            ("sl", 1, 1, true) => "g" + name[1..],
            _ => null,
        };
    }
}
