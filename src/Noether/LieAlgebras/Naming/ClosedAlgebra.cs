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
    public static AlgebraIdentification Identify(GeneratorSpan span, Func<Matrix, bool>? isSymmetry, Seed seed, Execution execution)
    {
        var closure = Closure.Of(span, seed, execution);
        var control = closure.IsClosed && closure.Distance <= Tolerance.Rounding.Relative ? double.PositiveInfinity : Closure.ControlDistance(span, seed);
        if (closure.IsClosed && closure.Distance * CloserThanChance <= control)
        {
            return Named(closure, seed) with { ClosureError = closure.Error, Findings = Doubts(span, closure) };
        }

        return isSymmetry is not null && SpanExtension.Accepted(span, isSymmetry) is { } larger
            ? Identify(larger, isSymmetry, seed, execution)
            : NotClosed(span, closure, control, seed);
    }

    private static AlgebraIdentification.NotClosed NotClosed(GeneratorSpan span, Closure closure, double control, Seed seed)
    {
        var generated = SpanExtension.Generated(span);
        var algebra = generated.Dimension == span.Dimension ? null : (Named(Closure.Of(generated, seed, Execution.Default), seed) as AlgebraIdentification.Unique)?.Algebra;
        var consequence = generated.Dimension == span.Dimension ? "" : $" With their commutators they generate an algebra of dimension {generated.Dimension}{(algebra is null ? "" : $", {algebra.Name}")}.";
        return new()
        {
            ClosureError = closure.Error,
            Reason = $"The {span.Dimension} generators would have to move by {closure.Distance:0.###} of their length to close under commutators; random ones move by {control:0.###}.{consequence}",
        };
    }

    private static AlgebraIdentification Named(Closure closure, Seed seed)
    {
        var (span, root) = InOrthogonalCoordinates(closure, seed);
        var constants = StructureConstants.Of(span.Basis);
        var structures = AlgebraStructure.Doubts.Select(doubt => AlgebraStructure.Of(span, constants, doubt)).ToArray();
        IdentifiedAlgebra?[] readings =
        [
            Named(span, structures[0], new(seed, DoubtIsCompact: true)),
            .. structures[0].Radical.Dimension > 0 ? [Named(span, structures[0], new(seed, DoubtIsCompact: false))] : Array.Empty<IdentifiedAlgebra?>(),
            .. structures.Skip(1).Where(structure => !structure.HasDimensionsOf(structures[0])).Select(structure => Named(span, structure, new(seed, DoubtIsCompact: true))),
        ];
        if (readings[0] is { } algebra && readings.All(reading => reading?.Name == algebra.Name))
        {
            return new AlgebraIdentification.Unique(algebra with { Basis = NiceBases.Of(span, root, algebra, seed) }) { Reason = Reasons.Of(algebra) };
        }

        var candidates = readings.OfType<IdentifiedAlgebra>().DistinctBy(candidate => candidate.Name, StringComparer.Ordinal);
        return new AlgebraIdentification.Ambiguous([.. candidates.Select(candidate => new AlgebraCandidate(candidate.Name, Reasons.Of(candidate)))])
        {
            Reason = Reasons.Undecided(structures[0]),
        };
    }

    private static IdentifiedAlgebra? Named(GeneratorSpan span, AlgebraStructure structure, Reading reading) => structure.IsReductive
        ? ReductiveNaming.Name(span, structure.Derived, structure.Centre, reading)
        : NonreductiveNaming.Name(span, structure, reading);

    /// <summary>A compact algebra as skew matrices, closed again, with the change to their coordinates; any other as it is.</summary>
    private static (GeneratorSpan Span, Matrix Root) InOrthogonalCoordinates(Closure closure, Seed seed)
    {
        var span = closure.Span;
        var constants = StructureConstants.Of(span.Basis);
        var threshold = AlgebraSubspaces.KillingThreshold(constants, StructureNoise.Of(span, constants));
        var maybeCompact = SymmetricEigen.Of(constants.KillingForm()).Values[^1] <= threshold;
        return maybeCompact && InvariantForm.Find(span) is { IsCertain: true } form
            ? (Closure.Of(form.Orthogonal(span), seed, Execution.Default).Span, form.Roots().Root)
            : (span, Matrix.Identity(span.Size));
    }

    private static ImmutableArray<Finding> Doubts(GeneratorSpan span, Closure closure) =>
        closure.ImpliedNoise <= NoiseExcess * span.TypicalNoise ? [] :
        [
            new("ALG001", Severity.Caution, $"The generators miss a closed algebra by more than their standard errors explain: relative errors of {closure.ImpliedNoise * span.Size:0.#%} instead of {span.TypicalNoise * span.Size:0.#%} were assumed."),
        ];
}
