using MathNet.Numerics.Distributions;
using Noether.Numerics;

namespace Noether.Verification;

/// <summary>The asymmetry of a span of fields.</summary>
/// <param name="Asymmetry">Of the worst combination, Eq. (Y1).</param>
/// <param name="Scaled">The second quantity of Rule (R1), of the worst combination; null where the function has no variance to compare
/// with.</param>
/// <param name="Square">The estimate of the square of the asymmetry, which may be negative.</param>
/// <param name="Margin">What is added to it and taken from it for the bounds.</param>
internal sealed record SpanAsymmetry(Asymmetry Asymmetry, Asymmetry? Scaled, double Square, double Margin)
{
    /// <summary>The upper bound that counts: of both quantities the larger.</summary>
    public double Upper => Math.Max(Asymmetry.Upper, Scaled?.Upper ?? 0);

    /// <summary>How many times as many samples bring both bounds to a tolerance: margins on the square fall as 1 / N.</summary>
    public double Shortfall(double tolerance)
    {
        var ofScaled = Scaled is { } scaled ? (scaled.Upper * scaled.Upper) - (scaled.Value * scaled.Value) : 0;
        return Math.Max(Margin, ofScaled) / Math.Max(Math.Abs((tolerance * tolerance) - Math.Max(0, Square)), double.Epsilon);
    }

    /// <summary>The same with a second margin that is independent of the first.</summary>
    public SpanAsymmetry Widened(double margin)
    {
        var whole = Math.Sqrt((Margin * Margin) + (margin * margin));
        return this with { Margin = whole, Asymmetry = Asymmetry.OfSquare(Square, whole, Asymmetry.Confidence, Asymmetry.Coverage) };
    }

    /// <summary>Whether both quantities are within a tolerance; what all parts miss may add to the second.</summary>
    public bool IsWithin(double tolerance, double misfit) =>
        Asymmetry.Upper <= tolerance && (Scaled is null || Scaled.Upper * Scaled.Upper <= (tolerance * tolerance) + misfit);
}

/// <summary>
/// The asymmetry of spans of fields with its interval: delete-a-group jackknife over cells of places and over parts, Rule (R5).
/// </summary>
internal static class SpanJackknife
{
    /// <summary>Judges every prefix.</summary>
    /// <param name="halves">The moments of both halves, each on the fields that the other chose.</param>
    /// <param name="leastFreedom">Degrees of freedom of an error that no part could be left out of.</param>
    /// <param name="level">How sure each bound is, with the spaces that share the error rate.</param>
    /// <param name="confidence">Of the bounds that it gives; handed on.</param>
    /// <param name="coverage">Handed on.</param>
    public static ImmutableArray<SpanAsymmetry> Judge(FieldMoments[] halves, int leastFreedom, double level, double confidence, double coverage)
    {
        var prefixes = ImmutableArray.CreateBuilder<SpanAsymmetry>();
        for (var p = 1; p <= halves.Min(half => half.Count); p++)
        {
            if (Judge(halves, p, leastFreedom) is not { } found)
            {
                break;
            }

            var scaled = Scaled(halves, p, leastFreedom);
            prefixes.Add(new(
                Asymmetry.OfSquare(found.Square, found.Margin(level), confidence, coverage),
                scaled is { } second ? Asymmetry.OfSquare(second.Square, second.Margin(level), confidence, coverage) : null,
                found.Square,
                found.Margin(level)));
        }

        return prefixes.ToImmutable();
    }

    private static Estimate? Judge(FieldMoments[] halves, int p, int leastFreedom)
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

        var (amongCells, amongParts, freedom) = (JackknifeVariance([.. withoutCell.Select(value => value!.Value)]), 0.0, 0);
        for (var h = 0; h < halves.Length; h++)
        {
            var deleted = halves[h].WithoutPart.Select(sums => Largest(sums.S, sums.M, halves[h].Count, p)).ToArray();
            if (deleted.Any(value => value is null))
            {
                return null;
            }

            // Each half makes up a part of the mean.
            amongParts += deleted.Length == 0 ? 0 : JackknifeVariance([.. deleted.Select(value => value!.Value)]) / (halves.Length * halves.Length);
            freedom += Math.Max(0, deleted.Length - 1);
        }

        return new(square, amongCells, cells - 1, amongParts, freedom > 0 ? freedom : leastFreedom);
    }

    private static Estimate? Scaled(FieldMoments[] halves, int p, int leastFreedom)
    {
        if (halves[0].Scaled.Length == 0)
        {
            return null;
        }

        var plain = halves.Select(half => half with { S = [.. half.Scaled.Select(sums => sums.S)], M = [.. half.Scaled.Select(sums => sums.M)], Scaled = [], WithoutPart = [] }).ToArray();
        return Judge(plain, p, leastFreedom);
    }

    /// <summary>The variance of an estimate, from its values without each group.</summary>
    internal static double JackknifeVariance(double[] values)
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

    /// <summary>The square of an asymmetry with the variances of its estimate.</summary>
    /// <param name="Square">The estimate.</param>
    /// <param name="AmongCells">Its variance by leaving out cells, without what all cells share.</param>
    /// <param name="Cells">The degrees of freedom of that.</param>
    /// <param name="AmongParts">Its variance by leaving out parts; 0 where none can be left out.</param>
    /// <param name="Parts">The degrees of freedom of that.</param>
    private readonly record struct Estimate(double Square, double AmongCells, int Cells, double AmongParts, int Parts)
    {
        /// <summary>
        /// The margin of a one-sided bound: Student's t with the degrees of freedom of both variances by Satterthwaite's rule, Rule (R13).
        /// </summary>
        public double Margin(double level)
        {
            var variance = AmongCells + AmongParts;
            var freedom = AmongParts > 0
                ? variance * variance / ((AmongCells * AmongCells / Cells) + (AmongParts * AmongParts / Parts))
                : Math.Min(Cells, Parts);
            return StudentT.InvCDF(0, 1, freedom, level) * Math.Sqrt(variance);
        }
    }
}
