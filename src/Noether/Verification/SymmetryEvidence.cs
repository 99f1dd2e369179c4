using Noether.Data;
using Noether.Generators;
using Noether.Generators.Gradients;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Whether generators are a symmetry of the data, with the measurements that say so and their controls.</summary>
public sealed record SymmetryEvidence
{
    // In hundreds of runs five standard errors do not happen by chance, while points near each other make the errors a little too small.
    private const double Deviations = 5;

    // Where neighbours agree on the class less often, distances to the nearest sample of a class tell little.
    private const double ClassesOfNeighbours = 0.5;

    /// <summary>The verdict.</summary>
    public required SymmetryVerdict Verdict { get; init; }

    /// <summary>Why, in one sentence with its numbers.</summary>
    public required string Reason { get; init; }

    /// <summary>How far moved points land from their class or orbit; null without generators.</summary>
    public InvarianceError? Invariance { get; init; }

    /// <summary>How often moved samples land next to their class; null without generators or with fewer than two classes.</summary>
    public LabelAgreement? Labels { get; init; }

    /// <summary>What a careful reader should know.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Weighs generators against all samples and their classes, Eq. (V5).</summary>
    /// <param name="samples">All samples and their classes, also those that no orbit holds; the classes are the level sets that a symmetry must keep.</param>
    /// <param name="estimate">The generators.</param>
    /// <param name="options">Angles, points and controls.</param>
    /// <param name="seed">Where the random matrices come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static SymmetryEvidence Weigh(LabelledPoints samples, GeneratorEstimate estimate, VerificationOptions options, Seed seed, Execution execution)
    {
        if (WithoutGenerators(estimate) is { } nothing)
        {
            return nothing;
        }

        var classes = samples.Cells.Members().Where(members => members.Length > 1).Select(members => samples.Points.Select(members.AsSpan())).ToArray();
        var region = SampledRegion.Of(samples.Points);
        var invariance = InvarianceError.Of(classes, estimate, region, options, seed.For("invariance"), execution);
        var labels = classes.Length < 2 ? null : LabelAgreement.Of(samples, estimate, options, seed.For("labels"), execution);
        return Decide(invariance, labels);
    }

