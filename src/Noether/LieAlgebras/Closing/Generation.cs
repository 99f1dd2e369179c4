namespace Noether.LieAlgebras.Closing;

/// <summary>A span that grows by its commutators until it holds them all, Eq. (A12).</summary>
/// <param name="Span">The last span; its noise is what the steps make of that of the first.</param>
/// <param name="Dimensions">The dimension of the first span and after each step.</param>
/// <param name="IsClosed">Whether the last span holds its commutators up to noise.</param>
internal sealed record Generation(GeneratorSpan Span, ImmutableArray<int> Dimensions, bool IsClosed)
{
    /// <summary>
    /// The smallest part of a commutator outside its span that counted; relative to basis matrices of norm 1. Infinite without steps.
    /// </summary>
    public double LeastTaken { get; private init; } = double.PositiveInfinity;

    /// <summary>The largest part of a commutator outside its span that was taken for noise.</summary>
    public double LargestLeft { get; private init; }

    /// <summary>Adds commutators until none leaves the span by more than noise, or the span grows too large.</summary>
    /// <param name="span">Where to begin.</param>
    /// <param name="fits">Whether a span is small enough for another step.</param>
    public static Generation Of(GeneratorSpan span, Predicate<GeneratorSpan> fits)
    {
        var generation = new Generation(span, [span.Dimension], IsClosed: true);
        while (true)
        {
            var outside = SpanExtension.Outside(generation.Span);
            generation = generation with { LargestLeft = Math.Max(generation.LargestLeft, outside.LargestLeft) };
            if (outside.Directions.IsEmpty)
            {
                return generation;
            }

            var larger = SpanExtension.With(generation.Span, outside.Directions);
            if (!fits(larger))
            {
                return generation with { IsClosed = false };
            }

            generation = generation with
            {
                Span = larger,
                Dimensions = generation.Dimensions.Add(larger.Dimension),
                LeastTaken = Math.Min(generation.LeastTaken, outside.Directions[^1].Length),
            };
        }
    }
}
