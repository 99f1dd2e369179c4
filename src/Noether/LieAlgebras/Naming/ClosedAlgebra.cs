using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Bases;
using Noether.LieAlgebras.Closing;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Naming;

/// <summary>The road from a span to a verdict: close it, look for an invariant form, name what is there.</summary>
internal static class ClosedAlgebra
{
    /// <summary>A span this many times closer to an algebra than a random one is not close by chance.</summary>
    private const double CloserThanChance = 3;

    /// <summary>Noise that closure implies may exceed the stated noise this many times before a finding says so.</summary>
    private const double NoiseExcess = 2;

    /// <summary>The verdict on a span.</summary>
    public static AlgebraIdentification Identify(GeneratorSpan span, IdentificationOptions options, Seed seed, Execution execution)
    {
        if (!NamingWork.Fits(span, options.WorkLimit))
        {
            return new AlgebraIdentification.Ambiguous([]) { Reason = Reasons.TooLarge(span, options.WorkLimit) };
        }

        var closure = Closure.Of(span, seed, execution);
        var control = closure.IsClosed && closure.Distance <= Tolerance.Rounding.Relative ? double.PositiveInfinity : Closure.ControlDistance(span, seed);
        var closes = closure.IsClosed || SpanExtension.Outside(closure.Span.WithNoiseOf(span)).Directions.IsEmpty;
        if (closes && closure.Distance * CloserThanChance <= control && closure.ImpliedNoise * span.Size <= options.LargestRelativeError)
        {
            var named = Named(closure, options, seed, execution);
            return named with { ClosureError = closure.Error, Findings = [.. Doubts(span, closure), .. named.Findings] };
        }

        if (options.IsSymmetry is not null && SpanExtension.Accepted(span, options.IsSymmetry) is { } larger)
        {
            return Identify(larger, options, seed, execution);
        }

        var isWithinNoise = closes && closure.ImpliedNoise <= NoiseExcess * span.TypicalNoise;
        return isWithinNoise ? Undecided(closure, control, Named(closure, options, seed, execution))
            : NotClosed(closure, control, options.AddsCommutators ? "" : Consequence(span, options, seed, execution));
    }

    /// <summary>The noise is such that a random span closes within it as well.</summary>
    private static AlgebraIdentification.Ambiguous Undecided(Closure closure, double control, AlgebraIdentification named)
    {
        var candidates = named switch
        {
            AlgebraIdentification.Unique(var algebra) => [new(algebra.Name, Reasons.Of(algebra))],
            AlgebraIdentification.Ambiguous(var several) => several,
            _ => [],
        };
        return new(candidates)
        {
            ClosureError = closure.Error,
            Reason = $"The generators close within their noise, but so would others: they move by {closure.Distance:0.###} of their length, random ones by {control:0.###}.",
        };
    }

    private static AlgebraIdentification.NotClosed NotClosed(Closure closure, double control, string consequence) => new()
    {
        ClosureError = closure.Error,
        Reason = closure.Distance > Tolerance.Rounding.Relative
            ? $"The {closure.Span.Dimension} generators would have to move by {closure.Distance:0.###} of their length to close under commutators; random ones move by {control:0.###}.{consequence}"
            : $"The commutators of the {closure.Span.Dimension} generators leave their span, and no algebra is near.{consequence}",
    };

    /// <summary>What the generators and their commutators span, in a sentence; empty where they generate nothing that can be looked into.</summary>
    private static string Consequence(GeneratorSpan span, IdentificationOptions options, Seed seed, Execution execution)
    {
        var generation = Generation.Of(span, larger => NamingWork.FitsBesides(larger, options.WorkLimit));
        if (!generation.IsClosed || generation.Dimensions.Length == 1)
        {
            return "";
        }

        var named = Named(Closure.Of(generation.Span, seed, execution), options with { Orbits = [] }, seed, execution);
        var name = named is AlgebraIdentification.Unique(var algebra) ? $", {algebra.Name}" : "";
        return $" With their commutators they generate an algebra of dimension {generation.Span.Dimension}{name}.";
    }

