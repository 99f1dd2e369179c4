using Noether.LieAlgebras.Closing;
using Noether.Runs;

namespace Noether.LieAlgebras.Naming;

/// <summary>The road from a span to a verdict: close it, look for an invariant form, name what is there.</summary>
internal static class ClosedAlgebra
{
    /// <summary>A span this many times closer to an algebra than a random one is not close by chance.</summary>
    private const double CloserThanChance = 3;

    /// <summary>Noise that closure implies may exceed the stated noise this many times before a finding says so.</summary>
    private const double NoiseExcess = 2;

    public static AlgebraIdentification Identify(GeneratorSpan span, Seed seed, Execution execution)
    {
        var closure = Closure.Of(span, seed, execution);
        if (closure.Distance > Numerics.Tolerance.Rounding.Relative || !closure.IsClosed)
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
        var form = InvariantForm.Find(closure.Span);
        var span = form is null ? closure.Span : Closure.Of(form.Orthogonal(closure.Span), seed, Execution.Default).Span;
        var constants = StructureConstants.Of(span.Basis);
        var noise = StructureNoise.Of(span, constants);
        var derived = AlgebraSubspaces.Derived(constants, noise);
        var centre = AlgebraSubspaces.Centre(constants, noise);
        var radical = AlgebraSubspaces.Radical(constants, noise);
        if (radical.Dimension == centre.Dimension && derived.Dimension + centre.Dimension == span.Dimension && ReductiveNaming.Name(span, derived, centre, seed) is { } algebra)
        {
            return new AlgebraIdentification.Unique(algebra) { Reason = Reasons.Of(algebra) };
        }

        return new AlgebraIdentification.Ambiguous([]) { Reason = $"The algebra of dimension {closure.Span.Dimension} has a derived algebra of dimension {derived.Dimension}, a radical of dimension {radical.Dimension} and a centre of dimension {centre.Dimension}." };
    }

    private static ImmutableArray<Finding> Doubts(GeneratorSpan span, Closure closure) =>
        closure.ImpliedNoise <= NoiseExcess * span.TypicalNoise ? [] :
        [
            new("ALG001", Severity.Caution, $"The generators miss a closed algebra by more than their standard errors explain: relative errors of {closure.ImpliedNoise * span.Size:0.#%} instead of {span.TypicalNoise * span.Size:0.#%} were assumed."),
        ];
}
