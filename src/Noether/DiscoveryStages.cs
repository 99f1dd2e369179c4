using Noether.Data;
using Noether.Functions;
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
    private const double LargestThickness = 0.1;

    /// <summary>The first stage: a classifier, and what its last hidden layer makes of the samples.</summary>
    public static EmbeddedSamples Train(LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var shown = Shown(data, options, seed.For("shown"));
        var training = Bounded(options, shown.Length);
        var classifier = TrainedClassifier.Train(data.Select(shown.AsSpan()), options.Network, training, seed.For("training"), execution);
        var right = classifier.CorrectlyClassified(data, execution);
        var used = Thinned(data.Cells, right, options.SamplesPerClass, seed.For("thinning"));
        return new(classifier.Network.Embed(data.Points.ToSingle(), execution), used)
        {
            Classifier = classifier,
            Findings =
            [
                .. Limits(data, shown, classifier, options),
                .. SelectionFindingsOf("the classifier gets", (data.Count, right.Length, used.Length), options),
            ],
        };
    }

    /// <summary>Whether labels can be predicted at all, by trainings as long as the classifier's.</summary>
    public static HeldOutAccuracy HeldOut(
        LabelledPoints data, TrainedClassifier classifier, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var shown = Shown(data, options, seed.For("shown"));
        var training = options.Training with { MaximumEpochs = Math.Max(classifier.Epochs, 1) };
        return HeldOutAccuracy.Measure(
            data.Select(shown.AsSpan()), options.Network, training, seed.For("held-out"), execution.Under("held-out"));
    }

    /// <summary>The first stage where the embedding is given: the samples are those for whose class their neighbours in it vote.</summary>
    public static EmbeddedSamples Take(
        LabelledPoints data, SingleMatrix embedding, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var vote = NeighbourVote.Of(data, embedding, seed.For("vote"), execution);
        var used = Thinned(data.Cells, vote.Right, options.SamplesPerClass, seed.For("thinning"));
        var counts = (data.Count, vote.Right.Length, used.Length);
        return new(embedding, used)
        {
            Vote = vote.Accuracy,
            Findings = [.. SelectionFindingsOf("their neighbours in the embedding get", counts, options)],
        };
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
        options.GeneratorCoordinates is { } count && count < data.Points.Dimension
            ? new(data.Points.FirstCoordinates(count), data.Heads) { Values = data.Values }
            : data;

    /// <summary>The symmetry of the values, which asks nothing of a classifier.</summary>
    public static FoundSymmetry OfValues(LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution) =>
        SymmetryFinder.FindWhole(new ValueSamples(data.Points, data.Values), options.Symmetry, seed.For("symmetry"), execution);

    /// <summary>
    /// The symmetry of the values, or of the classes; where these do not decide, that of the orbits which the network found.
    /// </summary>
    public static OrbitSymmetry Find(
        LabelledPoints data, FoundSymmetry? ofValues, EmbeddedOrbits found, DiscoveryOptions options, Seed seed, Execution execution)
    {
        var (search, orbits) = (options.Symmetry, found.Orbits);
        var answer = ofValues ?? SymmetryFinder.FindWhole(new ClassSamples(data), search, seed.For("symmetry"), execution);
        // A class of few samples is lost in the accuracy of one network; what was learned for the answer is held against chance as well.
        if (found is { Samples.Vote: null, HeldOut: { BeatsChance: false } heldOut } && answer.Fit.Obstacle is not null)
        {
            return new(Unpredictable(heldOut, options), []);
        }

        if (orbits.Orbits.IsEmpty)
        {
            return new(answer, []);
        }

        var clouds = orbits.CloudsOf(data.Points);
        ImmutableArray<GeneratorEstimate> proposals = data.Points.Dimension > options.MostProposalCoordinates ? []
            : [new HyperplaneEstimator(options.Generators).Estimate(clouds, seed.For("generators"), execution)];
        // Surfaces that the orbits lie on are seen; what a network makes of places without samples is not. Measured values are not asked
        // again as classes: these know less, and what was seen to break a symmetry of the values is lost in them.
        if (ofValues is null && (answer.Verdict == SymmetryVerdict.CannotTell || answer.Fit.IsOfNetworks))
        {
            var surfaces = OnOrbits(data, orbits);
            var bySurfaces = SymmetryFinder.Find(new PointSets(surfaces), search, seed.For("surfaces"), execution);
            if (bySurfaces.Verdict != SymmetryVerdict.CannotTell)
            {
                return OrbitSymmetry.Among(bySurfaces, proposals, [.. clouds], search, seed, execution);
            }

            IGeneratorEstimator[] estimators =
                [new HyperplaneEstimator(options.Generators), new LiePcaEstimator(new() { Fields = search.Fields })];
            var byOrbits = OrbitSymmetry.Find(surfaces, estimators, search, seed.For("orbits"), execution);
            // Orbits that fill regions have normals of neighbourhoods, too, and none of these is kept: that denies nothing.
            if (byOrbits.Symmetry.Verdict is SymmetryVerdict.Symmetric or SymmetryVerdict.Approximate)
            {
                return byOrbits;
            }
        }

        return OrbitSymmetry.Among(answer, proposals, [.. clouds], search, seed, execution);
    }

    private static FoundSymmetry Unpredictable(HeldOutAccuracy heldOut, DiscoveryOptions options)
    {
        var reason = $"The labels cannot be predicted from the coordinates, so there is nothing to be symmetric: {heldOut.Describe()}";
        return new()
        {
            Verdict = SymmetryVerdict.CannotTell,
            Reason = reason,
            Tolerance = options.Symmetry.Test.Tolerance,
            Fit = new() { Method = "the classifier", Unexplained = 1, Obstacle = reason },
            Algebra = new AlgebraIdentification.None { Reason = reason },
        };
    }

    /// <summary>
    /// The asymmetry of what was found on the orbits that the network found: they must not be left, whatever the road; null where these
    /// have no surface to tell.
    /// </summary>
    public static Asymmetry? AcrossOrbits(LabelledPoints data, OrbitPartition orbits, FoundSymmetry found, DiscoveryOptions options, Seed seed, Execution execution)
    {
        if (found is not { Verdict: SymmetryVerdict.Symmetric, Generators: { Count: > 0 } generators, Quotient: { } quotient } || orbits.Orbits.IsEmpty)
        {
            return null;
        }

        var samples = OnOrbits(data, orbits);
        var learned = new PointSets(samples).Learn(quotient.Frame, seed.For("orbits"), execution);
        // Orbits that are thick, or of another shape than the polynomials, contradict nothing.
        var test = learned.Fit.Obstacle is null && learned.Fit.Unexplained <= LargestThickness ? SymmetryTest.Of(learned, quotient.Frame.Apply(samples.Points), options.Symmetry.Test, execution) : null;
        return test?.Judge(OrbitSymmetry.Fields(generators, quotient.Frame))?.Asymmetry;
    }

    private static LabelledPoints OnOrbits(LabelledPoints data, OrbitPartition orbits)
    {
        var samples = Enumerable.Range(0, data.Count).Where(sample => orbits.OrbitOf[sample] >= 0).ToArray();
        return new(data.Points.Select(samples), new Labels("orbit", [.. samples.Select(sample => orbits.OrbitOf[sample])], [.. orbits.Orbits.Select((_, number) => $"{number}")]));
    }

    private static int[] Shown(LabelledPoints data, DiscoveryOptions options, Seed seed) => seed.Stream().Choose(data.Count, options.MostSamples ?? data.Count);

    private static TrainingOptions Bounded(DiscoveryOptions options, int samples)
    {
        var steps = Math.Max(1, (samples + options.Training.BatchSize - 1) / options.Training.BatchSize);
        return options.MostSteps is { } most ? options.Training with { MaximumEpochs = Math.Clamp(most / steps, 1, options.Training.MaximumEpochs) } : options.Training;
    }

    private static IEnumerable<Finding> Limits(LabelledPoints data, int[] shown, TrainedClassifier classifier, DiscoveryOptions options)
    {
        if (shown.Length < data.Count)
        {
            yield return new("LIM001", Severity.Note, $"The classifier was trained on {shown.Length:N0} of {data.Count:N0} samples, drawn at random; the verdict does not rest on it.");
        }

        if (options.MostSteps is not null && !classifier.ReachedTarget && classifier.Epochs < options.Training.MaximumEpochs)
        {
            yield return new("LIM002", Severity.Note, $"The training ended after {classifier.Epochs} epochs, to bound its time, before the wanted accuracy: some orbits may be missing. The verdict does not rest on it.");
        }
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
            yield return new("ORB004", Severity.Note, $"{samples - right} of {samples} samples were left out of the orbits because {judge} them wrong.");
        }

        if (used < right)
        {
            yield return new("ORB005", Severity.Note, $"Orbits were looked for among {used} of {right} samples, at most {options.SamplesPerClass} of each class, drawn at random.");
        }
    }
}
