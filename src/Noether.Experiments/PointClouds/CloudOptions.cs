using Noether.Generators;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>How generators are looked for in points of orbits.</summary>
internal sealed record CloudOptions
{
    /// <summary>Tolerance, confidence, spaces and fields.</summary>
    public SymmetryFinderOptions Symmetry { get; init; } = new();

    /// <summary>Who proposes generators beside the sets that the points lie on. Default: hyperplane regression and Lie-PCA.</summary>
    public ImmutableArray<IGeneratorEstimator> Estimators { get; init; } = [new HyperplaneEstimator(new()), new LiePcaEstimator(new())];

    /// <summary>Whether figures are made. Default: true.</summary>
    public bool Figures { get; init; } = true;
}
