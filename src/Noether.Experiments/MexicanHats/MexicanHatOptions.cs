using Noether.Data;
using Noether.Experiments.Discovery;

namespace Noether.Experiments.MexicanHats;

/// <summary>Figure 1 of the paper.</summary>
internal sealed record MexicanHatOptions
{
    /// <summary>The potential and its samples.</summary>
    public MexicanHat Hat { get; init; } = new();

    /// <summary>The stages from samples to the algebra, and the figures.</summary>
    public DetectionOptions Detection { get; init; } = new();
}
