using MathNet.Numerics.Distributions;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>The asymmetry of a span of fields.</summary>
/// <param name="Asymmetry">Of the worst combination, Eq. (Y1).</param>
/// <param name="Scaled">The second quantity of Rule (R1), of the worst combination; null where the function has no variance to compare with.</param>
/// <param name="Square">The estimate of the square of the asymmetry, which may be negative.</param>
/// <param name="Margin">What is added to it and taken from it for the bounds.</param>
internal sealed record SpanAsymmetry(Asymmetry Asymmetry, Asymmetry? Scaled, double Square, double Margin)
{
    /// <summary>The upper bound that counts: of both quantities the larger.</summary>
    public double Upper => Math.Max(Asymmetry.Upper, Scaled?.Upper ?? 0);

    /// <summary>Whether both quantities are within a tolerance; what all parts miss may add to the second.</summary>
    public bool IsWithin(double tolerance, double misfit) =>
        Asymmetry.Upper <= tolerance && (Scaled is null || Scaled.Upper * Scaled.Upper <= (tolerance * tolerance) + misfit);
}

/// <summary>The asymmetry of spans of fields with its interval: delete-a-group jackknife over cells of places and over parts, Rule (R5).</summary>
internal static class SpanJackknife
{
    /// <summary>Judges every prefix.</summary>
    /// <param name="halves">The moments of both halves, each on the fields that the other chose.</param>
    /// <param name="options">Confidence.</param>
    /// <param name="spaces">How many spaces share the error rate.</param>
    /// <param name="coverage">Handed on.</param>
    public static ImmutableArray<SpanAsymmetry> Judge(FieldMoments[] halves, SymmetryTestOptions options, int spaces, double coverage)
    {
        var prefixes = ImmutableArray.CreateBuilder<SpanAsymmetry>();
        var t = StudentT.InvCDF(0, 1, halves[0].S.Length - 1, 1 - ((1 - options.Confidence) / spaces));
        for (var p = 1; p <= halves.Min(half => half.Count); p++)
        {
            if (Judge(halves, p) is not { } found)
            {
                break;
            }

            var scaled = Scaled(halves, p);
            prefixes.Add(new(
                Asymmetry.OfSquare(found.Square, t * found.Error, options.Confidence, coverage),
                scaled is { } second ? Asymmetry.OfSquare(second.Square, t * second.Error, options.Confidence, coverage) : null,
                found.Square,
                t * found.Error));
        }

        return prefixes.ToImmutable();
    }

    private static (double Square, double Error)? Judge(FieldMoments[] halves, int p)
    {
        var totals = halves.Select(half => (S: Total(half.S), M: Total(half.M))).ToArray();
        if (Mean(totals.Select(total => Largest(total.S, total.M, halves[0].Count, p))) is not { } square)
        {
            return null;
        }

        var cells = halves[0].S.Length;
        var withoutCell = Enumerable.Range(0, cells)
            .Select(cell => Mean(halves.Select((half, h) => Largest(Without(totals[h].S, half.S[cell]), Without(totals[h].M, half.M[cell]), half.Count, p))))
            .ToArray();
        if (withoutCell.Any(value => value is null))
        {
            return null;
        }

        var variance = JackknifeVariance([.. withoutCell.Select(value => value!.Value)]);
        for (var h = 0; h < halves.Length; h++)
        {
            var deleted = halves[h].WithoutPart.Select(sums => Largest(sums.S, sums.M, halves[h].Count, p)).ToArray();
            if (deleted.Any(value => value is null))
            {
                return null;
            }

            // Each half makes up a part of the mean.
            variance += deleted.Length == 0 ? 0 : JackknifeVariance([.. deleted.Select(value => value!.Value)]) / (halves.Length * halves.Length);
        }

        return (square, Math.Sqrt(variance));
    }

    private static (double Square, double Error)? Scaled(FieldMoments[] halves, int p)
    {
        if (halves[0].Scaled.Length == 0)
        {
            return null;
        }

        var plain = halves.Select(half => half with { S = [.. half.Scaled.Select(sums => sums.S)], M = [.. half.Scaled.Select(sums => sums.M)], Scaled = [], WithoutPart = [] }).ToArray();
        return Judge(plain, p);
    }

    private static double JackknifeVariance(double[] values)
    {
        var mean = values.Average();
        return (values.Length - 1.0) / values.Length * values.Sum(value => (value - mean) * (value - mean));
    }

    private static double? Mean(IEnumerable<double?> values)
    {
        var all = values.ToArray();
        return all.All(value => value is not null) ? all.Average(value => value!.Value) : null;
    }

    private static double? Largest(double[] s, double[] m, int stride, int p) =>
        GeneralisedEigen.Largest(Matrix.Generate(p, p, (i, j) => s[(i * stride) + j]), Matrix.Generate(p, p, (i, j) => m[(i * stride) + j]));

    private static double[] Total(double[][] cells)
    {
        var total = new double[cells[0].Length];
        foreach (var cell in cells)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(total, cell, total);
        }

        return total;
    }

    private static double[] Without(double[] total, double[] cell)
    {
        var rest = new double[total.Length];
        System.Numerics.Tensors.TensorPrimitives.Subtract(total, cell, rest);
        return rest;
    }
}
