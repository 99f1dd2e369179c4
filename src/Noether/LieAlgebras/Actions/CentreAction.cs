using Noether.LieAlgebras.Closing;
using Noether.Numerics;

namespace Noether.LieAlgebras.Actions;

/// <summary>The centre of a reductive algebra: the part that turns planes, and the rest, which scales, boosts or shears.</summary>
/// <param name="Turns">Orthonormal basis of the part that leaves a positive form invariant: u(1) each.</param>
/// <param name="Others">Orthonormal basis of a complement: R each.</param>
internal sealed record CentreAction(ImmutableArray<Matrix> Turns, ImmutableArray<Matrix> Others)
{
    /// <summary>A rate of growth counts when it exceeds its noise this many times.</summary>
    private const double NoiseLengths = 3;

    /// <summary>Takes the centre apart; null when its elements cannot be told apart, as when some of them are not diagonalisable and others are.</summary>
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

        if (HighestWeights.Of(ideals, centre, span.Size, reading.Seed) is not { } weights)
        {
            return null;
        }

        var rates = Matrix.Generate(weights.Length, centre.Length, (j, k) => weights[j].Characters[k].Real);
        var spectrum = SymmetricEigen.Of(rates.Transposed * rates);
        var threshold = NoiseLengths * span.TypicalNoise * (Math.Sqrt(rates.Rows) + Math.Sqrt(rates.Columns));
        var basis = Orthonormal.Combined(centre, spectrum.Vectors);
        var turning = spectrum.Values.Count(value => value <= threshold * threshold);
        var (turns, others) = (basis[..turning], basis[turning..]);
        return turning == 0 || IsTurning(turns, span, reading) ? new(turns, others) : null;
    }

    private static bool IsTurning(ImmutableArray<Matrix> matrices, GeneratorSpan span, Reading reading) =>
        InvariantForm.Find(new GeneratorSpan(matrices, [.. matrices.Select(_ => span.TypicalNoise)])) is { } form && (form.IsCertain || reading.DoubtIsCompact);
}
