using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Learns the normals of sets of points: classes that gaps separate, or orbits. Each set is where polynomials of low degree vanish, Eq. (Y13); what they leave is fitted once more along the set, Rule (R10),
/// so that a set that is no conic does not pass for one.
/// </summary>
internal static class PointSetLearner
{
    /// <summary>Learns every set.</summary>
    /// <param name="points">The samples in whitened coordinates, and the set that each belongs to.</param>
    /// <param name="parts">Which samples each part learns from.</param>
    /// <param name="options">Degrees and thresholds.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static LearnedFunction Learn(LabelledPoints points, SampleParts parts, PointSetOptions options, Execution execution)
    {
        var members = points.Cells.Members();
        var candidates = new PointSetFit?[members.Length];
        execution.ForEachBlock(members.Length, c => candidates[c] = PointSetFit.Find(points.Points, members[c], parts, options));
        var curved = candidates.OfType<PointSetFit>().Where(fit => fit.IsCurved).ToArray();
        var covered = curved.Sum(fit => fit.Count) / (double)points.Count;
        if (covered < options.LeastCovered)
        {
            return Nothing(points, $"The points of {(members.Length == 1 ? "the set" : "most classes")} fill the directions in which they extend: no curve or surface is seen in them (thickness {Thickness(candidates):P0} of the extent across).", Thickness(candidates));
        }

        var normals = curved.Min(fit => fit.Vanishing);
        var fits = new SetNormals?[members.Length];
        execution.ForEachBlock(members.Length, c => fits[c] = candidates[c] is { IsCurved: true } fit ? SetNormals.Of(points.Points, fit, Math.Min(normals, fit.Vanishing), parts, options) : null);
        return new()
        {
            Outputs = normals,
            AtSamples = (samples, _) => Jets(points, samples, fits, normals, parts.Count),
            LevelsSteepness = false,
            Fit = new()
            {
                Method = $"polynomials of degree {string.Join(" and ", curved.Select(fit => fit.Degree).Distinct().Order())} that vanish on {(members.Length == 1 ? "the points" : "each class")}",
                Unexplained = Thickness(candidates),
            },
        };
    }

    private static LearnedFunction Nothing(LabelledPoints points, string obstacle, double thickness) => new()
    {
        Outputs = 1,
        AtSamples = (samples, _) => [new(new double[samples.Length], new double[samples.Length * points.Points.Dimension])],
        Fit = new() { Method = "implicit polynomials", Unexplained = thickness, Obstacle = obstacle },
    };

    private static double Thickness(IEnumerable<PointSetFit?> fits)
    {
        var found = fits.OfType<PointSetFit>().ToArray();
        return found.Length == 0 ? 1 : found.Sum(fit => fit.Count * Math.Min(1, Math.Sqrt(fit.Thickness))) / found.Sum(fit => fit.Count);
    }

    private static ImmutableArray<FunctionJets> Jets(LabelledPoints points, ImmutableArray<int> samples, SetNormals?[] fits, int outputs, int parts)
    {
        var n = points.Points.Dimension;
        return [.. Enumerable.Range(0, parts).Select(part =>
        {
            var jacobians = new double[samples.Length * outputs * n];
            for (var i = 0; i < samples.Length; i++)
            {
                fits[points.Cells.Classes[samples[i]]]?.At(part, points.Points.Row(samples[i]), jacobians.AsSpan(i * outputs * n, outputs * n));
            }

            return new FunctionJets(new double[samples.Length * outputs], jacobians);
        })];
    }
}

/// <summary>How point sets are fitted.</summary>
internal sealed record PointSetOptions
{
    /// <summary>The largest degree of a polynomial that vanishes on a set.</summary>
    public int LargestDegree { get; init; } = 4;

    /// <summary>Points per monomial and part that a degree needs.</summary>
    public double RowsPerMonomial { get; init; } = 2;

    /// <summary>A higher degree is taken where its squared distance is below this share of that of the lower one.</summary>
    public double Gain { get; init; } = 0.6;

    /// <summary>
    /// The squared distance to a set, relative to the variance of its points across, times the degree: 1 for normally distributed clouds, which have no surface. Above this a set counts as a cloud.
    /// </summary>
    public double LargestThickness { get; init; } = 0.7;

    /// <summary>Polynomials whose squared distance is within this factor of the smallest one vanish as well as it does.</summary>
    public double SameThickness { get; init; } = 4;

    /// <summary>The share of the samples that must lie in sets with a surface.</summary>
    public double LeastCovered { get; init; } = 0.5;

    /// <summary>The degree of the second fit along the set, Rule (R10).</summary>
    public int RemainderDegree { get; init; } = 4;

    /// <summary>Points per monomial and part that the second fit needs.</summary>
    public double RowsPerRemainder { get; init; } = 4;

    /// <summary>Monomials that vary on the set by less than this share of the largest variance tell nothing of it.</summary>
    public double SmallestVariance { get; init; } = 1e-4;
}
