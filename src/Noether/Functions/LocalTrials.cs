using System.Numerics.Tensors;
using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Local quadratic fits with few to many neighbours, against the best polynomials: on few held-out samples first, and on all of them
/// where they may win. Neighbours are searched for once, for the fit that needs most.
/// </summary>
/// <param name="points">The samples. Shape [N, n].</param>
/// <param name="parts">Which samples each part learns from.</param>
/// <param name="heldOut">The samples that judge.</param>
/// <param name="options">What is tried.</param>
/// <param name="execution">Threads and cancellation.</param>
internal sealed class LocalTrials(PointCloud points, SampleParts parts, int[] heldOut, ValueLearnerOptions options, Execution execution)
{
    /// <summary>The fits of some function of the values, those with fewest neighbours first.</summary>
    /// <param name="target">What is learned. Shape [N, heads].</param>
    /// <param name="rival">The best polynomials.</param>
    /// <param name="most">How many fits are wanted at most.</param>
    public IEnumerable<ValueTrial> Of(Targets target, ValueTrial rival, int most)
    {
        var monomials = PolynomialBasis.CountOf(points.Dimension, 2);
        int[] sizes =
        [
            .. options.Neighbours.Select(factor => (int)Math.Ceiling(factor * monomials)).Where(count => count <= points.Count / parts.Count)
                .Take(most),
        ];
        if (sizes.Length == 0)
        {
            return [];
        }

        var fits = Enumerable.Range(0, parts.Count).Select(part => Local(target, parts.Rows(part), sizes[^1])).ToArray();
        var shares = Shares(fits, target, sizes, rival);
        return sizes.Select((size, i) => new ValueTrial(
            $"local quadratic fits to {size} neighbours", shares[i], target, parts, () => [.. fits.Select(fit => fit.WithNeighbours(size))], IsLocal: true));
    }

    // Of the variance of held-out samples; of some of them where these leave no doubt. Shape [sizes].
    private double[] Shares(LocalQuadratic[] fits, Targets target, int[] sizes, ValueTrial rival)
    {
        // Drawn and not evenly spread, which would take whole rows or columns of a grid.
        int[] some = [.. new Seed(0).Stream().Choose(heldOut.Length, options.FirstHeldOut).Select(i => heldOut[i])];
        var (missed, variances) = (Missed(fits, target, sizes, some), Squares(target, some));
        var ofRival = rival.Target == target ? Missed(rival, target, some) : [.. variances.Select(square => rival.Unexplained * square)];
        int[] open = [.. Enumerable.Range(0, sizes.Length).Where(size => !IsHopeless(missed[size], ofRival))];
        int[] others = open.Length == 0 ? [] : [.. heldOut.Except(some)];
        var rest = Missed(fits, target, [.. open.Select(size => sizes[size])], others);
        var total = variances.Sum() + Squares(target, others).Sum();
        return
        [
            .. sizes.Select((_, size) => Array.IndexOf(open, size) is >= 0 and var at
                ? (missed[size].Sum() + rest[at].Sum()) / total
                : missed[size].Sum() / variances.Sum()),
        ];
    }

    // Sample by sample: where both learn the same function, its noise is common to both.
    private bool IsHopeless(double[] missed, double[] ofRival)
    {
        double[] excess = [.. missed.Zip(ofRival, (mine, other) => mine - (options.Gain * other))];
        return excess.Sum() > options.HopelessErrors * Math.Sqrt(excess.Sum(each => each * each));
    }

    // Squares of what the next part's fits miss. Shape [sizes][rows].
    private double[][] Missed(LocalQuadratic[] fits, Targets target, int[] sizes, int[] rows)
    {
        var missed = sizes.Select(_ => new double[rows.Length]).ToArray();
        foreach (var (places, fit) in NextPart(rows, parts).Zip(fits))
        {
            var predicted = fit.ValuesAt(points.Select([.. places.Select(i => rows[i])]), sizes, execution);
            for (var size = 0; size < sizes.Length; size++)
            {
                Fill(missed[size], places, target, rows, predicted[size]);
            }
        }

        return missed;
    }

    private double[] Missed(ValueTrial rival, Targets target, int[] rows)
    {
        var missed = new double[rows.Length];
        foreach (var (places, fit) in NextPart(rows, rival.Parts).Zip(rival.Fit()))
        {
            Fill(missed, places, target, rows, fit.ValuesAt(points.Select([.. places.Select(i => rows[i])]), execution));
        }

        return missed;
    }

    /// <summary>For each part, the places among some samples that it judges: those of the part before it.</summary>
    public static IEnumerable<int[]> NextPart(int[] rows, SampleParts parts) => Enumerable.Range(0, parts.Count)
        .Select(part => Enumerable.Range(0, rows.Length).Where(i => (parts.Of[rows[i]] + 1) % parts.Count == part).ToArray());

    private static void Fill(double[] missed, int[] places, Targets target, int[] rows, double[] predicted)
    {
        for (var i = 0; i < places.Length; i++)
        {
            missed[places[i]] = Square(target.Row(rows[places[i]]), predicted.AsSpan(i * target.Count, target.Count));
        }
    }

    private static double Square(ReadOnlySpan<double> wanted, ReadOnlySpan<double> predicted)
    {
        var distance = TensorPrimitives.Distance(wanted, predicted);
        return distance * distance;
    }

    private static double[] Squares(Targets target, int[] rows) => [.. rows.Select(row => TensorPrimitives.SumOfSquares(target.Row(row)))];

    private LocalQuadratic Local(Targets target, int[] rows, int neighbours) => new(points.Select(rows), ValueTrials.Of(target, rows), neighbours);
}
