using Noether.Data;
using Noether.Functions;
using Noether.Groups;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Whether samples, or a function, have a symmetry that the user names, and by how much they break it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Verdict">Symmetric: all of it holds within the tolerance. Approximate: something is broken, by at most three tolerances.
/// None: something is broken by more. CannotTell: the samples are too few or too noisy.</param>
/// <param name="Reason">Why, in a sentence with its numbers.</param>
/// <param name="Tolerance">The largest asymmetry of a symmetry.</param>
public sealed record GroupTest(SymmetryGroup Group, SymmetryVerdict Verdict, string Reason, double Tolerance)
{
    // One for each cell of the jackknife.
    private const int FewestSamples = 20;

    /// <summary>The asymmetry of what is broken most: all generators together or one element; null where nothing could be measured.</summary>
    public Asymmetry? Asymmetry { get; init; }

    /// <summary>Every generator and element that could be judged.</summary>
    public ImmutableArray<TestedMember> Members { get; init; } = [];

    /// <summary>How well the function was learned; null where it is known or there is none.</summary>
    public FunctionFit? Fit { get; init; }

    /// <summary>
    /// The p-value of "the points are distributed invariantly under the group", exact for independent points: at most a where the
    /// hypothesis is true in at most a share a of all tables. Null for a group that is not compact, and for a function without samples.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary>
    /// Of a known function: the share of its standard deviation, over places and their images, that the group does not leave as it should;
    /// 0 for an invariant one. Null for samples, and for a group that is not compact.
    /// </summary>
    public double? BrokenShare { get; init; }

    /// <summary>The samples at which the worst member changes most, the first one most; counted from 0.</summary>
    public ImmutableArray<int> Worst { get; init; } = [];

    /// <summary>About how many samples would decide; null where the verdict is sure or nobody knows.</summary>
    public int? NeededSamples { get; init; }

    /// <summary>What a careful reader should know.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Tests a function by its values.</summary>
    /// <param name="points">The samples. Shape [N, n].</param>
    /// <param name="values">The values of the function. Shape [N].</param>
    /// <param name="group">The group, on n coordinates.</param>
    /// <param name="options">Tolerance and confidence; null for the defaults.</param>
    /// <param name="seed">All chance in the test.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="ArgumentException">The group acts on another number of coordinates, or has nothing to be tested.</exception>
    public static GroupTest OfValues(
        PointCloud points, ReadOnlySpan<double> values, SymmetryGroup group, SymmetryTestOptions? options = null, Seed seed = default, Execution? execution = null) =>
        Of(new ValueSamples(points, [[.. values]]), group, options ?? new(), seed, execution ?? Execution.Default);

    /// <summary>Tests what classes depend on; parameters as in <see cref="OfValues"/>.</summary>
    /// <param name="samples">The samples and their classes.</param>
    /// <param name="group">The group, on n coordinates.</param>
    /// <param name="options">Tolerance and confidence; null for the defaults.</param>
    /// <param name="seed">All chance in the test.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    public static GroupTest OfLabels(LabelledPoints samples, SymmetryGroup group, SymmetryTestOptions? options = null, Seed seed = default, Execution? execution = null) =>
        Of(new ClassSamples(samples), group, options ?? new(), seed, execution ?? Execution.Default);

    /// <summary>Tests the distribution of points alone; parameters as in <see cref="OfValues"/>.</summary>
    /// <param name="points">The samples. Shape [N, n].</param>
    /// <param name="group">The group, on n coordinates.</param>
    /// <param name="options">Tolerance and confidence; null for the defaults.</param>
    /// <param name="seed">All chance in the test.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    public static GroupTest OfPoints(PointCloud points, SymmetryGroup group, SymmetryTestOptions? options = null, Seed seed = default, Execution? execution = null)
    {
        Require(points, group);
        return PointGroupTest.Run(points, group, options ?? new(), seed, execution ?? Execution.Default);
    }

    /// <summary>Tests a function that can be asked anywhere, such as a trained network.</summary>
    /// <param name="function">The function.</param>
    /// <param name="points">Where it is asked. Shape [N, n].</param>
    /// <param name="group">The group, on n coordinates.</param>
    /// <param name="outputGroup">
    /// How the outputs should be moved, member by member of <paramref name="group"/>, for equivariance f(g x) = h f(x); null for
    /// invariance.
    /// </param>
    /// <param name="options">Tolerance and confidence; null for the defaults.</param>
    /// <param name="seed">All chance in the test.</param>
    /// <param name="execution">Threads, progress, cancellation; null for the defaults.</param>
    /// <exception cref="ArgumentException">The groups act on other numbers of coordinates, or the second is no image of the first.</exception>
    public static GroupTest OfFunction(
        IFunction function, PointCloud points, SymmetryGroup group, SymmetryGroup? outputGroup = null, SymmetryTestOptions? options = null, Seed seed = default, Execution? execution = null)
    {
        Require(points, group);
        return FunctionGroupTest.Run(function, points, group, outputGroup, options ?? new(), seed, execution ?? Execution.Default);
    }

    /// <summary>The verdict in a sentence.</summary>
    public override string ToString() => $"{Verdict}: {Reason}";

    internal static GroupTest Of(IFunctionLearner learner, SymmetryGroup group, SymmetryTestOptions options, Seed seed, Execution execution)
    {
        Require(learner.Points, group);
        return SampleGroupTest.Run(learner, group, options, seed, execution);
    }

    /// <summary>Why a group cannot be tested on some points, in a sentence; null where it can.</summary>
    internal static string? Objection(PointCloud points, SymmetryGroup group) =>
        group.Dimension != points.Dimension ? $"{group.Name} acts on {group.Dimension} coordinates; the points have {points.Dimension}."
        : group.Generators.IsEmpty && group.Elements.IsEmpty ? $"{group.Name} has only the identity, which everything is symmetric under."
        : points.Count < FewestSamples ? $"A test of a group needs at least {FewestSamples} samples; there are {points.Count}."
        : null;

    private static void Require(PointCloud points, SymmetryGroup group)
    {
        if (Objection(points, group) is { } objection)
        {
            throw new ArgumentException(objection, nameof(points));
        }
    }
}

/// <summary>A generator or an element of a group, judged.</summary>
/// <param name="Name">In words.</param>
/// <param name="IsGenerator">Whether it is infinitesimal.</param>
/// <param name="Asymmetry">Of a generator Eq. (Y1), of an element Eq. (Y2).</param>
/// <param name="Change">Of a known function: the root mean square change of its outputs, in their units; by a generator, per unit of its
/// parameter. Null for samples.</param>
public sealed record TestedMember(string Name, bool IsGenerator, Asymmetry Asymmetry, double? Change = null);
