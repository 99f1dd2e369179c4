using Noether.Data;
using Noether.Functions;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>Generators that an estimator proposed, judged by the asymmetry of Eq. (Y1).</summary>
/// <param name="Estimate">The generators.</param>
/// <param name="Asymmetry">Of all of them together; null where there are none, or nothing to judge them by.</param>
/// <param name="Verdict">What follows from it.</param>
public sealed record JudgedEstimate(GeneratorEstimate Estimate, Asymmetry? Asymmetry, SymmetryVerdict Verdict)
{
    /// <summary>By how much they change the function, relative to its variance; null where it has no such scale.</summary>
    public Asymmetry? Change { get; init; }

    /// <summary>What speaks against them although their asymmetry is within the tolerance, in a sentence; null where nothing does.</summary>
    public string? Objection { get; init; }
}

/// <summary>
/// The symmetry of orbits by two roads: from the sets that the points lie on, and as the paper's estimators propose it from their pairs
/// and tangent spaces.
/// </summary>
/// <param name="Symmetry">The answer: of all that the asymmetry admits, that with most generators.</param>
/// <param name="Proposals">What the estimators proposed.</param>
public sealed record OrbitSymmetry(FoundSymmetry Symmetry, ImmutableArray<JudgedEstimate> Proposals)
{
    /// <summary>
    /// A proposal that the asymmetry admits and that has as many generators as the answer, other than the answer itself; null where
    /// there is none.
    /// </summary>
    public JudgedEstimate? Second => Proposals.FirstOrDefault(proposal =>
        proposal.Verdict == SymmetryVerdict.Symmetric && proposal.Estimate != Symmetry.Generators && proposal.Estimate.Count == Symmetry.Generators?.Count);

    /// <summary>Sine of the largest principal angle between the answer and <see cref="Second"/>; null without a second.</summary>
    public double? Agreement => Second is { } second && Symmetry.Generators is { Count: > 0 } found && found.Generators[0].Rows == second.Estimate.Generators[0].Rows
        ? GeneratorAgreement.Sine(found.Generators, second.Estimate.Generators)
        : null;

    /// <summary>Looks for the symmetry of orbits.</summary>
    /// <param name="orbits">The points and the orbit of each.</param>
    /// <param name="estimators">Who proposes generators.</param>
    /// <param name="options">Tolerance and spaces.</param>
    /// <param name="seed">All chance in the search.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static OrbitSymmetry Find(LabelledPoints orbits, IReadOnlyList<IGeneratorEstimator> estimators, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        ImmutableArray<PointCloud> clouds = [.. orbits.Cells.Members().Where(members => members.Length > 0).Select(members => orbits.Points.Select(members.AsSpan()))];
        ImmutableArray<GeneratorEstimate> estimates = [.. estimators.Select(estimator => estimator.Estimate(clouds, seed, execution))];
        var dimension = estimates.Where(estimate => estimate.Count > 0).SelectMany(estimate => estimate.OrbitDimensions).DefaultIfEmpty(0).Max();
        var found = SymmetryFinder.Find(new PointSets(orbits, dimension > 0 ? dimension : null), options, seed.For("symmetry"), execution);
        return Among(found, estimates, clouds, options, seed, execution);
    }

    /// <summary>Judges proposals and takes the best of them where it has more generators than what was found.</summary>
    internal static OrbitSymmetry Among(
        FoundSymmetry found, ImmutableArray<GeneratorEstimate> estimates, ImmutableArray<PointCloud> orbits, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        ImmutableArray<JudgedEstimate> proposals = [.. estimates.Select(estimate => Judge(found, estimate, options))];
        var best = proposals.Where(proposal => proposal.Verdict == SymmetryVerdict.Symmetric)
            .OrderByDescending(proposal => proposal.Estimate.Count).ThenBy(proposal => proposal.Asymmetry!.Upper).FirstOrDefault();
        var isBetter = best is not null && best.Estimate.Count > (found.Verdict == SymmetryVerdict.Symmetric ? found.Generators!.Count : 0);
        return new(isBetter ? Adopt(found, best!, orbits, options, seed, execution) : found, proposals);
    }

    private static JudgedEstimate Judge(FoundSymmetry found, GeneratorEstimate estimate, SymmetryFinderOptions options)
    {
        if (estimate.Count == 0 || found.Quotient is not { Learned.Fit.Obstacle: null } quotient)
        {
            return new(estimate, null, estimate.Count == 0 && estimate.Support == GeneratorSupport.Decided ? SymmetryVerdict.None : SymmetryVerdict.CannotTell);
        }

        var fields = Fields(estimate, quotient.Frame);
        if (quotient.Test.Judge(fields) is not { } judged)
        {
            return new(estimate, null, SymmetryVerdict.CannotTell);
        }

        // What speaks against a claim of the search speaks against a proposal as well.
        var (tolerance, isWithin) = (options.Test.Tolerance, judged.IsWithin(options.Test.Tolerance, quotient.Test.MisfitAllowance));
        var objection = isWithin ? SpanClaim.Objection(fields, judged, (quotient, SpanClaim.FinerOf(quotient, options)), options) : null;
        return new(estimate, judged.Asymmetry, isWithin && objection is null ? SymmetryVerdict.Symmetric
            : isWithin ? SymmetryVerdict.CannotTell
            : judged.Asymmetry.Lower <= tolerance ? SymmetryVerdict.CannotTell
            : judged.Asymmetry.Upper <= options.Test.ApproximateUpTo * tolerance ? SymmetryVerdict.Approximate : SymmetryVerdict.None)
        { Change = judged.Scaled, Objection = objection };
    }

    /// <summary>Generators as fields of a frame, one a row.</summary>
    internal static Matrix Fields(GeneratorEstimate estimate, CoordinateFrame frame) =>
        Matrix.FromRows([.. estimate.Generators.Select(generator => frame.FromInput(AsField(estimate, generator)).Entries.ToArray())]);

    // x -> A (x - c) + b on all fields. Shape [n + 1, n + 1].
    private static Matrix AsField(GeneratorEstimate estimate, Matrix generator)
    {
        var n = estimate.Centre.Length;
        var joint = estimate.Space == GeneratorSpace.Affine ? estimate.Fields.JointAffine(generator) : estimate.Fields.Joint(generator);
        var moved = new double[joint.Rows];
        joint.Apply([.. estimate.Centre, .. new double[joint.Rows - n]], moved);
        return Matrix.Generate(n + 1, n + 1, (i, j) => i == n ? 0 : j < n ? joint[i, j] : (joint.Columns > n ? joint[i, n] : 0) - moved[i]);
    }

    private static FoundSymmetry Adopt(FoundSymmetry found, JudgedEstimate best, ImmutableArray<PointCloud> orbits, SymmetryFinderOptions options, Seed seed, Execution execution) => found with
    {
        Verdict = SymmetryVerdict.Symmetric,
        Reason = $"The generators by {best.Estimate.Method} together have an asymmetry of {best.Asymmetry!.Value:P1}, at most {best.Asymmetry.Upper:P1} ({options.Test.Confidence:P0}), within the tolerance of {options.Test.Tolerance:P1}.",
        Asymmetry = best.Asymmetry,
        Change = best.Change,
        Space = best.Estimate.Space,
        Generators = best.Estimate,
        Algebra = IdentificationInput.Identify(best.Estimate, orbits, seed.For("algebra"), execution),
        NeededSamples = null,
        Metric = null,
    };
}
