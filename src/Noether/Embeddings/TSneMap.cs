using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>A map of points into the plane that keeps neighbours together (t-SNE): for looking, never for measuring.</summary>
/// <remarks>Distances and sizes in the map have no meaning; who is near whom has.</remarks>
public sealed class TSneMap
{
    private const int ReportInterval = 50;

    private TSneMap(SingleMatrix points, double divergence, int iterations, bool cancelled, ImmutableArray<Finding> findings)
    {
        Points = points;
        Divergence = divergence;
        Iterations = iterations;
        Cancelled = cancelled;
        Findings = findings;
    }

    /// <summary>The points of the map, with mean 0. Shape [n, 2].</summary>
    public SingleMatrix Points { get; }

    /// <summary>The Kullback-Leibler divergence between the affinities of the points and their similarities in the map, without exaggeration; in nats.</summary>
    public double Divergence { get; }

    /// <summary>Steps done.</summary>
    public int Iterations { get; }

    /// <summary>Whether the run was cancelled before all steps were done; the map is then the one reached.</summary>
    public bool Cancelled { get; }

    /// <summary>TSN001 to TSN003 and TSN005 of docs/findings.md, where they apply.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Makes the map.</summary>
    /// <param name="points">At least one point, finite. Shape [n, d].</param>
    /// <param name="options">How.</param>
    /// <param name="seed">The start is that of principal components but for a little noise from this seed, which parts duplicates.</param>
    /// <param name="execution">Reports progress as "neighbours", "pca" and "tsne"; cancellation returns the map so far, or throws before there is one.</param>
    /// <remarks>
    /// Eq. (N1) to (N3) and (T1) to (T7). The same bits at any thread count. Cost: that of finding 3 * perplexity neighbours, which in more than six dimensions is O(n^2 d) up to
    /// <see cref="TSneOptions.LargestExactNeighbourCount"/> points, and per step O(n * perplexity) plus a grid that grows with the area of the map. Memory O(n * perplexity).
    /// </remarks>
    /// <exception cref="ArgumentException">There is no point, or a coordinate is not finite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled before the steps.</exception>
    public static TSneMap Find(SingleMatrix points, TSneOptions options, Seed seed, Execution execution) =>
        Find(points, FindNeighbours(points, options, execution), options, seed, execution);

    /// <summary>The neighbours that a map is made of; none of a single point.</summary>
    /// <exception cref="ArgumentException">There is no point, or a coordinate is not finite.</exception>
    internal static NearestNeighbours FindNeighbours(SingleMatrix points, TSneOptions options, Execution execution)
    {
        if (points.Rows < 1)
        {
            throw new ArgumentException("A map needs at least one point; got none.", nameof(points));
        }

        points.RequireFinite(nameof(points));
        if (points.Rows == 1)
        {
            return new(1, 0);
        }

        var neighbours = new NeighbourOptions { Count = options.NeighboursOf(points.Rows) };
        return points.Rows > options.LargestExactNeighbourCount && !NearestNeighbours.ByTree(points)
            ? CellSearch.Find(points, neighbours, execution)
            : NearestNeighbours.Find(points, neighbours, execution);
    }

    /// <summary>Makes the map of neighbours that are known: those of <see cref="FindNeighbours"/>, or more of each point, of which the nearest count.</summary>
    internal static TSneMap Find(SingleMatrix points, NearestNeighbours neighbours, TSneOptions options, Seed seed, Execution execution)
    {
        if (points.Rows == 1)
        {
            return new(new SingleMatrix(1, 2, new float[2]), 0, 0, false, []);
        }

        var perplexity = options.PerplexityOf(points.Rows);
        var affinities = Affinities.Find(neighbours, options.NeighboursOf(points.Rows), perplexity, execution);
        var start = MapInitialisation.Positions(points, seed.For("t-SNE start"), execution);
        IRepulsion repulsion = points.Rows <= options.LargestExactCount ? new ExactRepulsion() : new InterpolatedRepulsion();
        var descent = new TSneDescent(affinities, repulsion, start);
        var iterations = Descend(descent, options, execution);
        return new(
            Rounded(descent.Positions),
            descent.Divergence(execution with { Cancellation = default }),
            iterations,
            iterations < options.Iterations,
            TSneFindings.Of(points, options, perplexity, neighbours.Recall, iterations));
    }

    private static int Descend(TSneDescent descent, TSneOptions options, Execution execution)
    {
        // A step is not left half done: cancellation is looked at between steps.
        var whole = execution with { Cancellation = default };
        var n = descent.Positions.Length / 2;
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            if (execution.Cancellation.IsCancellationRequested)
            {
                return iteration;
            }

            if (iteration == options.EarlyIterations)
            {
                descent.Restart();
            }

            var early = iteration < options.EarlyIterations;
            var exaggeration = early ? options.EarlyExaggeration : options.LateExaggeration;
            descent.Step(exaggeration, options.LearningRate ?? (n / exaggeration), early ? options.EarlyMomentum : options.LateMomentum, whole);
            if (execution.Progress is not null && (iteration + 1) % ReportInterval == 0)
            {
                execution.Report("tsne", (iteration + 1.0) / options.Iterations, $"step {iteration + 1}, divergence {descent.Divergence(whole):0.000}");
            }
        }

        return options.Iterations;
    }

    private static SingleMatrix Rounded(double[] positions) => new(positions.Length / 2, 2, [.. positions.Select(x => (float)x)]);
}
