using Noether.CalabiYau.Configurations;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.CalabiYau.Graphs;

/// <summary>Input vectors of configurations: the number of nodes of every type, then the eigenvalues of the adjacency matrix, decreasing, filled up with zeros. Eq. (C15).</summary>
/// <param name="Dictionary">The types, with their slots.</param>
/// <param name="EigenvalueSlots">The largest number of nodes that a matrix may have, at least 1.</param>
/// <param name="Options">Weights, diagonal, and what to do with unseen types.</param>
/// <remarks>The vector does not change when rows or columns are permuted. Two matrices with different vectors differ; matrices with equal vectors mostly agree.</remarks>
public sealed record GraphFeatureSpace(NodeTypeDictionary Dictionary, int EigenvalueSlots, GraphOptions Options)
{
    // Rows of a block; large enough to keep threads busy, small enough to share them evenly.
    private const int BlockSize = 512;

    /// <summary>The slots for counts: one a type, and the spare one where the options ask for it.</summary>
    public int CountSlots => Dictionary.Types.Length + (Options.UnseenTypes == UnseenTypes.SpareSlot ? 1 : 0);

    /// <summary>The length of an input vector; it follows from the data set, 269 for the published list.</summary>
    public int Dimension => CountSlots + EigenvalueSlots;

    /// <summary>The space that fits a data set: its types, and slots for its largest graph.</summary>
    public static GraphFeatureSpace Of(IReadOnlyCollection<ConfigurationMatrix> matrices, GraphOptions options) =>
        new(NodeTypeDictionary.Of(matrices, options.Reading), matrices.Count == 0 ? 1 : matrices.Max(matrix => matrix.NodeCount), options);

    /// <summary>The input vectors of many matrices. Shape [n, dimension]. Cost: some ten microseconds a matrix and thread.</summary>
    /// <exception cref="ArgumentException">A matrix has more nodes than there are slots, or a type that the dictionary does not know and the options reject.</exception>
    public SingleMatrix Vectors(IReadOnlyList<ConfigurationMatrix> matrices, Execution execution)
    {
        var vectors = new float[checked(matrices.Count * Dimension)];
        execution.ForEachBlock((matrices.Count + BlockSize - 1) / BlockSize, block =>
        {
            for (var i = block * BlockSize; i < Math.Min((block + 1) * BlockSize, matrices.Count); i++)
            {
                Fill(matrices[i], vectors.AsSpan(i * Dimension, Dimension));
            }
        });
        return new(matrices.Count, Dimension, vectors);
    }

    /// <summary>The input vector of one matrix. Shape [dimension].</summary>
    /// <exception cref="ArgumentException">As for <see cref="Vectors"/>.</exception>
    public void Fill(ConfigurationMatrix matrix, Span<float> vector)
    {
        var graph = ConfigurationGraph.Of(matrix);
        if (graph.Nodes.Length > EigenvalueSlots)
        {
            throw new ArgumentException($"{matrix} has {graph.Nodes.Length} nodes; this space has room for {EigenvalueSlots}. Build the space from data that includes it.", nameof(matrix));
        }

        vector.Clear();
        foreach (var node in graph.Nodes)
        {
            vector[Slot(matrix, node)]++;
        }

        FillSpectrum(graph, vector[CountSlots..]);
    }

    private void FillSpectrum(ConfigurationGraph graph, Span<float> slots)
    {
        var stride = SymmetricEigenvalues.Stride(graph.Nodes.Length);
        Span<double> adjacency = stackalloc double[stride * stride];
        Span<double> values = stackalloc double[graph.Nodes.Length];
        adjacency.Clear();
        graph.FillAdjacency(Options, adjacency, stride);
        SymmetricEigenvalues.Find(adjacency, values);
        for (var k = 0; k < values.Length; k++)
        {
            slots[k] = (float)values[k];
        }
    }

    private int Slot(ConfigurationMatrix matrix, GraphNode node)
    {
        var type = NodeType.Of(matrix, node.Row, node.Column, Dictionary.Reading);
        var slot = Dictionary.Find(type);
        if (slot >= 0)
        {
            return slot;
        }

        return Options.UnseenTypes == UnseenTypes.SpareSlot
            ? Dictionary.Types.Length
            : throw new ArgumentException($"{matrix} has a node of type {type}, which the dictionary does not know. Build the dictionary from data that includes it, or give unseen types a spare slot.", nameof(matrix));
    }
}
