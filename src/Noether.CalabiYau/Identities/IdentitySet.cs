namespace Noether.CalabiYau.Identities;

/// <summary>Some identities, to walk or to reduce with.</summary>
/// <param name="Identities">In the order in which they are tried.</param>
public sealed record IdentitySet(ImmutableArray<Identity> Identities)
{
    /// <summary>B, C and D: most likely the identities that the paper uses.</summary>
    public static IdentitySet Basic { get; } = new([new BilinearCurve(), new PlaneConic(), new SpaceQuadric()]);

    /// <summary>B, C, D and splittings by P1.</summary>
    public static IdentitySet WithLineSplittings { get; } = new([.. Basic.Identities, new DeterminantalSplitting(1)]);

    /// <summary>B, C, D, splittings by P1, P2 and P3, and the exchange of del Pezzo surfaces.</summary>
    public static IdentitySet Full { get; } =
        new([.. WithLineSplittings.Identities, new DeterminantalSplitting(2), new DeterminantalSplitting(3), new DelPezzoExchange()]);

    /// <summary>The set that a text such as "B,C,D,A1" names; L, B, C, D, F and A1, A2, ... exist.</summary>
    /// <exception cref="FormatException">A name is unknown.</exception>
    public static IdentitySet Parse(string names) =>
        new([.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Identities.Select(identity => identity.Name));

    /// <inheritdoc/>
    public bool Equals(IdentitySet? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static Identity ParseOne(string name) => name switch
    {
        "L" => new LinearEquation(),
        "B" => new BilinearCurve(),
        "C" => new PlaneConic(),
        "D" => new SpaceQuadric(),
        "F" => new DelPezzoExchange(),
        ['A', .. var k] when int.TryParse(k, out var dimension) && dimension is >= 1 and <= Configurations.ConfigurationMatrix.MaxAmbientDimension => new DeterminantalSplitting(dimension),
        _ => throw new FormatException($"There is no identity \"{name}\"; the names are L, B, C, D, F and A1, A2, ..."),
    };
}
