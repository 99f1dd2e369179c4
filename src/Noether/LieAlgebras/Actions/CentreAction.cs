using Noether.LieAlgebras.Closing;
using Noether.Numerics;

namespace Noether.LieAlgebras.Actions;

/// <summary>The centre of an algebra: the part that turns planes, and the rest, which scales, boosts or shears.</summary>
/// <param name="Turns">Orthonormal basis of the part that leaves a positive form invariant: u(1) each.</param>
/// <param name="Others">Orthonormal basis of a complement: R each.</param>
internal sealed record CentreAction(ImmutableArray<Matrix> Turns, ImmutableArray<Matrix> Others)
{
    /// <summary>A rate of growth counts when it exceeds its noise this many times.</summary>
    private const double NoiseLengths = 3;

    /// <summary>Takes the centre apart; null when noise does not decide what turns.</summary>
    /// <param name="centre">Orthonormal matrices that commute with each other and with the ideals.</param>
    /// <param name="ideals">The simple ideals.</param>
    /// <param name="span">The whole algebra, for its noise.</param>
    /// <param name="reading">How to take what noise leaves open, and a seed for generic elements.</param>
    public static CentreAction? Of(ImmutableArray<Matrix> centre, ImmutableArray<IdealRoots> ideals, GeneratorSpan span, Reading reading)
    {
        if (centre.IsEmpty || IsTurning(centre, span, reading))
        {
            return new(centre, []);
        }

        if (centre.Length == 1)
        {
            return new([], centre);
        }

        var form = JordanForm.Of(centre, span.NoiseNorm, reading.Seed);
        return Enumerable.Range(0, centre.Length).Any(k => IsNilpotent(form.Along([.. form.Nilpotent.Vectors.Row(k)]), span)) ? Split(centre, form, span, reading) : Diagonalised(centre, ideals, span, reading);
    }

    /// <summary>Takes a centre apart that is known to hold nilpotent matrices, as one that meets the derived algebra does; null when noise does not decide what turns.</summary>
    /// <param name="centre">Orthonormal matrices that commute with each other.</param>
    /// <param name="span">The whole algebra, for its noise.</param>
    /// <param name="reading">How to take what noise leaves open, and a seed for generic elements.</param>
    public static CentreAction? WithNilpotents(ImmutableArray<Matrix> centre, GeneratorSpan span, Reading reading) =>
        Split(centre, JordanForm.Of(centre, span.NoiseNorm, reading.Seed), span, reading);

    /// <summary>By the rates of growth, for a centre that may be diagonalisable; null where what does not grow does not turn either.</summary>
    private static CentreAction? Diagonalised(ImmutableArray<Matrix> centre, ImmutableArray<IdealRoots> ideals, GeneratorSpan span, Reading reading)
    {
        if (HighestWeights.Of(ideals, centre, span.Size, reading.Seed) is not { } weights)
        {
            return null;
        }

        var rates = Matrix.Generate(weights.Length, centre.Length, (j, k) => weights[j].Characters[k].Real);
        var spectrum = SymmetricEigen.Of(rates.Transposed * rates);
        var threshold = NoiseLengths * span.TypicalNoise * (Math.Sqrt(rates.Rows) + Math.Sqrt(rates.Columns));
        return Parted(centre, spectrum, spectrum.Values.Count(value => value <= threshold * threshold), span, reading);
    }

    /// <summary>By the rates of growth and the nilpotent parts, for a centre that is not diagonalisable; null where eigenvalues that noise does not tell apart may look like a nilpotent part.</summary>
    private static CentreAction? Split(ImmutableArray<Matrix> centre, JordanForm form, GeneratorSpan span, Reading reading)
    {
        var norm = Math.Max(Math.Sqrt(Tolerance.Rounding.Absolute), NoiseLengths * span.TypicalNoise * span.Size); // of a matrix of noise
        var turning = form.Growth.Values.Count(value => value <= norm * norm);
        var others = Enumerable.Range(turning, centre.Length - turning).Select(k => form.Along([.. form.Growth.Vectors.Row(k)]));
        return others.All(other => other.Real > norm || IsNilpotent(other, span)) ? Parted(centre, form.Growth, turning, span, reading) : null;
    }

    /// <summary>Whether a nilpotent part is larger than eigenvalues that were taken as one explain, in coordinates that are as far from orthogonal ones as is expected.</summary>
    private static bool IsNilpotent((double Real, double Nilpotent, double Spread) part, GeneratorSpan span) =>
        part.Nilpotent > Math.Max(Math.Sqrt(Tolerance.Rounding.Absolute), NoiseLengths * part.Spread * Math.Sqrt(span.Size));

    /// <summary>The lowest directions of a form that is zero where the centre turns, and the others; null where the lowest do not turn.</summary>
    private static CentreAction? Parted(ImmutableArray<Matrix> centre, SymmetricEigen growth, int turning, GeneratorSpan span, Reading reading)
    {
        var basis = Orthonormal.Combined(centre, growth.Vectors);
        var (turns, others) = (basis[..turning], basis[turning..]);
        return turning == 0 || IsTurning(turns, span, reading) ? new(turns, others) : null;
    }

    private static bool IsTurning(ImmutableArray<Matrix> matrices, GeneratorSpan span, Reading reading) =>
        InvariantForm.Find(new GeneratorSpan(matrices, [.. matrices.Select(_ => span.TypicalNoise)])) is { } form && (form.IsCertain || reading.DoubtIsCompact);
}
