using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Generators;

namespace Noether.Experiments.Superpotentials;

/// <summary>Figure 2 of the paper.</summary>
internal sealed record SuperpotentialOptions
{
    /// <summary>Two complex fields, moved together, the second in the conjugate representation.</summary>
    public static FieldLayout Fields { get; } = new(2, 1) { Complex = ComplexLayout.Pairs };

    /// <summary>The function and its samples.</summary>
    public Superpotential Potential { get; init; } = new();

    /// <summary>Whether the samples are written as a table with the values of W, samples.csv. Default: false.</summary>
    public bool Table { get; init; }

    /// <summary>
    /// The stages from samples to the algebra, and the figures. Default: the paper's dense layers of 200, 200, 200 and 100, and generators among all matrices that move
    /// both fields together.
    /// </summary>
    public DetectionOptions Detection { get; init; } = new()
    {
        Discovery = new()
        {
            Network = new() { Hidden = [new(200), new(200), new(200), new(100)] },
            Generators = new() { Fields = Fields },
            Symmetry = new() { Fields = Fields },
        },
    };
}
