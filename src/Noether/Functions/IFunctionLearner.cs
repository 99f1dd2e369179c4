using Noether.Data;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Functions;

/// <summary>What is known of samples, ready to be learned in any coordinates. To add a kind of knowledge, write one of these.</summary>
internal interface IFunctionLearner
{
    /// <summary>The samples in the coordinates of the input. Shape [N, n].</summary>
    PointCloud Points { get; }

    /// <summary>The coordinates to start with; null for whitened ones.</summary>
    CoordinateFrame? Frame => null;

    /// <summary>Another way to learn the same, to be tried where this one does not decide; null where there is none.</summary>
    /// <param name="fit">How well this one did.</param>
    IFunctionLearner? Alternative(FunctionFit fit) => null;

    /// <summary>The same as a function that can be asked at any place, as finite maps need it; this one unless it knows its samples alone.</summary>
    IFunctionLearner Anywhere => this;

    /// <summary>The same of some of the samples.</summary>
    IFunctionLearner Select(int[] samples);

    /// <summary>Learns it in some coordinates.</summary>
    /// <param name="frame">The coordinates.</param>
    /// <param name="seed">Parts, initial weights.</param>
    /// <param name="execution">Threads and cancellation.</param>
    LearnedFunction Learn(CoordinateFrame frame, Seed seed, Execution execution);
}

/// <summary>Values of one or several functions.</summary>
/// <param name="Points">The samples.</param>
/// <param name="Values">Of each function. Shape [heads][N].</param>
internal sealed record ValueSamples(PointCloud Points, ImmutableArray<ImmutableArray<double>> Values) : IFunctionLearner
{
    private const int Parts = 8;

    // Rows whose noise is related to that of rows near them stay together, in some twenty runs a part.
    private const int RunsPerPart = 20;

    /// <inheritdoc/>
    public IFunctionLearner? Alternative(FunctionFit fit) =>
        fit.MissesStructure && Points.Count >= ValueNetworks.LeastSamples ? new ValueNetworks(this, fit) : null;

    /// <inheritdoc/>
    public IFunctionLearner Select(int[] samples) => Of(samples);

    /// <inheritdoc/>
    public LearnedFunction Learn(CoordinateFrame frame, Seed seed, Execution execution)
    {
        var (z, leftOut) = (frame.Apply(Points), LeftOutStructure.Coordinates(Points, frame, execution));
        var learned = InRuns(1);
        return learned.Fit.IsOrdered ? InRuns(Run(Points.Count)) : learned;

        LearnedFunction InRuns(int run) =>
            ValueLearner.Learn(z, Values, SampleParts.Assign(z, Parts, run, seed.For("parts")), new(), execution, leftOut);
    }

    /// <summary>The same of some of the samples.</summary>
    internal ValueSamples Of(int[] samples) =>
        new(Points.Select(samples), [.. Values.Select(row => samples.Select(sample => row[sample]).ToImmutableArray())]);

    /// <summary>How many successive rows stay together where their noise is related.</summary>
    internal static int Run(int samples) => Math.Max(1, samples / (Parts * RunsPerPart));
}

/// <summary>
/// Classes: sets with a surface where gaps separate them, and otherwise what networks learn of where they meet, Rule (R15).
/// </summary>
/// <param name="Samples">The samples and their classes.</param>
/// <param name="BySets">Whether sets with a surface are tried.</param>
internal sealed record ClassSamples(LabelledPoints Samples, bool BySets = true) : IFunctionLearner
{
    private const int Parts = 4;

    private const double MostConfused = 0.5;

    // Classes touch where more samples than these are nearer to the surface of another class than to that of their own.
    private const double MostTouching = 0.01;

    /// <inheritdoc/>
    public IFunctionLearner Anywhere => this with { BySets = false };

    /// <inheritdoc/>
    public IFunctionLearner Select(int[] samples) => this with { Samples = Samples.Select(samples) };

    /// <inheritdoc/>
    public PointCloud Points => Samples.Points;

