using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Representatives;
using Noether.Data;
using Noether.Embeddings;
using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>Representatives of the entries of a list, as inputs and labels.</summary>
/// <param name="Records">The entries, by increasing label.</param>
/// <param name="EntryOf">The entry of every sample, as an index into <paramref name="Records"/>; samples of one entry stand together, the list's own matrix first. Shape [n].</param>
/// <param name="Matrices">The matrix of every sample, in canonical form. Shape [n].</param>
/// <param name="Space">How matrices become vectors; belongs with the network.</param>
/// <param name="Vectors">The input vectors. Shape [n, d].</param>
internal sealed record CicySamples(
    ImmutableArray<CicyRecord> Records, ImmutableArray<int> EntryOf, ImmutableArray<ConfigurationMatrix> Matrices, GraphFeatureSpace Space, SingleMatrix Vectors)
{
    /// <summary>The heads' classes are numbered by value, as in Table 1: h11 in 0 .. 19 and h21 in 0 .. 101.</summary>
    private const int H11Classes = 20;
    private const int H21Classes = 102;

    /// <summary>The number of samples.</summary>
    public int Count => EntryOf.Length;

    /// <summary>Draws the samples.</summary>
    public static CicySamples Draw(CicyList list, CicyOptions options, Seed seed, Execution execution)
    {
        var (entries, matrices) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<ConfigurationMatrix>());
        var entry = 0;
        foreach (var set in RepresentativeStream.Batches(list, options.Representatives, 0, seed.For("representatives"), execution).SelectMany(batch => batch.Sets))
        {
            entries.AddRange(Enumerable.Repeat(entry++, set.Matrices.Length));
            matrices.AddRange(set.Matrices);
        }

        var drawn = matrices.ToImmutable();
        var space = GraphFeatureSpace.Of(drawn, options.Graphs);
        return new(list.Records, entries.ToImmutable(), drawn, space, space.Vectors(drawn, execution));
    }

    /// <summary>
    /// Makes the inputs uncorrelated, Eq. (L9). Sorted eigenvalues rise and fall together, and what tells two matrices of almost equal spectrum apart is a small difference of large numbers:
    /// steps along single coordinates see little of it.
    /// </summary>
    /// <param name="leastScale">The least standard deviation that an input is divided by, above 0.</param>
    /// <param name="execution">How the run is carried out. Cost O(n d^2).</param>
    public InputMap Whitening(float leastScale, Execution execution)
    {
        var d = Vectors.Columns;
        var components = PrincipalComponents.Find(Vectors, new() { Count = d }, execution.Under("whiten"));
        var map = components.WhiteningMap(leastScale);
        return new([.. components.Mean.Select(mean => (float)mean)], new(d, d, [.. Enumerable.Range(0, d * d).Select(entry => (float)map[entry / d, entry % d])]));
    }

    /// <summary>What the network is trained on, mapped inputs; every entry is shown equally often.</summary>
    public TrainingData ToTraining(InputMap map, Execution execution) => new(map.Apply(Vectors, execution.Under("whiten")), Heads, Labels("label", Records.Length, EntryOf))
    {
        Standardisation = Standardisation.None(map.Map.Columns),
    };

    /// <summary>h21 and h11, in the order of Table 1.</summary>
    public ImmutableArray<Labels> Heads =>
    [
        Labels("h21", Math.Max(H21Classes, Records.Max(record => record.Topology.H21) + 1), [.. EntryOf.Select(entry => Records[entry].Topology.H21)]),
        Labels("h11", Math.Max(H11Classes, Records.Max(record => record.Topology.H11) + 1), [.. EntryOf.Select(entry => Records[entry].Topology.H11)]),
    ];

    /// <summary>The samples that a network classifies right in both heads, in increasing order.</summary>
    public ImmutableArray<int> CorrectlyClassified(Network network, Execution execution)
    {
        var (heads, predicted) = (Heads, network.Predict(Vectors, execution));
        return [.. Enumerable.Range(0, Count).Where(i => Enumerable.Range(0, heads.Length).All(h => predicted[h][i] == heads[h].Classes[i]))];
    }

    private static Labels Labels(string name, int classes, ImmutableArray<int> numbers) => new(name, numbers, [.. Enumerable.Range(0, classes).Select(number => $"{number}")]);
}
