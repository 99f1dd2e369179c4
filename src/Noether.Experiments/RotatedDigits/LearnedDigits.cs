using Noether.Data;
using Noether.Learning;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>What a network that learns the digits from the pixels says about the orbits.</summary>
internal sealed record LearnedDigits
{
    public required TrainedClassifier Classifier { get; init; }

    /// <summary>The orbits in the last hidden layer, among samples that are classified right.</summary>
    public required OrbitPartition Orbits { get; init; }

    public required ImmutableArray<int> Used { get; init; }

    public required SingleMatrix Embedding { get; init; }

    /// <summary>Share of the samples whose nearest neighbour in the embedding is another turn of the same picture.</summary>
    public required double SamePicture { get; init; }

    public static LearnedDigits Of(RotatedDigitsSamples samples, LabelledPoints labelled, RotatedDigitsOptions options, Seed seed, Execution execution)
    {
        var classifier = TrainedClassifier.Train(labelled, options.Network, options.Training, seed.For("training"), execution);
        var embedding = classifier.Network.Embed(labelled.Points.ToSingle(), execution);
        var used = classifier.CorrectlyClassified(labelled, execution);
        return new()
        {
            Classifier = classifier,
            Embedding = embedding,
            Used = used,
            Orbits = OrbitPartition.Find(embedding, labelled.Cells, used, options.Orbits, execution),
            SamePicture = ShareOfSamePicture(embedding, samples.Rotated.Sources, execution),
        };
    }

    private static double ShareOfSamePicture(SingleMatrix embedding, ImmutableArray<int> sources, Execution execution)
    {
        var nearest = NearestNeighbours.Find(embedding, new() { Count = 1 }, execution);
        return Enumerable.Range(0, sources.Length).Average(i => sources[nearest.Indices(i)[0]] == sources[i] ? 1.0 : 0.0);
    }
}
