using Noether.Data;
using Noether.Generators.Frames;
using Noether.Generators.TangentSpaces;
using Noether.Runs;

namespace Noether.Generators.Gradients;

/// <summary>Generators from how classes or values change from place to place: needs no orbits, and no thin ones.</summary>
internal static class GradientEstimate
{
    public const string Name = "gradient";

    // Each half of a neighbourhood must hold a few more points than a trend has coefficients.
    private const int PointsPerCoefficient = 6;

    // Noise of a twentieth of what gradients show leaves directions apart that differ by a tenth.
    private const double WantedNoise = 0.05;

    // A neighbourhood of more than a twentieth of the samples is no longer local.
    private const int FewestNeighbourhoods = 20;

    /// <summary>Points of a neighbourhood whose halves both have a few more than a trend has coefficients.</summary>
    public static int FewestNeighbours(int dimension) => 2 * (dimension + 2);

    public static GeneratorEstimate Of(PointCloud samples, PointCloud targets, LiePcaOptions options, Execution execution)
    {
        if (FieldFrame.Of([samples], options.Fields, options.Whiten) is not { } frame)
        {
            return EmptyEstimate.Of(Name, [samples], [GeneratorFindings.NoExtent([samples])]);
        }

        var smallest = options.Neighbours ?? PointsPerCoefficient * (frame.Units[0].Dimension + 1);
        if (smallest * FewestNeighbourhoods > samples.Count)
        {
            var needed = smallest * FewestNeighbourhoods;
            return EmptyEstimate.Of(Name, frame.Centre, frame.Spanned) with
            {
                Support = GeneratorSupport.CannotTell,
                PointsNeeded = needed,
                Findings = [GeneratorFindings.NoGradients(samples.Count, needed)],
            };
        }

        var d = frame.ToUnit.Rows;
        var basis = LiePcaEstimate.BasisFor(options, d);
        var constraint = new TangencyConstraint(basis, options.Fields, d);
        var form = GradientForm.Of(frame.Units[0], targets, smallest, constraint, options.Slabs, execution);
        var neighbours = smallest;
        while (options.Neighbours is null && NoiseShare(form.Form) > WantedNoise && 2 * neighbours * FewestNeighbourhoods <= samples.Count)
        {
            neighbours *= 2;
            form = GradientForm.Of(frame.Units[0], targets, neighbours, constraint, options.Slabs, execution);
        }

        var solution = LiePcaSolution.Of(LiePcaForms.Of([form]) with { Normals = Math.Min(samples.Count / (double)neighbours, form.Form.Count) }, basis, options, d);
        return options.Count is null && solution.Spectrum.IsOpen(solution.Forms.Random)
            ? LiePcaFailure.Open(frame) with { Method = Name }
            : LiePcaEstimate.Result(frame, solution, options.Fields, []) with { Method = Name, Used = samples.Count, Neighbours = [neighbours] };
    }

    /// <summary>How much of the form on an average direction is noise.</summary>
    private static double NoiseShare(TangencyForm form)
    {
        var size = (int)Math.Sqrt(form.Noise.Length);
        var (noise, all) = (0.0, 0.0);
        for (var i = 0; i < size; i++)
        {
            noise += form.Noise[(i * size) + i];
            all += form.Sums.Sum(sum => sum[(i * size) + i]) / form.Count;
        }

        return noise / Math.Max(all, double.Epsilon);
    }

    /// <summary>One column per class of every head: 1 for the samples of the class, 0 for the others.</summary>
    public static PointCloud Indicators(LabelledPoints samples)
    {
        var columns = samples.Heads.Sum(head => head.ClassCount);
        var values = new double[samples.Count * columns];
        var first = 0;
        foreach (var head in samples.Heads)
        {
            for (var i = 0; i < samples.Count; i++)
            {
                values[(i * columns) + first + head.Classes[i]] = 1;
            }

            first += head.ClassCount;
        }

        return new(samples.Count, columns, values);
    }

    /// <summary>The rank of every value, 0 to 1, equal values at the mean of theirs: what level sets depend on, whatever the scale of the values.</summary>
    public static PointCloud Ranks(ReadOnlySpan<double> values)
    {
        var keys = values.ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        var ranks = new double[keys.Length];
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
            {
                end++;
            }

            foreach (var sample in order.AsSpan(first, end - first))
            {
                ranks[sample] = 0.5 * (first + end - 1) / order.Length;
            }
        }

        return new(ranks.Length, 1, ranks);
    }
}
