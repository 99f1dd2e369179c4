using Noether.Numerics;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>
/// What a search in one space of fields found: the spectrum of the asymmetry, the fields in its order, and how many of them are
/// claimed.
/// </summary>
/// <param name="Space">Where it looked.</param>
/// <param name="Prefixes">The asymmetry of the first 1, 2, .. fields together, judged by parts that did not choose them.</param>
/// <param name="Squares">The square of the asymmetry of every field of the space, in increasing order, by all parts; may be negative.
/// Shape [fields].</param>
/// <param name="Fields">The fields in that order, by all parts, as fields of all. Shape [fields, r (r + 1)].</param>
/// <param name="Claimed">The largest number of fields all of whose combinations are symmetries within the tolerance.</param>
/// <param name="Least">The asymmetry of the best field by all parts, for "none", Rule (R7).</param>
internal sealed record SymmetrySearch(
    FieldSpace Space, ImmutableArray<SpanAsymmetry> Prefixes, ImmutableArray<double> Squares, Matrix Fields, int Claimed, SpanAsymmetry? Least)
{
    /// <summary>Why fields within the tolerance are not claimed, in a sentence; null where none are, or the largest claim holds.</summary>
    public string? Objection { get; init; }

    /// <summary>The asymmetry of every field in increasing order, by all parts; negative squares count as 0. Shape [fields].</summary>
    public ImmutableArray<double> Values => [.. Squares.Select(square => Math.Sqrt(Math.Max(0, square)))];

    /// <summary>
    /// Whether even the best field is broken by more than a tolerance, Rule (R7), and by more than what all parts miss of the function
    /// may feign, Rule (R2).
    /// </summary>
    public bool IsNone(double tolerance, double misfit) => Least is { } least && least.Square - least.Margin > (tolerance * tolerance) + misfit;

    /// <summary>Searches a space; null where the gradients are too uncertain for the spectrum to exist, Rule (R9).</summary>
    /// <param name="test">The test.</param>
    /// <param name="space">The fields.</param>
    /// <param name="options">Tolerance and confidence.</param>
    /// <param name="spaces">How many spaces share the error rate.</param>
    public static SymmetrySearch? Find(SymmetryTest test, FieldSpace space, SymmetryTestOptions options, int spaces)
    {
        var forms = Enumerable.Range(0, test.HalfCount).Select(test.Forms).ToArray();
        var halves = forms.Select(form => GeneralisedEigen.Of(space.Restrict(form.S), space.Restrict(form.M))).ToArray();
        var all = GeneralisedEigen.Of(space.Restrict(Sum(forms.Select(form => form.S))), space.Restrict(Sum(forms.Select(form => form.M))));
        if (all is null || halves.Any(half => half is null))
        {
            return null;
        }

        var most = options.LargestCandidate * options.LargestCandidate;
        var candidates = Math.Clamp(all.Values.Count(value => value < most) + 1, 1, Math.Min(options.MostCandidates, space.Count));
        var chosen = halves.Select(half => space.Expand(half!.Vectors.FirstRows(candidates))).ToImmutableArray();
        // What one half chose is judged by the other.
        var prefixes = test.JudgePrefixes([.. chosen.Reverse()], spaces);
        var claimed = 0;
        while (claimed < prefixes.Length && prefixes[claimed].IsWithin(options.Tolerance, test.MisfitAllowance))
        {
            claimed++;
        }

        var fields = space.Expand(all.Vectors);
        return new(space, prefixes, all.Values, fields, claimed, test.JudgeBroken(fields.FirstRows(1), spaces));
    }

    private static Matrix Sum(IEnumerable<Matrix> forms) => forms.Aggregate((a, b) => a + b);
}