    /// <inheritdoc/>
    public LearnedFunction Learn(CoordinateFrame frame, Seed seed, Execution execution)
    {
        // Surfaces that do not tell the classes apart are those of the sampled region, and say nothing of the classes.
        var sets = BySets && new PointSets(Samples).Learn(frame, seed, execution) is { Fit.Obstacle: null } found && found.Fit.Confused <= MostConfused * Chance(Samples) ? found : null;
        if (sets is not null && sets.Fit.Confused <= MostTouching)
        {
            return sets;
        }

        // Classes that touch fill the region between their boundaries: the surface in the middle of one is bent where the samples end,
        // in all parts alike. Networks judge the boundaries, unless there are gaps.
        var z = new LabelledPoints(frame.Apply(Points), Samples.Heads);
        var networks = ClassLearner.Learn(z, SampleParts.Assign(z.Points, Parts, 1, seed.For("parts")), new(), seed.For("networks"), execution);
        return sets is not null && networks.Fit.LiesApart ? sets : networks;
    }

    // The error rate of naming the most frequent class.
    private static double Chance(LabelledPoints samples) => 1 - (samples.Cells.Members().Max(members => members.Length) / (double)samples.Count);
}

/// <summary>Sets of points without a function: orbits.</summary>
/// <param name="Samples">The points and the set of each.</param>
/// <param name="Dimension">The dimension of the sets, for normals of neighbourhoods where no polynomial will do; null where it is not
/// known.</param>
internal sealed record PointSets(LabelledPoints Samples, int? Dimension = null) : IFunctionLearner
{
    private const int Parts = 8;

    /// <inheritdoc/>
    public IFunctionLearner? Alternative(FunctionFit fit) =>
        (Dimension ?? fit.ThinnerDimension) is { } dimension ? new PointNeighbourhoods(Samples, dimension) : null;

    /// <inheritdoc/>
    public IFunctionLearner Select(int[] samples) => this with { Samples = Samples.Select(samples) };

    /// <inheritdoc/>
    public PointCloud Points => Samples.Points;

    /// <inheritdoc/>
    public LearnedFunction Learn(CoordinateFrame frame, Seed seed, Execution execution)
    {
        var z = new LabelledPoints(frame.Apply(Points), Samples.Heads);
        var parts = SampleParts.Assign(z.Points, Parts, 1, seed.For("parts"));
        var learned = PointSetLearner.Learn(z, parts, new(), execution);
        learned = learned.Fit.Obstacle is null ? learned : PointSetLearner.Learn(z, parts.Halved(), new(), execution);
        if (learned.Fit.Obstacle is not null)
        {
            return learned;
        }

        // A curve on a sphere is no sphere, whatever vanishes on it.
        var surface = frame.Rank - NormalCount.Of(learned, Points.Count, frame.Rank, execution);
        var dimension = Math.Max(Dimension ?? 1, NormalCount.Filled(z));
        var words = $"The points have {dimension} dimension{(dimension == 1 ? "" : "s")}, fewer than the surfaces of low degree that hold them.";
        return dimension < surface ? learned with { Fit = learned.Fit with { Obstacle = words, ThinnerDimension = dimension } } : learned;
    }
}

/// <summary>Sets of points by the normals of their neighbourhoods.</summary>
/// <param name="Samples">The points and the set of each.</param>
/// <param name="Dimension">The dimension of the sets.</param>
internal sealed record PointNeighbourhoods(LabelledPoints Samples, int Dimension) : IFunctionLearner
{
    private const int Parts = 4;

    /// <inheritdoc/>
    public PointCloud Points => Samples.Points;

    /// <inheritdoc/>
    public CoordinateFrame Frame => CoordinateFrame.OneScale(Points);

    /// <inheritdoc/>
    public IFunctionLearner Select(int[] samples) => this with { Samples = Samples.Select(samples) };

    /// <inheritdoc/>
    public LearnedFunction Learn(CoordinateFrame frame, Seed seed, Execution execution)
    {
        var z = new LabelledPoints(frame.Apply(Points), Samples.Heads);
        return LocalNormals.Learn(z, Dimension, SampleParts.Assign(z.Points, Parts, 1, seed.For("parts")));
    }
}
