using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Learns the normals of sets of points: classes that gaps separate, or orbits. Each set is where polynomials of low degree vanish, Eq.
/// (Y13); what they leave is fitted once more along the set, Rule (R10),
/// so that a set that is no conic does not pass for one.
/// </summary>
internal static class PointSetLearner
{
    // Two choose and two judge.
    private const int LeastParts = 4;

    /// <summary>Learns every set.</summary>
    /// <param name="points">The samples in whitened coordinates, and the set that each belongs to.</param>
    /// <param name="parts">Which samples each part learns from.</param>
    /// <param name="options">Degrees and thresholds.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static LearnedFunction Learn(LabelledPoints points, SampleParts parts, PointSetOptions options, Execution execution)
    {
        ImmutableArray<int[]> members = [.. points.Cells.Members().Select(set => set.ToArray())];
        // Fewer parts where only these have the points that the second fit needs: without it, every set passes for a conic.
        var needed = PolynomialBasis.CountOf(points.Points.Dimension, options.RemainderDegree) * options.RowsForEight;
        parts = parts.Count > LeastParts && members.Min(set => set.Length) < needed * parts.Count ? parts.Halved() : parts;
        var joint = PointSetFit.Find(points.Points, members, parts, options);
        var single = new PointSetFit?[members.Length];
        execution.ForEachBlock(members.Length, set => single[set] = members.Length == 1 ? joint : PointSetFit.Find(points.Points, [members[set]], parts, options));
        var curved = single.OfType<PointSetFit>().Where(fit => fit.IsCurved).ToArray();
        var covered = curved.Sum(fit => fit.Count) / (double)points.Count;
        return joint is not null && joint.Covered >= options.LeastCovered * points.Count && (covered < options.LeastCovered || joint.Thickness <= options.JointLoss * Thickness(curved))
                ? Learned(points, [joint], _ => 0, set => set, parts, options, execution, members.Length == 1 ? "constant on the points" : "constant on each class")
            : covered >= options.LeastCovered
                ? Learned(points, single, set => set, _ => 0, parts, options, execution, "constant on each class by itself")
                : Nothing(points, joint is null && single.All(fit => fit is null)
                    ? $"The points are too few to show a curve or a surface; about {2 * parts.Count * options.RowsPerMonomial * PolynomialBasis.CountOf(points.Points.Dimension, 2):0} would be needed."
                    : $"The points of {(members.Length == 1 ? "the set" : "most classes")} fill the directions in which they extend: no curve or surface is seen in them.");
    }

    private static LearnedFunction Learned(
        LabelledPoints points, PointSetFit?[] fits, Func<int, int> fitOf, Func<int, int> setOf, SampleParts parts, PointSetOptions options, Execution execution, string what)
    {
        var curved = fits.OfType<PointSetFit>().Where(fit => fit.IsCurved).ToArray();
        var count = curved.Max(fit => fit.Vanishing);
        var normals = new SetNormals?[fits.Length];
        execution.ForEachBlock(fits.Length, i => normals[i] = fits[i] is { IsCurved: true } fit ? SetNormals.Of(points.Points, fit, fit.Vanishing, parts, options) : null);
        return new()
        {
            Outputs = count,
            AtSamples = (samples, _) => [.. Enumerable.Range(0, parts.Count).Select(part => Jets(points, samples, count, (sample, set, into) => normals[fitOf(set)]?.At(part, setOf(set), points.Points.Row(sample), into)))],
            LevelsSteepness = false,
            HeldOut = HeldOutLoss.OfSets(points, parts, [.. fits], fitOf, setOf),
            Fit = new()
            {
                Method = $"polynomials of degree {string.Join(" and ", curved.Select(fit => fit.Basis.Degree).Distinct().Order())} that are {what}",
                Unexplained = Math.Min(1, Math.Sqrt(Thickness(curved))),
                Coverage = curved.Sum(fit => fit.Covered) / (double)points.Count,
                Confused = NearestLevel.Confused(points, fits, fitOf, setOf, execution),
            },
        };
    }

    private static LearnedFunction Nothing(LabelledPoints points, string obstacle) => new()
    {
        Outputs = 1,
        LevelsSteepness = false,
        AtSamples = (samples, _) => [Jets(points, samples, 1, (_, _, _) => { })],
        Fit = new() { Method = "implicit polynomials", Unexplained = 1, Obstacle = obstacle },
    };

    private static double Thickness(PointSetFit[] fits) => fits.Sum(fit => fit.Count * fit.Thickness) / fits.Sum(fit => fit.Count);

    private delegate void NormalsAt(int sample, int set, Span<double> into);

    private static FunctionJets Jets(LabelledPoints points, ImmutableArray<int> samples, int outputs, NormalsAt normals)
    {
        var n = points.Points.Dimension;
        var jacobians = new double[samples.Length * outputs * n];
        for (var i = 0; i < samples.Length; i++)
        {
            normals(samples[i], points.Cells.Classes[samples[i]], jacobians.AsSpan(i * outputs * n, outputs * n));
        }

        return new(new double[samples.Length * outputs], jacobians);
    }
}

/// <summary>How point sets are fitted.</summary>
internal sealed record PointSetOptions
{
    /// <summary>The largest degree of a polynomial that vanishes on a set.</summary>
    public int LargestDegree { get; init; } = 4;

    /// <summary>Points per monomial and part that a degree needs.</summary>
    public double RowsPerMonomial { get; init; } = 2;

    /// <summary>Most monomials of a polynomial: the cost grows with the third power.</summary>
    public int MostMonomials { get; init; } = 200;

    /// <summary>
    /// One function for all classes is taken where its level sets are thicker than those of each class by itself by no more than this
    /// factor.
    /// </summary>
    public double JointLoss { get; init; } = 1.5;

    /// <summary>A higher degree is taken where its squared distance is below this share of that of the lower one.</summary>
    public double Gain { get; init; } = 0.6;

    /// <summary>
    /// The squared distance to a set, relative to the variance of its points across, times the degree: 1 for normally distributed
    /// clouds, 0.44 and more for filled cubes, which have no surface.
    /// Above this a set counts as a cloud.
    /// </summary>
    public double LargestThickness { get; init; } = 0.4;

    /// <summary>The same where one polynomial is constant on each of several sets, which no filled region passes for.</summary>
    public double LargestJointThickness { get; init; } = 0.7;

    /// <summary>
    /// Below this, in the measure of <see cref="LargestThickness"/>, a polynomial of degree 2 is plainly constant: on spheres the next
    /// ones after the true one have 0.6. It falls with the third power of the degree.
    /// </summary>
    public double PlainThickness { get; init; } = 0.1;

    /// <summary>Polynomials whose squared distance is within this factor of the smallest one are as constant as it is.</summary>
    public double SameThickness { get; init; } = 1.5;

    /// <summary>Most polynomials that are constant on a set, in units of the number of coordinates.</summary>
    public int MostPerCoordinate { get; init; } = 3;

    /// <summary>The share of the samples that must lie in sets with a surface.</summary>
    public double LeastCovered { get; init; } = 0.6;

    /// <summary>The degree of the second fit along the set, Rule (R10).</summary>
    public int RemainderDegree { get; init; } = 4;

    /// <summary>Points per monomial and part that the second fit needs.</summary>
    public double RowsPerRemainder { get; init; } = 2;

    /// <summary>Points per monomial of the second fit and part from which eight parts are made instead of four.</summary>
    public double RowsForEight { get; init; } = 4;

    /// <summary>Monomials that vary on the set by less than this share of the largest variance tell nothing of it.</summary>
    public double SmallestVariance { get; init; } = 1e-3;
}
