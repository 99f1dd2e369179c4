using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.PointClouds;

/// <summary>Points on orbits of a known group, and what is to be found in them.</summary>
/// <param name="Name">Such as "n = 1000, noise 0.05".</param>
/// <param name="Sample">Makes the points of each orbit.</param>
/// <param name="Truth">Generators that must lie in the span of those found. Shape [count][d, d].</param>
/// <param name="Count">The number of generators of everything that keeps the points: that of <paramref name="Truth"/>, or more.</param>
/// <param name="Algebra">The name of the algebra.</param>
internal sealed record OrbitCase(string Name, Func<Seed, ImmutableArray<PointCloud>> Sample, ImmutableArray<Matrix> Truth, int Count, string Algebra)
{
    /// <summary>How the coordinates are divided. Default: one field.</summary>
    public FieldLayout Fields { get; init; } = FieldLayout.Single;

    /// <summary>The largest sine of a principal angle to the truth with which the claim holds; null where no claim is made.</summary>
    public double? LargestSine { get; init; }

    /// <summary>The methods for which that claim is made. Default: both.</summary>
    public ImmutableArray<string> Methods { get; init; } = ["hyperplane", "lie-pca"];

    /// <summary>The largest asymmetry of a symmetry. Default 0.05; clouds whose noise hides more than that are given more.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>Whether orbits are whitened first by the estimators. Default: false.</summary>
    public bool Whiten { get; init; }
}
