using Noether.LieAlgebras.Structure;
using Noether.Runs;

namespace Noether.LieAlgebras.Naming;

/// <summary>Names a compact algebra from its centre, its simple ideals and how they act.</summary>
internal static class CompactNaming
{
    /// <summary>Names the algebra.</summary>
    /// <param name="span">Skew matrices, closed up to rounding.</param>
    /// <param name="seed">For generic elements.</param>
    public static AlgebraIdentification Name(GeneratorSpan span, Seed seed)
    {
        var structure = CompactStructure.Of(span, seed);
        return structure.Ideals.IsEmpty ? Torus(span) : Reductive(structure, seed);
    }

    private static AlgebraIdentification.Unique Torus(GeneratorSpan span)
    {
        var rank = span.Dimension;
        return new AlgebraIdentification.Unique(new()
        {
            Name = rank == 1 ? "so(2)" : AlgebraNames.Sum(Enumerable.Repeat(("u(1)", 1), rank)),
            Aliases = [rank == 1 ? "u(1)" : AlgebraNames.Sum(Enumerable.Repeat(("so(2)", 1), rank))],
            Dimension = rank,
            IsCompact = true,
            CentreDimension = rank,
            Representation = rank == 1 ? Rotations(span) : [],
        })
        {
            Reason = rank == 1 ? "One generator, and it turns planes." : $"{rank} generators that commute and turn planes.",
        };
    }

    /// <summary>The planes that a single rotation turns, with their rates as integers where these fit, relative to the slowest otherwise.</summary>
    private static ImmutableArray<Irrep> Rotations(GeneratorSpan span)
    {
        var noise = span.TypicalNoise; // of a rate: the generator's part along the unit rotation of a plane, twice 1 / sqrt(2)
        var rates = Frequencies.Of(span.Basis[0]);
        ImmutableArray<double> moving = [.. rates.Where(rate => rate > 3 * noise)];
        var integers = IntegerRatios.Of(moving, noise);
        var labels = moving.Select((rate, plane) => integers is { } found ? $"{found[plane]}" : $"{rate / moving[^1]:0.###}");
        var irreps = labels.GroupBy(label => label, StringComparer.Ordinal).Select(group => new Irrep("so(2)", group.Key, group.Count()));
        var still = span.Size - (2 * moving.Length);
        return still == 0 ? [.. irreps] : [.. irreps, new Irrep("so(2)", "0", still)];
    }

    private static AlgebraIdentification Reductive(CompactStructure structure, Seed seed)
    {
        var ideals = structure.Ideals.Select(ideal => (Basis: ideal, Rank: CompactRank.Of(ideal, seed), Doubled: CompactRank.HasHalfIntegerWeights(ideal, seed))).ToArray();
        var names = ideals.Select(ideal => AlgebraNames.CompactSimple(ideal.Basis.Length, ideal.Rank, ideal.Doubled, ideal.Basis[0].Rows)).ToArray();
        if (names.Any(name => name is null))
        {
            return new AlgebraIdentification.Ambiguous([]) { Reason = $"A compact algebra with simple ideals of dimension {string.Join(", ", ideals.Select(ideal => ideal.Basis.Length))}." };
        }

        var centre = structure.Centre.Length;
        var factors = AlgebraNames.JoinFour(names!, ideals[0].Basis[0].Rows).Concat(Enumerable.Repeat(("u(1)", 1), centre));
        return new AlgebraIdentification.Unique(new()
        {
            Name = AlgebraNames.Sum(factors),
            Aliases = AlgebraNames.Aliases(AlgebraNames.Sum(factors), names!, centre),
            Dimension = centre + ideals.Sum(ideal => ideal.Basis.Length),
            IsCompact = true,
            CentreDimension = centre,
            Ideals = [.. ideals.Select((ideal, i) => new SimpleIdeal(names[i]!, ideal.Basis.Length, ideal.Rank)).OrderByDescending(ideal => ideal.Dimension).ThenBy(ideal => ideal.Name, StringComparer.Ordinal)],
        })
        {
            Reason = $"Closed, compact, centre of dimension {centre}, simple ideals of dimension {string.Join(", ", ideals.Select(ideal => ideal.Basis.Length))}.",
        };
    }
}
