using System.Numerics.Tensors;
using Noether.Data;
using Noether.Functions;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>Judges a named group by what is learned of samples: its generators by Eq. (Y1), its elements by Eq. (Y2).</summary>
internal static class SampleGroupTest
{
    private const int WorstSamples = 5;

    // A motion that leaves the coordinates in which the samples extend by more than this share cannot be judged.
    private const double LargestLeaving = 1e-3;

    private static readonly SymmetryFinderOptions Limits = new();

    /// <summary>Learns the function and judges; where that does not decide, another way to learn it is asked.</summary>
    public static GroupTest Run(IFunctionLearner learner, SymmetryGroup group, SymmetryTestOptions options, Seed seed, Execution execution)
    {
        var drawn = SymmetryFinder.Drawn(learner, Limits.MostSamples, seed.For("samples"));
        var first = group.Generators.IsEmpty ? drawn.Anywhere : drawn;
        var found = Run(first, group, options, 1, seed, execution);
        if (found is { Verdict: SymmetryVerdict.CannotTell, Fit: { } fit } && first.Alternative(fit) is { } other
            && Run(other, group, options, 2, seed.For("alternative"), execution) is { Verdict: not SymmetryVerdict.CannotTell } decided)
        {
            found = decided;
        }

        return found with { PValue = group.IsCompact ? InvariantDistribution.PValue(learner.Points, group, seed.For("distribution"), execution) : null };
    }

    private static GroupTest Run(IFunctionLearner learner, SymmetryGroup group, SymmetryTestOptions options, int tries, Seed seed, Execution execution)
    {
        execution.Report("symmetry", 0, "learning the function");
        var frame = CoordinateFrame.Whitening(learner.Points, Limits.SmallestExtent);
        if (Leaving(learner.Points, frame, group) is { } leaving)
        {
            return GroupVerdict.Undecided(group, leaving, options);
        }

        var learned = learner.Learn(frame, seed.For("function"), execution);
        if (learned.Fit.Obstacle is { } obstacle && !(learned.Fit.LiesApart && group.Generators.IsEmpty))
        {
            return GroupVerdict.Undecided(group, obstacle, options) with { Fit = learned.Fit };
        }

        execution.Report("symmetry", 0.6, $"judging {group.Name}");
        var questions = tries * (group.Elements.Length + (group.Generators.IsEmpty ? 0 : 1));
        var generators = OfGenerators(learned, frame, learner.Points, group, options, questions, execution);
        var elements = ElementTest.Judge(
            learned.ValuesAt is null && !group.Elements.IsEmpty ? learner.Anywhere.Learn(frame, seed.For("elements"), execution) : learned,
            frame, learner.Points, group, options, questions, againstVariance: false, seed.For("rotations"), execution);
        if (generators is null || elements is null)
        {
            return GroupVerdict.Undecided(group, "The gradients are too uncertain, or too few images of samples lie where samples are.", options) with { Fit = learned.Fit };
        }

        var verdict = GroupVerdict.Of(
            group,
            [.. generators.Together, .. elements.Judged],
            () => learned.Fit.Doubt(options.Tolerance) ?? (generators.AreBrokenInFinerFits() ? "Fits of finer resolution see the group broken." : null),
            options,
            learned.Fit.MisfitAllowance,
            learner.Points.Count);
        return verdict with
        {
            Fit = learned.Fit,
            NeededSamples = verdict.NeededSamples ?? (verdict.Verdict == SymmetryVerdict.CannotTell ? learned.Fit.Needed(learner.Points.Count, options.Tolerance) : null),
            Members = [.. generators.Members, .. elements.Judged.Select(element => new TestedMember(element.Name, false, element.Judged.Asymmetry))],
            Worst = elements.Judged.Concat(generators.Together).MaxBy(member => member.Judged.Square).Name == Together(group) ? generators.Worst : elements.Worst,
        };
    }

    private static string Together(SymmetryGroup group) => group.Generators.Length == 1 ? group.Generators[0].Name : $"the generators of {group.Name} together";

    private static GeneratorJudgement? OfGenerators(
        LearnedFunction learned, CoordinateFrame frame, PointCloud points, SymmetryGroup group, SymmetryTestOptions options, int questions, Execution execution)
    {
        if (group.Generators.IsEmpty)
        {
            return new([], [], [], () => false);
        }

        var fields = Matrix.FromRows([.. group.Generators.Select(generator => frame.FromInput(generator.Matrix).Entries.ToArray())]);
        var test = SymmetryTest.Of(learned, frame.Apply(points), options, execution);
        var each = group.Generators.Select((generator, k) => (generator.Name, Judged: test.Judge(Matrix.FromEntries(1, fields.Columns, fields.Row(k)), questions))).ToArray();
        if (test.Judge(fields, questions) is not { } together || each.Any(member => member.Judged is null))
        {
            return null;
        }

        var worst = each.Select((member, k) => (member.Judged!.Square, k)).Max().k;
        var samples = EvenSpread.Of(points.Count, options.Places);
        return new(
            [(Together(group), together)],
            [.. each.Select(member => new TestedMember(member.Name, true, member.Judged!.Asymmetry))],
            [.. Worst(Contributions(test, fields.Row(worst).ToArray())).Select(place => samples[place])],
            () => new FinerFits(learned, () => frame.Apply(points), options, execution).Break(fields));
    }

    // Why the group cannot be judged in the coordinates in which the samples extend; null where it can.
    private static string? Leaving(PointCloud points, CoordinateFrame frame, SymmetryGroup group)
    {
        if (frame.Rank == points.Dimension)
        {
            return null;
        }

        var places = points.Select(EvenSpread.Of(points.Count, 200).AsSpan());
        foreach (var member in group.Elements.Concat(group.Generators.Select(generator => generator with { Matrix = MatrixExponential.Of(generator.Matrix) })))
        {
            var images = AffineMap.Images(places, member.Matrix).RelativeTo(frame.Centre.AsSpan());
            var back = images.MappedBy(frame.Map).MappedBy(frame.Lift);
            var (off, all) = (TensorPrimitives.Distance(images.Values, back.Values), TensorPrimitives.Norm(images.Values));
            if (off > LargestLeaving * all)
            {
                return $"The samples extend in {frame.Rank} of {points.Dimension} directions, and {member.Name} leads out of these: nothing is known there.";
            }
        }

        return null;
    }

    // What every place adds to the square of a field's asymmetry.
    private static double[] Contributions(SymmetryTest test, double[] field)
    {
        var (places, all, n) = (test.Places, test.All, test.Dimension);
        var (motion, image) = (new double[n], new double[n]);
        var added = new double[places.Count];
        var matrix = Matrix.FromEntries(n, n + 1, field);
        for (var i = 0; i < added.Length; i++)
        {
            matrix.Apply([.. places.Row(i), 1], motion);
            Matrix.FromEntries(n, n, all.Products.AsSpan(i * n * n, n * n)).Apply(motion, image);
            added[i] = all.Weights[i] * TensorPrimitives.Dot<double>(motion, image);
        }

        return added;
    }

    /// <summary>The places that add most, the first most.</summary>
    public static IEnumerable<int> Worst(double[] added) => Enumerable.Range(0, added.Length).OrderByDescending(i => added[i]).ThenBy(i => i).Take(WorstSamples);

    private sealed record GeneratorJudgement(
        ImmutableArray<(string Name, SpanAsymmetry Judged)> Together, ImmutableArray<TestedMember> Members, ImmutableArray<int> Worst, Func<bool> AreBrokenInFinerFits);
}
