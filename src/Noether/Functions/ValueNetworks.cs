using Noether.Data;
using Noether.Learning;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Functions;

/// <summary>
/// Values by networks, one a part, with one linear output per function, Eq. (Y10): for what neither polynomials nor local fits have
/// learned, and only where networks predict held-out samples better than these.
/// </summary>
/// <param name="Samples">The samples and their values.</param>
/// <param name="First">How well the first way to learn them did.</param>
internal sealed record ValueNetworks(ValueSamples Samples, FunctionFit First) : IFunctionLearner
{
    private const int Parts = 4;

    /// <summary>Fewer samples teach four networks nothing that local fits would not learn as well.</summary>
    public const int LeastSamples = 1000;

    private static readonly ValueLearnerOptions Limits = new();

    // Structure is looked for as far as its sums cost less than a second.
    private const int MostMonomials = 500;

    // In five dimensions and more, local fits smear what networks were asked to learn, and would break symmetries that are there.
    private const int MostFinerDimensions = 4;

    /// <inheritdoc/>
    public PointCloud Points => Samples.Points;

    /// <inheritdoc/>
    public IFunctionLearner Select(int[] samples) => this with { Samples = Samples.Of(samples) };

    /// <inheritdoc/>
    public LearnedFunction Learn(CoordinateFrame frame, Seed seed, Execution execution)
    {
        var z = frame.Apply(Points);
        var targets = ValueTrials.SideBySide([.. Samples.Values.Select(head => ValueTransform.Columns(head.AsSpan()).Select([0]))]);
        var run = First.IsOrdered ? ValueSamples.Run(Points.Count) : 1;
        var parts = SampleParts.Assign(z, Parts, run, seed.For("parts"));
        var functions = Train(z, targets, parts, seed.For("networks"), execution);
        var unexplained = Unexplained(z, targets, parts, functions, execution);
        var obstacle = Obstacle(unexplained);
        var misfit = SharedMisfit.Measure(z, targets, parts, functions, execution);
        var hidden = obstacle is null ? Hidden(z, targets, parts, functions, execution) : null;
        var learned = LearnedFunction.Of(functions, z, new()
        {
            Method = $"{Parts} networks",
            Unexplained = Math.Min(1, unexplained),
            Misfit = misfit.Share,
            MisfitError = misfit.Error,
            MissedSlope = misfit.Slope,
            MissedSlopeError = misfit.SlopeError,
            Hidden = Math.Min(1, Math.Min(unexplained, hidden?.Upper ?? 1)),
            HiddenError = hidden?.Error ?? 0,
            Resolution = misfit.Distance,
            IsOrdered = misfit.IsOrdered,
            Obstacle = obstacle,
        }) with
        {
            Variance = targets.Count, // of standardised targets
        };
        return learned with { Finer = Finer(z, targets, parts, learned) };
    }

    private string? Obstacle(double unexplained) =>
        unexplained > Limits.WorstUnexplained ? ValueLearner.NotPredicted(unexplained)
        : unexplained > Limits.Gain * First.Unexplained
            ? $"Networks leave {unexplained:P1} unexplained, {First.Method} {First.Unexplained:P1}."
        : null;

    private static ImmutableArray<IFunction> Train(PointCloud z, Targets targets, SampleParts parts, Seed seed, Execution execution)
    {
        var functions = new IFunction[parts.Count];
        execution.ForEachBlock(parts.Count, part =>
        {
            var rows = parts.Rows(part);
            float[] values = [.. rows.SelectMany(row => targets.Row(row).ToArray()).Select(value => (float)value)];
            var network = Regression.Train(
                z.Select(rows).ToSingle(), new(rows.Length, targets.Count, values), new(), seed.For(part), execution.Cancellation);
            functions[part] = new NetworkFunction(network);
        });
        return [.. functions];
    }

    /// <summary>The share of the variance of a part's samples that the network of another part misses.</summary>
    private static double Unexplained(
        PointCloud z, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        var (missed, all) = (0.0, 0.0);
        for (var part = 0; part < parts.Count; part++)
        {
            var rows = parts.Rows((part + 1) % parts.Count);
            missed += SharedMisfit.Misses(z, targets, [functions[part]], rows, execution)[0].Sum(miss => miss * miss);
            all += rows.Sum(row => targets.Row(row).ToArray().Sum(value => value * value));
        }

        return missed / all;
    }

    // A network has no degree: it may have missed structure of any, so that all degrees are looked for, from the first on.
    private static HigherStructure? Hidden(
        PointCloud z, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        var highest = ValueLearner.HighestCheck;
        while (highest > 2 && PolynomialBasis.CountOf(z.Dimension, highest) > MostMonomials)
        {
            highest--;
        }

        return HigherStructure.Measure(z, targets, parts, functions, 0, highest, execution);
    }

    // Networks are smooth alike; fits to few neighbours are not, as long as neighbours are near.
    private static LearnedFunction? Finer(PointCloud z, Targets targets, SampleParts parts, LearnedFunction learned)
    {
        var neighbours = (int)Math.Ceiling(Limits.Neighbours[0] * PolynomialBasis.CountOf(z.Dimension, 2));
        if (z.Dimension > MostFinerDimensions || neighbours > z.Count / parts.Count)
        {
            return null;
        }

        var fits = Enumerable.Range(0, parts.Count).Select(part => parts.Rows(part))
            .Select(IFunction (rows) => new LocalQuadratic(z.Select(rows), ValueTrials.Of(targets, rows), neighbours));
        return LearnedFunction.Of([.. fits], z, learned.Fit) with { Variance = learned.Variance };
    }
}
