using Noether.Generators;

namespace Noether.Verification;

/// <summary>Which estimators look for generators, and how.</summary>
public sealed record GeneratorSearchOptions
{
    /// <summary>All estimators with their defaults.</summary>
    public static GeneratorSearchOptions Default { get; } = new();

    /// <summary>The estimators, at least one. Default all three: each finds what another cannot, and those that find the same confirm each other.</summary>
    public GeneratorMethods Methods
    {
        get;
        init
        {
            if (value == GeneratorMethods.None)
            {
                throw new ArgumentException("A search for generators needs at least one method.", nameof(Methods));
            }

            field = value;
        }
    } = GeneratorMethods.All;

    /// <summary>Hyperplane regression.</summary>
    public HyperplaneOptions Hyperplane { get; init; } = HyperplaneOptions.Default;

    /// <summary>Lie-PCA, on tangent spaces of orbits and on gradients of classes.</summary>
    public LiePcaOptions LiePca { get; init; } = LiePcaOptions.Default;

    /// <summary>How generators are put to the test.</summary>
    public VerificationOptions Verification { get; init; } = VerificationOptions.Default;
}
