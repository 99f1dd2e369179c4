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

    /// <summary>How generators are regressed from the orbits.</summary>
    public HyperplaneOptions Generators { get; init; } = new();

    /// <summary>Where symmetries are looked for, and when they are believed.</summary>
    public SymmetryFinderOptions Symmetry { get; init; } = new();

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

    /// <summary>
    /// Steps of a training at most, at least 1; null, the default, for as many as the epochs allow. It bounds the time of a training: on a large or difficult table the classifier then ends before it is
    /// perfect, which costs orbits and not the verdict.
    /// </summary>
    public int? MostSteps
    {
        get;
        init
        {
            if (value is { } steps)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1, nameof(MostSteps));
            }

            field = value;
        }
    }

    /// <summary>The paper's regression from the orbits is run in at most so many coordinates. Default 30: the number of its planes grows with the square.</summary>
    public int MostProposalCoordinates { get; init; } = 30;

    /// <summary>Samples that the classifier is trained on at most, at least 100; null, the default, for all. Others are left to the symmetry, which looks at all.</summary>
    public int? MostSamples
    {
        get;
        init
        {
            if (value is { } samples)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(samples, 100, nameof(MostSamples));
            }

            field = value;
        }
    }

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
