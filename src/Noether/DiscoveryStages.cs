using Noether.Data;
using Noether.Generators;
using Noether.Learning;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;
using Noether.Verification;

namespace Noether;

/// <summary>The stages of <see cref="SymmetryDiscovery"/> that are more than one call.</summary>
internal static class DiscoveryStages
{
    private static readonly GeneratorSearchOptions Further = new() { Methods = GeneratorMethods.LiePca | GeneratorMethods.Gradient | GeneratorMethods.Invariants };

    public static SymmetryDiscovery Train(LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var classifier = TrainedClassifier.Train(data, options.Network, options.Training, seed.For("training"), execution);
        var right = classifier.CorrectlyClassified(data, execution);
        var used = Thinned(data.Cells, right, options.SamplesPerClass, seed.For("thinning"));
        return new()
        {
            Classifier = classifier,
            Used = used,
            SelectionFindings = [.. SelectionFindingsOf("the classifier gets", (data.Count, right.Length, used.Length), options)],
            Embedding = classifier.Network.Embed(data.Points.ToSingle(), execution),
        };
    }

    /// <summary>The first stage where the embedding is given: the samples are those for whose class their neighbours in it vote.</summary>
    public static SymmetryDiscovery Take(LabelledPoints data, SingleMatrix embedding, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var vote = NeighbourVote.Of(data, embedding, seed.For("vote"), execution);
        var used = Thinned(data.Cells, vote.Right, options.SamplesPerClass, seed.For("thinning"));
        return new()
        {
            Used = used,
            SelectionFindings = [.. SelectionFindingsOf("their neighbours in the embedding get", (data.Count, vote.Right.Length, used.Length), options)],
            Embedding = embedding,
            HeldOut = vote.Accuracy,
        };
    }

    private static ImmutableArray<int> Thinned(Labels cells, ImmutableArray<int> samples, int most, Seed seed)
    {
        var members = cells.Select(samples.AsSpan()).Members();
        if (members.All(ofClass => ofClass.Length <= most))
        {
            return samples;
        }

        return [.. members.SelectMany((ofClass, k) =>
        {
            var order = ofClass.ToArray();
            seed.For(k).Stream().Shuffle<int>(order);
            return order.Take(most);
        }).Select(position => samples[position]).Order()];
    }

    private static IEnumerable<Finding> SelectionFindingsOf(string judge, (int Samples, int Right, int Used) counts, DiscoveryOptions options)
    {
        var (samples, right, used) = counts;
        if (right < samples)
        {
            yield return new("ORB004", Severity.Note, $"{samples - right} of {samples} samples were left out because {judge} them wrong.");
        }

        if (used < right)
        {
            yield return new("ORB005", Severity.Note, $"Orbits were looked for among {used} of {right} samples, at most {options.SamplesPerClass} of each class, drawn at random.");
        }
    }

    public static ImmutableArray<double> Stability(LabelledPoints data, OrbitPartition first, DiscoveryOptions options, Seed seed, Execution execution)
    {
        if (options.Repeats == 0)
        {
            return [];
        }

        var agreeing = new double[data.Cells.ClassCount];
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            var other = Train(data, options, seed.For("repeat").For(repeat), execution);
            var orbits = OrbitPartition.Find(other.Embedding, data.Cells, other.Used, options.Orbits, execution);
            for (var k = 0; k < agreeing.Length; k++)
            {
                agreeing[k] += first.OrbitsIn(k) == orbits.OrbitsIn(k) ? 1.0 / options.Repeats : 0;
            }
        }

        return [.. agreeing];
    }

    /// <summary>The samples in the coordinates on which generators are looked for.</summary>
    public static LabelledPoints OnGeneratorCoordinates(LabelledPoints data, DiscoveryOptions options) =>
        options.GeneratorCoordinates is { } count && count < data.Points.Dimension ? new(data.Points.FirstCoordinates(count), data.Heads) : data;

    public static ImmutableArray<GeneratorEstimate> Generators(LabelledPoints data, IReadOnlyList<PointCloud> orbits, DiscoveryOptions options, Seed seed, Execution execution) =>
        options.Search is { } search
            ? [.. GeneratorSearch.Estimates(data, orbits, search, seed, execution)]
            : [GeneratorEstimate.FromOrbits(orbits, options.Generators, seed, execution)];

    /// <summary>Puts every estimate to the test and keeps the best.</summary>
    public static SymmetryDiscovery Weigh(
        LabelledPoints data, (SymmetryDiscovery Discovery, ImmutableArray<GeneratorEstimate> Estimates) found, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var best = GeneratorSearch.Of(
        [
            .. found.Estimates.Select(estimate => new GeneratorTrial(
                estimate,
                options.Search is { } search
                    ? SymmetryEvidence.Weigh(data, found.Discovery.HeldOut, estimate, search.Verification, seed, execution)
                    : SymmetryEvidence.Weigh(data, estimate, options.Verification, seed, execution))),
        ]).Best;
        return found.Discovery with { Generators = best.Estimate, Evidence = best.Evidence };
    }

    /// <summary>
    /// Where the planes found no symmetry, rotations by the estimators that need no whole spheres or circles: tangent spaces, gradients of the classes, and invariants. What the test bears
    /// out takes the place of what failed; otherwise all stays as it was.
    /// </summary>
    public static SymmetryDiscovery LookFurther(LabelledPoints data, SymmetryDiscovery discovery, IReadOnlyList<PointCloud> orbits, DiscoveryOptions options, Seed seed, Execution execution)
    {
        if (options.Search is not null || discovery.Evidence is { Verdict: SymmetryVerdict.Symmetric } || discovery.HeldOut is { BeatsChance: false })
        {
            return discovery;
        }

        var further = Weigh(data, (discovery, [.. GeneratorSearch.Estimates(data, orbits, Further, seed, execution)]), options, seed, execution);
        return further.Evidence is { Verdict: SymmetryVerdict.Symmetric } ? further : discovery;
    }

    public static AlgebraIdentification Name(LabelledPoints data, SymmetryDiscovery discovery, DiscoveryOptions options, Seed seed, Execution execution) => discovery switch
    {
        { HeldOut.BeatsChance: false } => new AlgebraIdentification.None { Reason = "The labels cannot be predicted from the coordinates, so there is nothing to be symmetric: " + discovery.HeldOut.Describe() },
        { Orbits.Orbits: [] } => new AlgebraIdentification.None { Reason = "No class has enough samples that are classified right to look for orbits." },
        { Evidence.Verdict: not SymmetryVerdict.Symmetric } => new AlgebraIdentification.None { Reason = discovery.Evidence.Reason },
        { Generators: { } found, Orbits: { } orbits } => AlgebraIdentification.Identify(
            found.Generators,
            IdentificationInput.Of(found, orbits.CloudsOf(data.Points)) with { IsSymmetry = matrix => IsSymmetry(data, found, matrix, options, seed.For("brackets"), execution) },
            seed,
            execution),
        _ => throw new InvalidOperationException("Evidence of a symmetry rests on generators; there are none."),
    };

    /// <summary>Whether a commutator that leaves the span of the generators, of norm 1, passes the test that they have passed.</summary>
    private static bool IsSymmetry(LabelledPoints data, GeneratorEstimate found, Matrix matrix, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var alone = found.With([found.Generators[0].Norm * matrix], found.StandardErrors.Max());
        return SymmetryEvidence.Weigh(data, alone, options.Verification, seed, execution).Verdict == SymmetryVerdict.Symmetric;
    }
}
