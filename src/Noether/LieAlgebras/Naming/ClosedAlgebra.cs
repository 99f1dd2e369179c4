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
    public static AlgebraIdentification Identify(GeneratorSpan span, Seed seed, Execution execution)
    {
        var closure = Closure.Of(span, seed, execution);
        if (closure.Distance > Tolerance.Rounding.Relative || !closure.IsClosed)
        {
            var control = Closure.ControlDistance(span, seed);
            if (!closure.IsClosed || closure.Distance * CloserThanChance > control)
            {
                return new AlgebraIdentification.NotClosed
                {
                    ClosureError = closure.Error,
                    Reason = $"The {span.Dimension} generators would have to move by {closure.Distance:0.###} of their length to close under commutators; random ones move by {control:0.###}.",
                };
            }
        }

        return Named(closure, seed) with { ClosureError = closure.Error, Findings = Doubts(span, closure) };
    }

    private static AlgebraIdentification Named(Closure closure, Seed seed)
    {
        var span = InOrthogonalCoordinates(closure, seed);
        var constants = StructureConstants.Of(span.Basis);
        var structures = AlgebraStructure.Doubts.Select(doubt => AlgebraStructure.Of(span, constants, doubt)).ToArray();
        var algebra = Named(span, structures[0], seed);
        if (algebra is not null && structures.All(structures[0].HasDimensionsOf))
        {
            return new AlgebraIdentification.Unique(algebra) { Reason = Reasons.Of(algebra) };
        }

        var others = structures.Skip(1).Where(structure => !structure.HasDimensionsOf(structures[0])).Select(structure => Named(span, structure, seed));
        var candidates = others.Prepend(algebra).OfType<IdentifiedAlgebra>().DistinctBy(candidate => candidate.Name, StringComparer.Ordinal);
        return new AlgebraIdentification.Ambiguous([.. candidates.Select(candidate => new AlgebraCandidate(candidate.Name, Reasons.Of(candidate)))])
        {
            Reason = Reasons.Undecided(structures[0]),
        };
    }

    private static IdentifiedAlgebra? Named(GeneratorSpan span, AlgebraStructure structure, Seed seed) => structure.IsReductive
        ? ReductiveNaming.Name(span, structure.Derived, structure.Centre, seed)
        : NonreductiveNaming.Name(span, structure, seed);

    /// <summary>A compact algebra as skew matrices, closed again; any other as it is.</summary>
    private static GeneratorSpan InOrthogonalCoordinates(Closure closure, Seed seed)
    {
        var constants = StructureConstants.Of(closure.Span.Basis);
        var threshold = AlgebraSubspaces.KillingThreshold(constants, StructureNoise.Of(closure.Span, constants));
        var maybeCompact = SymmetricEigen.Of(constants.KillingForm()).Values[^1] <= threshold;
        return maybeCompact && InvariantForm.Find(closure.Span) is { } form ? Closure.Of(form.Orthogonal(closure.Span), seed, Execution.Default).Span : closure.Span;
    }

    private static ImmutableArray<Finding> Doubts(GeneratorSpan span, Closure closure) =>
        closure.ImpliedNoise <= NoiseExcess * span.TypicalNoise ? [] :
        [
            new("ALG001", Severity.Caution, $"The generators miss a closed algebra by more than their standard errors explain: relative errors of {closure.ImpliedNoise * span.Size:0.#%} instead of {span.TypicalNoise * span.Size:0.#%} were assumed."),
        ];
}
