using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>What the commutators of a span add to it.</summary>
internal static class SpanExtension
{
    /// <summary>A direction counts when it is longer than this many times what noise makes of commutators.</summary>
    private const double NoiseLengths = 3;

    /// <summary>The directions outside the span that its commutators reach by more than noise, the strongest first, with the noise of each.</summary>
    public static ImmutableArray<(Matrix Direction, double Noise)> Outside(GeneratorSpan span)
    {
        var map = new ClosureMap(span);
        var (size, entries) = (span.Size, span.Size * span.Size);
        if (map.Residual.Length == 0)
        {
            return [];
        }

        var brackets = Matrix.FromEntries(map.Residual.Length / entries, entries, map.Residual);
        var noise = Math.Sqrt(2) * span.NoiseNorm; // of a commutator: [A, N] + [M, B]
        var directions = ImmutableArray.CreateBuilder<(Matrix, double)>();
        foreach (var (direction, length) in Leading(brackets, NoiseLengths * noise))
        {
            directions.Add((Matrix.FromEntries(size, size, direction), noise / (size * length)));
        }

        return directions.ToImmutable();
    }

    /// <summary>The right singular vectors with singular values above a length, the largest first: from the smaller of the two Gram matrices.</summary>
    private static IEnumerable<(double[] Direction, double Length)> Leading(Matrix rows, double length)
    {
        var (transposed, isWide) = (rows.Transposed, rows.Rows < rows.Columns);
        var spectrum = SymmetricEigen.Of(isWide ? rows * transposed : transposed * rows);
        for (var k = spectrum.Values.Length - 1; k >= 0 && spectrum.Values[k] > Square(length); k--)
        {
            var (vector, singular) = (spectrum.Vectors.Row(k).ToArray(), Math.Sqrt(spectrum.Values[k]));
            yield return (isWide ? Image(transposed, vector, 1 / singular) : vector, singular);
        }
    }

    private static double[] Image(Matrix matrix, double[] vector, double factor)
    {
        var image = new double[matrix.Rows];
        matrix.Apply(vector, image);
        return [.. image.Select(entry => factor * entry)];
    }

    /// <summary>The span with those directions that are symmetries of the data; null when there is none.</summary>
    public static GeneratorSpan? Accepted(GeneratorSpan span, Func<Matrix, bool> isSymmetry) => With(span, [.. Outside(span).Where(outside => isSymmetry(outside.Direction))]);

    /// <summary>The smallest span that holds this one and all commutators, up to noise; null where it grows too large.</summary>
    /// <param name="span">Where to begin.</param>
    /// <param name="fits">Whether a span is small enough.</param>
    public static GeneratorSpan? Generated(GeneratorSpan span, Predicate<GeneratorSpan> fits)
    {
        while (With(span, Outside(span)) is { } larger)
        {
            if (!fits(larger))
            {
                return null;
            }

            span = larger;
        }

        return span;
    }

    private static GeneratorSpan? With(GeneratorSpan span, ImmutableArray<(Matrix Direction, double Noise)> directions) => directions.IsEmpty
        ? null
        : new(Orthonormal.Nearest([.. span.Basis, .. directions.Select(outside => outside.Direction)]), [.. span.Noise, .. directions.Select(outside => outside.Noise)]);

    private static double Square(double x) => x * x;
}
