namespace Noether.Embeddings;

/// <summary>How a t-SNE map is made. The defaults serve maps of 10^3 to 10^5 points without tuning; larger ones show their clusters apart with a late exaggeration.</summary>
/// <remarks>Steps cost about n; exact neighbours in more than six dimensions compare all pairs, n^2 d, up to <see cref="LargestExactNeighbourCount"/> points. Figures in docs/benchmarks.md.</remarks>
public sealed record TSneOptions
{
    private const int NeighboursPerPerplexity = 3; // beyond three times the perplexity a Gaussian has next to no weight

    /// <summary>The effective number of neighbours of a point, at least 1. Default 30, as is customary; clamped to (n - 1)/3 with finding TSN001.</summary>
    public double Perplexity
    {
        get;
        init => field = AtLeast(1, value, nameof(Perplexity));
    } = 30;

    /// <summary>Steps in all, 0 or more. Default 750: 250 that gather the clusters and 500 that lay them out.</summary>
    public int Iterations
    {
        get;
        init => field = NotNegative(value, nameof(Iterations));
    } = 750;

    /// <summary>How many of the steps come first, with <see cref="EarlyExaggeration"/>. Default 250.</summary>
    public int EarlyIterations
    {
        get;
        init => field = NotNegative(value, nameof(EarlyIterations));
    } = 250;

    /// <summary>What attraction is multiplied by in the early steps, at least 1. Default 12: clusters form before repulsion keeps them apart.</summary>
    public double EarlyExaggeration
    {
        get;
        init => field = AtLeast(1, value, nameof(EarlyExaggeration));
    } = 12;

    /// <summary>What attraction is multiplied by afterwards, at least 1. Default 1: the map minimises the divergence itself; about 4 separates clusters more for 10^5 points and more.</summary>
    public double LateExaggeration
    {
        get;
        init => field = AtLeast(1, value, nameof(LateExaggeration));
    } = 1;

    /// <summary>The length of a step per gradient, above 0; null for n divided by the exaggeration of the phase, which converges for any n.</summary>
    public double? LearningRate
    {
        get;
        init
        {
            if (value is not null && !(value > 0 && double.IsFinite(value.Value)))
            {
                throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "A learning rate is finite and above 0, or null to follow from the number of points.");
            }

            field = value;
        }
    }

    /// <summary>The share of a step that is kept in the next, in the early steps; 0 up to, not including, 1. Default 0.8.</summary>
    public double EarlyMomentum
    {
        get;
        init => field = Share(value, nameof(EarlyMomentum));
    } = 0.8;

    /// <summary>The share of a step that is kept in the next, afterwards; 0 up to, not including, 1. Default 0.8.</summary>
    public double LateMomentum
    {
        get;
        init => field = Share(value, nameof(LateMomentum));
    } = 0.8;

    /// <summary>Up to this many points repulsion is summed over all pairs; beyond, it is interpolated on a grid. Default 1200, where the two cost the same.</summary>
    public int LargestExactCount
    {
        get;
        init => field = NotNegative(value, nameof(LargestExactCount));
    } = 1200;

    /// <summary>Up to this many points, and always in six dimensions or fewer, a map is made of exact neighbours; beyond, where a quarter of the points or fewer hold most of them, of near ones, Eq. (N3), with finding TSN005. Default 100,000.</summary>
    public int LargestExactNeighbourCount
    {
        get;
        init => field = NotNegative(value, nameof(LargestExactNeighbourCount));
    } = 100_000;

    /// <summary>The perplexity of a map of so many points.</summary>
    internal double PerplexityOf(int points) => Math.Clamp(Perplexity, 1, Math.Max(1, (points - 1) / (double)NeighboursPerPerplexity));

    /// <summary>The neighbours of each of so many points that have an affinity to it.</summary>
    internal int NeighboursOf(int points) => Math.Min((int)(NeighboursPerPerplexity * PerplexityOf(points)), points - 1);

    private static int NotNegative(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }

    private static double AtLeast(double least, double value, string name) => value >= least && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is finite and at least {least}.");

    private static double Share(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 0 and less than 1.");
}