    /// <summary>The name of a closed algebra.</summary>
    public static AlgebraIdentification Named(Closure closure, IdentificationOptions options, Seed seed, Execution execution)
    {
        var (span, root) = InOrthogonalCoordinates(closure, seed, execution);
        var orbits = root is null ? options.Orbits : [.. options.Orbits.Select(points => points * root.Transposed)];
        var reading = new Reading(seed, DoubtIsCompact: true, orbits, options.WorkLimit, execution);
        var constants = StructureConstants.Of(span.Basis);
        var structures = AlgebraStructure.AtDoubts(span, constants);
        var isDoubtful = !structures[0].IsPossible;
        structures = [.. structures.Where(structure => structure.IsPossible)];
        if (structures.Length == 0)
        {
            return new AlgebraIdentification.Ambiguous([]) { Reason = Reasons.Impossible(constants.Dimension) };
        }

        IdentifiedAlgebra?[] readings =
        [
            Named(span, structures[0], reading),
            .. structures[0].Radical.Dimension > 0 ? [Named(span, structures[0], reading with { DoubtIsCompact = false })] : Array.Empty<IdentifiedAlgebra?>(),
            .. structures.Skip(1).Where(structure => !structure.HasDimensionsOf(structures[0])).Select(structure => Named(span, structure, reading)),
        ];
        var rival = readings[0] is { IsCompact: false } ? CompactRival.Of(span, reading) : null;
        var isOnlyReading = !isDoubtful && rival is null && readings.All(other => other is not null && other.Name == readings[0]?.Name);
        if (isOnlyReading && readings[0] is { Rivals.IsEmpty: true } algebra)
        {
            return new AlgebraIdentification.Unique(algebra with { Basis = NiceBases.Of(span, root, algebra, seed) }) { Reason = Reasons.Of(algebra), Findings = WeightDoubts(algebra) };
        }

        var candidates = readings.Append(rival).OfType<IdentifiedAlgebra>().SelectMany(candidate => candidate.Rivals.Prepend(candidate)).DistinctBy(candidate => candidate.Name, StringComparer.Ordinal);
        return new AlgebraIdentification.Ambiguous([.. candidates.Select(candidate => new AlgebraCandidate(candidate.Name, Reasons.Of(candidate)))])
        {
            Reason = isOnlyReading ? Reasons.SameSignature : rival is null ? Reasons.Undecided(structures[0]) : Reasons.MayBeCompact(structures[0]),
        };
    }

    private static IdentifiedAlgebra? Named(GeneratorSpan span, AlgebraStructure structure, Reading reading) => structure.IsReductive
        ? ReductiveNaming.Name(span, structure.Derived, structure.Centre, reading)
        : NonreductiveNaming.Name(span, structure, reading);

    /// <summary>A compact algebra as skew matrices, closed again, with the change to their coordinates; any other, and one whose invariant form noise hides, as it is.</summary>
    private static (GeneratorSpan Span, Matrix? Root) InOrthogonalCoordinates(Closure closure, Seed seed, Execution execution)
    {
        var span = closure.Span;
        var constants = StructureConstants.Of(span.Basis);
        var threshold = AlgebraSubspaces.KillingThreshold(constants, StructureNoise.Of(span, constants));
        var maybeCompact = SymmetricEigen.Of(constants.KillingForm()).Values[^1] <= threshold;
        return maybeCompact && InvariantForm.Find(span) is { IsCertain: true } form
            ? (Closure.Of(form.Orthogonal(span), seed, execution).Span, form.Roots().Root)
            : (span, null);
    }

    private static ImmutableArray<Finding> WeightDoubts(IdentifiedAlgebra algebra) => algebra.WeightCandidates.IsEmpty ? [] :
    [
        new("ALG003", Severity.Caution, $"The rates are those of several sets of integer charges within their noise: {string.Join(", or ", algebra.WeightCandidates)}. The rates are given instead."),
    ];

    private static ImmutableArray<Finding> Doubts(GeneratorSpan span, Closure closure) =>
        closure.ImpliedNoise <= NoiseExcess * span.TypicalNoise ? [] :
        [
            new("ALG001", Severity.Caution, $"The generators miss a closed algebra by more than their standard errors explain: relative errors of {closure.ImpliedNoise * span.Size:0.#%} instead of {span.TypicalNoise * span.Size:0.#%} were assumed."),
        ];
}
