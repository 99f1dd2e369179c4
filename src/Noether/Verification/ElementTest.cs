using Noether.Data;
using Noether.Functions;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>Judges the finite elements of a group by what is learned of samples, Eq. (Y2) with the denominator of Rule (R11).</summary>
internal static class ElementTest
{
    // Local fits cost too much for more places times elements.
    private const int MostPlaces = 1000;

    /// <summary>Judges every element; null where too few images lie where samples are, or the function is known at its samples only.</summary>
    /// <param name="learned">The function.</param>
    /// <param name="frame">Its coordinates.</param>
    /// <param name="points">The samples in coordinates of the input.</param>
    /// <param name="group">The group.</param>
    /// <param name="options">Places and confidence.</param>
    /// <param name="questions">How many share the error rate.</param>
    /// <param name="againstVariance">Whether rotations are symmetries themselves, so that changes are compared with the variance.</param>
    /// <param name="seed">The rotations that it compares with.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static ElementJudgement? Judge(
        LearnedFunction learned, CoordinateFrame frame, PointCloud points, SymmetryGroup group, SymmetryTestOptions options, int questions,
        bool againstVariance, Seed seed, Execution execution)
    {
        if (group.Elements.IsEmpty || learned.ValuesAt is not { } valuesAt)
        {
            return group.Elements.IsEmpty ? new([], []) : null;
        }

        var samples = EvenSpread.Of(points.Count, Math.Min(options.Places, MostPlaces));
        var places = points.Select(samples.AsSpan());
        var isSampled = FiniteMoments.Sampled(frame.Apply(points), execution);
        var moments = new FiniteMoments(places, at => valuesAt(frame.Apply(at), execution), at => isSampled(frame.Apply(at)), SpatialCells.Of(frame.Apply(places), options.Cells));
        var (moving, centre) = group.Moving();
        var rotations = moments.OfRotations(moving, centre, seed);
        var total = 2 * (learned.Variance ?? FiniteMoments.VarianceOf(valuesAt(frame.Apply(places), execution)[0], learned.Outputs));
        if (rotations.IsEmpty)
        {
            return null;
        }

        // Where arbitrary rotations change the function, a symmetry must change it far less; where they do not, nothing can.
        var ofRotations = rotations.Select(rotated => Judge(moments, rotated, [], total, options, questions)).OfType<SpanAsymmetry>().ToArray();
        var denominators = ofRotations.Length > 0 && ofRotations.Average(rotated => rotated.Asymmetry.Lower) > 0 && !againstVariance ? rotations : [];
        var judged = group.Elements.Select(element => (element.Name, Changes: moments.Of(at => AffineMap.Images(at, element.Matrix)))).Select(element => (
            element.Name,
            element.Changes,
            Judged: element.Changes is { } changes && changes.Known >= options.Cells ? Judge(moments, changes, denominators, total, options, questions) : null)).ToArray();
        if (judged.Any(element => element.Judged is null))
        {
            return null;
        }

        var worst = judged.MaxBy(element => element.Judged!.Square).Changes!;
        var all = judged.Select(element => moments.Moments(element.Changes!, denominators, total)).ToArray();
        return new([.. judged.Select(element => (element.Name, element.Judged!))], [.. SampleGroupTest.Worst(worst.Squares([.. Enumerable.Range(0, worst.Parts.Length)])).Select(place => samples[place])])
        {
            Together = Judge(FieldMoments.Sums(all), judged.Average(element => (double)element.Changes!.Known) / samples.Length, options, 1),
        };
    }

    private static SpanAsymmetry? Judge(FiniteMoments moments, FiniteChanges changes, ImmutableArray<FiniteChanges> denominators, double total, SymmetryTestOptions options, int questions) =>
        Judge(moments.Moments(changes, denominators, total), changes.Known / (double)changes.IsKnown.Length, options, questions);

    private static SpanAsymmetry? Judge(FieldMoments[] halves, double known, SymmetryTestOptions options, int questions)
    {
        var level = 1 - ((1 - options.Confidence) / questions);
        return SpanJackknife.Judge(halves, options.Cells - 1, level, options.Confidence, known) is [var judged, ..] ? judged with { Asymmetry = AtMostOne(judged.Asymmetry) } : null;
    }

    // A map that changes more than arbitrary rotations do, such as one that turns the function's sign, is no symmetry at all.
    private static Asymmetry AtMostOne(Asymmetry asymmetry) =>
        asymmetry with { Value = Math.Min(1, asymmetry.Value), Lower = Math.Min(1, asymmetry.Lower), Upper = Math.Min(1, asymmetry.Upper) };
}

/// <summary>The elements, judged.</summary>
/// <param name="Judged">Each by name.</param>
/// <param name="Worst">The samples at which the worst one changes most.</param>
internal sealed record ElementJudgement(ImmutableArray<(string Name, SpanAsymmetry Judged)> Judged, ImmutableArray<int> Worst)
{
    /// <summary>All elements together, the root mean square of theirs; null where there is none.</summary>
    public SpanAsymmetry? Together { get; init; }
}
