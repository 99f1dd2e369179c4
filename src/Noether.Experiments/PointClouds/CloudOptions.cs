using Noether.Generators;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>How generators are looked for in points of orbits.</summary>
internal sealed record CloudOptions
{
    /// <summary>Methods and their options. Default: hyperplane regression and Lie-PCA, each a check of the other.</summary>
    public GeneratorSearchOptions Search { get; init; } = new() { Methods = GeneratorMethods.Hyperplane | GeneratorMethods.LiePca };

    /// <summary>Whether figures are made. Default: true.</summary>
    public bool Figures { get; init; } = true;
}
