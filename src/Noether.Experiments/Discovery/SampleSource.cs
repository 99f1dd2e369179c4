using Noether.Data;
using Noether.Runs;

namespace Noether.Experiments.Discovery;

/// <summary>Samples with what a report says about where they come from.</summary>
/// <param name="Name">The file as given, or the name of the sampled function.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal.</param>
/// <param name="Samples">Points and labels.</param>
/// <param name="CoordinateNames">Names of the coordinates. Shape [d].</param>
/// <param name="Dropped">Samples outside every class, not used.</param>
/// <param name="Findings">What was noticed while reading.</param>
public sealed record SampleSource(string Name, string Sha256, LabelledPoints Samples, ImmutableArray<string> CoordinateNames, int Dropped, ImmutableArray<Finding> Findings)
{
    /// <summary>What a user's own network makes of the samples; null, the default, to train one.</summary>
    public GivenEmbedding? Embedding { get; init; }
}
