namespace Noether.LieAlgebras.Naming;

/// <summary>A direct summand with its names.</summary>
/// <param name="Name">The name that is printed.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Dimension">Its dimension.</param>
internal sealed record Factor(string Name, ImmutableArray<string> Aliases, int Dimension)
{
    /// <summary>Names of other algebras that it may be instead.</summary>
    public ImmutableArray<string> Rivals { get; init; } = [];

    /// <summary>The factors joined by "+", by decreasing dimension, then by name.</summary>
    public static string Sum(IEnumerable<Factor> factors) =>
        string.Join('+', factors.OrderByDescending(factor => factor.Dimension).ThenBy(factor => factor.Name, StringComparer.Ordinal).Select(factor => factor.Name));
}
