using Noether.LieAlgebras.Closing;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Naming;

/// <summary>Names what generators generate that do not span an algebra, Eq. (A12).</summary>
internal static class GeneratedNaming
{
    /// <summary>Relative errors that are allowed for where none are stated: numbers printed with five digits have them.</summary>
    private const double UnstatedError = 1e-4;

    /// <summary>Commutators that count are this many times longer than those taken for noise, where errors are not stated.</summary>
    private const double ClearGap = 100;

    /// <summary>The generated algebra as the answer.</summary>
    /// <param name="generators">As given.</param>
    /// <param name="span">Their span.</param>
    /// <param name="open">The verdict on the span.</param>
    /// <param name="options">What is known of their errors, and the limit on the work.</param>
    /// <param name="seed">Generic elements are drawn from it.</param>
    /// <param name="execution">Cancellation.</param>
    public static AlgebraIdentification Name(
        ImmutableArray<Matrix> generators,
        GeneratorSpan span,
        AlgebraIdentification.NotClosed open,
        IdentificationOptions options,
        Seed seed,
        Execution execution)
    {
        var (generation, doubts) = Generate(generators, span, options);
        if (generation.Dimensions.Length == 1)
        {
            return open;
        }

        if (!generation.IsClosed)
        {
            return new AlgebraIdentification.Ambiguous([])
            {
                ClosureError = open.ClosureError,
                Generated = Report(generation, generation.Span),
                Reason = $"The matrices generate more than {generation.Span.Dimension} dimensions ({Steps(generation)}), "
                    + "which is more than naming has time for.",
                Findings = doubts,
            };
        }

        var closure = Closure.Of(generation.Span, seed, execution);
        var named = ClosedAlgebra.Named(closure, options with { Orbits = [] }, seed, execution);
        return named with
        {
            ClosureError = open.ClosureError,
            Generated = Report(generation, closure.Span),
            Reason = "The matrices do not span an algebra; with their commutators they generate one of dimension "
                + $"{generation.Span.Dimension} ({Steps(generation)}). {named.Reason}",
            Findings = [.. doubts, .. named.Findings],
        };
    }

    /// <summary>
    /// What the span generates; where errors are not stated, small parts of commutators are noise if a clear gap sets them apart.
    /// </summary>
    private static (Generation Generation, ImmutableArray<Finding> Doubts) Generate(
        ImmutableArray<Matrix> generators, GeneratorSpan span, IdentificationOptions options)
    {
        if (!options.StandardErrors.IsEmpty || GeneratorSpan.Of(generators, Allowing(generators, options)) is not { } rough)
        {
            return (Generation.Of(span, Fits), []);
        }

        var robust = Generation.Of(rough, Fits);
        if (robust.LeastTaken < ClearGap * robust.LargestLeft)
        {
            return (Generation.Of(span, Fits), []);
        }

        var isExact = rough.Dimension == span.Dimension && robust.LargestLeft <= SpanExtension.LargestNoise(span);
        return (robust with { Span = robust.Span.Exact() }, isExact ? [] : [new("ALG004", Severity.Caution, Taken(robust))]);

        bool Fits(GeneratorSpan larger) => NamingWork.Fits(larger, options.WorkLimit);
    }

    private static IdentificationOptions Allowing(ImmutableArray<Matrix> generators, IdentificationOptions options) =>
        options with { StandardErrors = [.. generators.Select(generator => UnstatedError * generator.Norm / generator.Rows)] };

    private static string Taken(Generation robust)
    {
        var next = double.IsFinite(robust.LeastTaken) ? $"; the next ones have {robust.LeastTaken:0.##}" : "";
        return $"Parts of commutators up to {robust.LargestLeft:0.#e0} of their length were taken for errors of the matrices{next}. "
            + "If the matrices are exact, say so with a standard error of 0 (--error 0): these parts then count.";
    }

    private static GeneratedAlgebra Report(Generation generation, GeneratorSpan span) =>
        new(generation.Dimensions, span.Basis, generation.IsClosed);

    private static string Steps(Generation generation) => string.Join(", then ", generation.Dimensions);
}
