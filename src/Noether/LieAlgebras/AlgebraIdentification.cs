using Noether.LieAlgebras.Bases;
using Noether.LieAlgebras.Naming;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras;

/// <summary>What Lie algebra some matrices span: one of <see cref="Unique"/>, <see cref="Ambiguous"/>, <see cref="NotClosed"/> and <see cref="None"/>.</summary>
public abstract record AlgebraIdentification
{
    private AlgebraIdentification(string verdict) => Verdict = verdict;

    /// <summary>"unique", "ambiguous", "not-closed" or "none", as in report.json.</summary>
    public string Verdict { get; }

    /// <summary>Why the verdict is what it is, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// How far commutators leave the span: the largest part outside it, relative to the largest commutator; where all commutators are
    /// within noise of zero, relative to the generators. 0 for an algebra, Eq. (A2).
    /// </summary>
    public double ClosureError { get; init; }

    /// <summary>
    /// What the generators generate, where they do not span an algebra and commutators were to be added; null otherwise.
    /// </summary>
    public GeneratedAlgebra? Generated { get; init; }

    /// <summary>What a careful reader should know before believing it.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Names the algebra that generators span; its answer does not depend on chance in any way that matters, so the seed is 0.</summary>
    /// <inheritdoc cref="Identify(ImmutableArray{Matrix}, IdentificationOptions, Seed, Execution)"/>
    public static AlgebraIdentification Identify(ImmutableArray<Matrix> generators, IdentificationOptions options) =>
        Identify(generators, options, new Seed(0), Execution.Default);

    /// <summary>Names the algebra that generators span.</summary>
    /// <param name="generators">Square matrices of one size; they may be dependent. Shape [count][n, n].</param>
    /// <param name="options">Their standard errors, from which all thresholds follow.</param>
    /// <param name="seed">Generic elements and controls are drawn from it.</param>
    /// <param name="execution">Its cancellation stops the search for the nearest closed algebra.</param>
    /// <exception cref="ArgumentException">A matrix is not square, differs in size or holds a number that is not finite.</exception>
    public static AlgebraIdentification Identify(ImmutableArray<Matrix> generators, IdentificationOptions options, Seed seed, Execution execution)
    {
        Validate(generators);
        if (generators.IsEmpty)
        {
            return new None { Reason = "There are no generators." };
        }

        if (GeneratorSpan.Of(generators, options) is not { } span)
        {
            return new None { Reason = $"All {generators.Length} generators are zero within their noise." };
        }

        var verdict = ClosedAlgebra.Identify(span, options, seed, execution);
        if (verdict is NotClosed open && options.AddsCommutators)
        {
            verdict = GeneratedNaming.Name(generators, span, open, options, seed, execution);
        }

        verdict = verdict with { Findings = [.. Dependent(generators.Length, span.Dimension), .. verdict.Findings] };
        return verdict is Unique { Algebra: { Basis: { } basis } algebra } unique
            ? unique with { Algebra = algebra with { Basis = NiceBases.From(verdict.Generated?.Basis ?? generators, basis) } }
            : verdict;
    }

    private static IEnumerable<Finding> Dependent(int given, int independent)
    {
        if (independent < given)
        {
            yield return new("ALG002", Severity.Note, $"{given} matrices were given, but within their noise they span only {independent} {(independent == 1 ? "dimension" : "dimensions")}: the others are combinations of these, or zero.");
        }
    }

    private static void Validate(ImmutableArray<Matrix> generators)
    {
        for (var a = 0; a < generators.Length; a++)
        {
            var (matrix, size) = (generators[a], generators[0].Rows);
            if (matrix.Rows != size || matrix.Columns != size)
            {
                throw new ArgumentException($"Generators are square matrices of one size, {size} x {size} here; generator {a} is {matrix.Rows} x {matrix.Columns}.", nameof(generators));
            }

            foreach (var entry in matrix.Entries)
            {
                if (!double.IsFinite(entry))
                {
                    throw new ArgumentException($"A generator has finite entries; generator {a} holds {entry}.", nameof(generators));
                }
            }
        }
    }

    /// <summary>One algebra fits.</summary>
    /// <param name="Algebra">What it is.</param>
    public sealed record Unique(IdentifiedAlgebra Algebra) : AlgebraIdentification("unique");

    /// <summary>The noise leaves more than one algebra possible, or none could be named.</summary>
    /// <param name="Candidates">Those that remain, the most likely first; may be empty.</param>
    public sealed record Ambiguous(ImmutableArray<AlgebraCandidate> Candidates) : AlgebraIdentification("ambiguous");

    /// <summary>The commutators leave the span by more than noise explains.</summary>
    public sealed record NotClosed() : AlgebraIdentification("not-closed");

    /// <summary>There is nothing to name.</summary>
    public sealed record None() : AlgebraIdentification("none");
}
