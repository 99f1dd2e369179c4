using Noether.LieAlgebras;

namespace Noether.Reports;

/// <summary>What algebra the generators span.</summary>
/// <param name="Verdict">"unique", "ambiguous", "not-closed" or "none".</param>
public sealed record AlgebraReport(string Verdict)
{
    /// <summary>The name, such as "so(3)"; null without one.</summary>
    public string? Name { get; init; }

    /// <summary>Other names of the same algebra, such as "su(2)".</summary>
    public ImmutableArray<string>? Aliases { get; init; }

    /// <summary>Dimension of the algebra.</summary>
    public int? Dimension { get; init; }

    /// <summary>Whether it is the algebra of a compact group.</summary>
    public bool? Compact { get; init; }

    /// <summary>The names that remain possible when the verdict is "ambiguous".</summary>
    public ImmutableArray<string>? Candidates { get; init; }

    /// <summary>For each candidate, what speaks for it.</summary>
    public ImmutableArray<string>? CandidateReasons { get; init; }

    /// <summary>Dimension of the centre.</summary>
    public int? Center { get; init; }

    /// <summary>The simple ideals.</summary>
    public ImmutableArray<IdealReport>? Ideals { get; init; }

    /// <summary>The irreducible parts of the action on the coordinates.</summary>
    public ImmutableArray<IrrepReport>? Representation { get; init; }

    /// <summary>The generators in a form that is easy to read; null without a name.</summary>
    public BasisReport? Basis { get; init; }

    /// <summary>What the matrices generate, where they do not span the algebra; null otherwise.</summary>
    public GeneratedReport? Generated { get; init; }

    /// <summary>Why the verdict is what it is, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The report's view of an identification.</summary>
    public static AlgebraReport Of(AlgebraIdentification identification)
    {
        var report = new AlgebraReport(identification.Verdict)
        {
            Reason = identification.Reason,
            Generated = GeneratedReport.Of(identification.Generated),
        };
        return identification switch
        {
            AlgebraIdentification.Unique(var algebra) => report with
            {
                Name = algebra.Name,
                Aliases = algebra.Aliases,
                Dimension = algebra.Dimension,
                Compact = algebra.IsCompact,
                Center = algebra.CentreDimension,
                Ideals = [.. algebra.Ideals.Select(ideal => new IdealReport(ideal.Name, ideal.Dimension, ideal.Rank))],
                Representation = [.. algebra.Representation.Select(irrep => new IrrepReport(irrep.Ideal, irrep.Label, irrep.Multiplicity) { Type = irrep.Type.ToString().ToLowerInvariant() })],
                Basis = BasisReport.Of(algebra.Basis),
            },
            AlgebraIdentification.Ambiguous(var candidates) => report with
            {
                Candidates = [.. candidates.Select(candidate => candidate.Name)],
                CandidateReasons = [.. candidates.Select(candidate => candidate.Reason)],
            },
            _ => report,
        };
    }
}
