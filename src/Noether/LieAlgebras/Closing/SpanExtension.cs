using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>What the commutators of a span add to it.</summary>
internal static class SpanExtension
{
    /// <summary>A direction counts when it is longer than this many times what noise makes of commutators.</summary>
    private const double NoiseLengths = 3;

    /// <summary>
    /// The directions outside the span that its commutators reach by more than noise, the strongest first, and the largest length that is
    /// noise.
    /// </summary>
    public static (ImmutableArray<OutsideDirection> Directions, double LargestLeft) Outside(GeneratorSpan span)
    {
        var map = new ClosureMap(span);
        var (size, entries) = (span.Size, span.Size * span.Size);
        if (map.Residual.Length == 0)
        {
            return ([], 0);
        }

        var brackets = Matrix.FromEntries(map.Residual.Length / entries, entries, map.Residual);
        var noise = CommutatorNoise(span);
        var (leading, largestLeft) = Leading(brackets, LargestNoise(span));
        return ([.. leading.Select(Outward)], largestLeft);

        OutsideDirection Outward((double[] Direction, double Length) found) =>
            new(Matrix.FromEntries(size, size, found.Direction), found.Length, noise / (size * found.Length));
    }

    /// <summary>The largest length outside a span that its noise explains.</summary>
    public static double LargestNoise(GeneratorSpan span) => NoiseLengths * CommutatorNoise(span);

    /// <summary>What noise makes of a commutator: [A, N] + [M, B].</summary>
    private static double CommutatorNoise(GeneratorSpan span) => Math.Sqrt(2) * span.NoiseNorm;

    /// <summary>
    /// The right singular vectors with singular values above a length, the largest first: from the smaller of the two Gram matrices.
    /// Beside them the largest singular value below it.
    /// </summary>
    private static (ImmutableArray<(double[] Direction, double Length)> Leading, double LargestLeft) Leading(Matrix rows, double length)
    {
        var (transposed, isWide) = (rows.Transposed, rows.Rows < rows.Columns);
        var spectrum = SymmetricEigen.Of(isWide ? rows * transposed : transposed * rows);
        var leading = ImmutableArray.CreateBuilder<(double[], double)>();
        var k = spectrum.Values.Length - 1;
        for (; k >= 0 && spectrum.Values[k] > Square(length); k--)
        {
            var (vector, singular) = (spectrum.Vectors.Row(k).ToArray(), Math.Sqrt(spectrum.Values[k]));
            leading.Add((isWide ? Image(transposed, vector, 1 / singular) : vector, singular));
        }

        return (leading.ToImmutable(), k < 0 ? 0 : Math.Sqrt(Math.Max(0, spectrum.Values[k])));
    }

    private static double[] Image(Matrix matrix, double[] vector, double factor)
    {
        var image = new double[matrix.Rows];
        matrix.Apply(vector, image);
        return [.. image.Select(entry => factor * entry)];
    }

    /// <summary>The span with those directions that are symmetries of the data; null when there is none.</summary>
    public static GeneratorSpan? Accepted(GeneratorSpan span, Func<Matrix, bool> isSymmetry)
    {
        ImmutableArray<OutsideDirection> accepted = [.. Outside(span).Directions.Where(outside => isSymmetry(outside.Direction))];
        return accepted.IsEmpty ? null : With(span, accepted);
    }

    /// <summary>The span together with directions outside it.</summary>
    public static GeneratorSpan With(GeneratorSpan span, ImmutableArray<OutsideDirection> directions) =>
        new(
            Orthonormal.Nearest([.. span.Basis, .. directions.Select(outside => outside.Direction)]),
            [.. span.Noise, .. directions.Select(outside => outside.Noise)]);

    private static double Square(double x) => x * x;
}
