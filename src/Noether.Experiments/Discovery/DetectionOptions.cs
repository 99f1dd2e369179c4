using Noether.Embeddings;
using Noether.Reports;

namespace Noether.Experiments.Discovery;

/// <summary>The whole chain with its figures.</summary>
internal sealed record DetectionOptions
{
    /// <summary>The stages from samples to the algebra.</summary>
    public DiscoveryOptions Discovery { get; init; } = new();

    /// <summary>Whether figures are made. Default: true. The t-SNE map is computed only for them.</summary>
    public bool Figures { get; init; } = true;

    /// <summary>The map of the embedding.</summary>
    public TSneOptions Map { get; init; } = new();

    /// <summary>Drawn behind the samples in the input, such as the sampled function; nothing by default.</summary>
    public ImmutableArray<Layer> Background { get; init; } = [];
}
