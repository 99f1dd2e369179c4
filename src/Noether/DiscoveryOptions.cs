using Noether.Generators;
using Noether.Learning;
using Noether.Orbits;
using Noether.Verification;

namespace Noether;

/// <summary>The options of every stage.</summary>
public sealed record DiscoveryOptions
{
    /// <summary>The defaults of every stage.</summary>
    public static DiscoveryOptions Default { get; } = new();

    /// <summary>The classifier's layers.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>How the classifier is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>How classes are cut into orbits.</summary>
    public OrbitOptions Orbits { get; init; } = new();

    /// <summary>How generators are regressed.</summary>
    public HyperplaneOptions Generators { get; init; } = new();

    /// <summary>Other estimators of generators to try in place of the hyperplane regression, tied fields among them; null for none. Default null: rotations of the columns, by hyperplanes and, where the test bears out none of theirs, by all other estimators.</summary>
    public GeneratorSearchOptions? Search { get; init; }

    /// <summary>
    /// Generators are looked for on the first so many coordinates, at least 2; null for all. Default null. For samples in principal components, of which a network needs more than a
    /// regression can bear.
    /// </summary>
    public int? GeneratorCoordinates
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(count, 2, nameof(GeneratorCoordinates));
            }

            field = value;
        }
    }

    /// <summary>How generators are put to the test.</summary>
    public VerificationOptions Verification { get; init; } = new();

    /// <summary>Further networks that are trained from other seeds to see whether they find the same orbits, 0 or more. Default 0: each costs a training.</summary>
    public int Repeats
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Repeats));
            field = value;
        }
    }

    /// <summary>Samples of a class that are looked at for orbits, at least 100; a larger class is thinned at random. Default 5000: orbits and generators need some hundreds, and the cost grows with the square.</summary>
    public int SamplesPerClass
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 100, nameof(SamplesPerClass));
            field = value;
        }
    } = 5000;
}