    /// <summary>
    /// Weighs generators against the classes, asking whoever knows these: the nearest samples, Eq. (V5), or, where classes change from a sample to its neighbours as they do in
    /// many dimensions, a network and samples that its training has not seen, Eq. (V7).
    /// </summary>
    /// <param name="samples">All samples and their classes.</param>
    /// <param name="heldOut">The network and the samples it was tested on.</param>
    /// <param name="estimate">The generators.</param>
    /// <param name="options">Angles, points and controls.</param>
    /// <param name="seed">Where the random matrices come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    internal static SymmetryEvidence Weigh(
        LabelledPoints samples, HeldOutAccuracy? heldOut, GeneratorEstimate estimate, VerificationOptions options, Seed seed, Execution execution)
    {
        if (WithoutGenerators(estimate) is { } nothing)
        {
            return nothing;
        }

        if (heldOut is not { BeatsChance: true, Unseen: var (network, unseen) } || new ClassNeighbours(samples, options.PointsPerOrbit).Own().Average() >= ClassesOfNeighbours)
        {
            return Weigh(samples, estimate, options, seed, execution);
        }

        var labels = LabelAgreement.Of(new ClassPredictions(unseen, network), estimate, options, seed.For("labels"), execution);
        var (verdict, reason) = Judge("", labels, labels.Ceiling - labels.Moved);
        return new() { Verdict = verdict, Reason = reason, Labels = labels };
    }

    /// <summary>What to say of samples whose classes have nothing to do with where they are, whatever generators were found; null of others, Eq. (V5).</summary>
    internal static SymmetryEvidence? OfUnrelated(LabelledPoints samples, VerificationOptions options)
    {
        var neighbours = new ClassNeighbours(samples, options.PointsPerOrbit);
        var own = neighbours.Own();
        return LabelAgreement.DependOnPlace(own.Average(), neighbours.Chance, own.Length, Deviations)
            ? null
            : new() { Verdict = SymmetryVerdict.None, Reason = NoPlace(own.Average(), neighbours.Chance) };
    }

    /// <summary>Weighs generators against orbits alone, where there are no classes, Eq. (V5).</summary>
    /// <param name="orbits">The orbits.</param>
    /// <param name="estimate">The generators.</param>
    /// <param name="options">Angles, points and controls.</param>
    /// <param name="seed">Where the random matrices come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static SymmetryEvidence Weigh(IReadOnlyList<PointCloud> orbits, GeneratorEstimate estimate, VerificationOptions options, Seed seed, Execution execution) =>
        WithoutGenerators(estimate)
        ?? OfFilledSpace(orbits, estimate, seed)
        ?? Decide(InvarianceError.Of(orbits, estimate, RegionOf(orbits, estimate), options, seed.For("invariance"), execution), null);

    // Flows that are no rotations may lead past the end of what was sampled of an orbit, at a place where larger orbits were sampled.
    private static SampledRegion? RegionOf(IReadOnlyList<PointCloud> orbits, GeneratorEstimate estimate) => estimate.Space == GeneratorSpace.Rotations ? SampledRegion.Of(orbits) : null;

    private static SymmetryEvidence? OfFilledSpace(IReadOnlyList<PointCloud> orbits, GeneratorEstimate estimate, Seed seed)
    {
        var filling = orbits.Where((orbit, i) => FilledSpace.Contains(orbit, estimate, seed.For("filled").For(i))).Sum(orbit => (double)orbit.Count);
        return 2 * filling <= orbits.Sum(orbit => (double)orbit.Count) ? null : new()
        {
            Verdict = SymmetryVerdict.None,
            Reason = $"The points fill the {estimate.Spanned.Rows} directions in which they extend. {(estimate.Count == 1 ? "The generator keeps" : $"The {estimate.Count} generators keep")} the region as a whole, as rotations keep a ball or isotropic noise, but no orbit within it shows a group; give orbits, classes or a value.",
        };
    }

    private static SymmetryEvidence? WithoutGenerators(GeneratorEstimate estimate) => estimate switch
    {
        { Support: GeneratorSupport.CannotTell } => new()
        {
            Verdict = SymmetryVerdict.CannotTell,
            Reason = $"There are too few points to regress generators; about {estimate.PointsNeeded} per orbit would be needed.",
        },
        { Count: 0, Method: GradientEstimate.Name } => new() { Verdict = SymmetryVerdict.None, Reason = "No generator leaves the level sets unchanged." },
        { Count: 0 } => new() { Verdict = SymmetryVerdict.None, Reason = "The orbits share no generator." },
        _ => null,
    };

    private static SymmetryEvidence Decide(InvarianceError invariance, LabelAgreement? labels)
    {
        var (verdict, reason) = Judge(invariance, labels);
        return new() { Verdict = verdict, Reason = reason, Invariance = invariance, Labels = labels, Findings = [.. VerificationFindings.Of(invariance)] };
    }

    private static (SymmetryVerdict Verdict, string Reason) Judge(InvarianceError invariance, LabelAgreement? labels)
    {
        if (labels is not null && !labels.ClassesDependOnPlace(Deviations))
        {
            return (SymmetryVerdict.None, NoPlace(labels.Ceiling, labels.Chance));
        }

        if (invariance.Compared == 0)
        {
            return (SymmetryVerdict.CannotTell, "Every moved point lands outside the sampled region.");
        }

        if (labels is null && invariance.Control - invariance.Error <= Deviations * invariance.StandardError)
        {
            return (SymmetryVerdict.CannotTell, $"Random matrices keep the points nearly as well as the generators do ({invariance.Control:0.00} and {invariance.Error:0.00} neighbour distances): the points are too few, or too noisy, to tell a symmetry from none.{More(invariance)}");
        }

        var excess = invariance.Error - 1 - Math.Max(0, invariance.ErrorWithinUncertainty - invariance.Error);
        if (excess > Deviations * invariance.StandardError)
        {
            return (SymmetryVerdict.None, $"The best generators take points {invariance.Error:0.00} neighbour distances away from their class, where a symmetry takes them {1 + (Deviations * invariance.StandardError):0.00} at most and random matrices {invariance.Control:0.00}.");
        }

        if (labels is not null && IsWithoutPower(invariance, labels))
        {
            return (SymmetryVerdict.CannotTell, $"Random matrices keep the classes as well as the generators do (moved samples keep theirs in {labels.Control:P0} and {labels.Moved:P0} of the cases, unmoved ones in {labels.Ceiling:P0}): the samples lie too far apart to tell a symmetry from none.");
        }

        return labels is null ? (SymmetryVerdict.Symmetric, Agreement(invariance)) : Judge(Agreement(invariance) + " ", labels, labels.Ceiling - labels.Moved);
    }

    private static (SymmetryVerdict Verdict, string Reason) Judge(string before, LabelAgreement labels, double loss)
    {
        var allowed = (Deviations * labels.StandardError) + Math.Max(0, labels.Moved - labels.MovedWithinUncertainty);
        return loss > allowed
            ? (SymmetryVerdict.None, $"Samples moved by the best generators keep their class in {labels.Moved:P0} of the cases, where a symmetry keeps it in {labels.Ceiling - allowed:P0} at least and random matrices in {labels.Control:P0}.")
            : (SymmetryVerdict.Symmetric, $"{before}Moved samples keep their class in {labels.Moved:P0} of the cases, unmoved ones in {labels.Ceiling:P0}, under random matrices {labels.Control:P0}.");
    }

    private static string NoPlace(double ceiling, double chance) =>
        $"The classes do not depend on the place: neighbours share a class in {ceiling:P0} of the cases, random samples in {chance:P0}.";

    /// <summary>Whether neither distances nor classes tell generators from random matrices.</summary>
    private static bool IsWithoutPower(InvarianceError invariance, LabelAgreement labels) =>
        invariance.Control - invariance.Error <= Deviations * invariance.StandardError && labels.Moved - labels.Control <= Deviations * labels.StandardError;

    /// <summary>How many points would make the difference that was seen clear; nothing where none was seen.</summary>
    private static string More(InvarianceError invariance)
    {
        var deviations = (invariance.Control - invariance.Error) / Math.Max(invariance.StandardError, double.Epsilon);
        return deviations < 1 ? "" : $" About {Math.Ceiling(Deviations / deviations * Deviations / deviations):0} times as many might.";
    }

    private static string Agreement(InvarianceError invariance) =>
        $"Moved points land {invariance.Error:0.00} neighbour distances from their orbit; 1 is a symmetry, random matrices reach {invariance.Control:0.00}.";
}
