namespace Noether.Generators;

/// <summary>How generators are found from tangent spaces.</summary>
public sealed record LiePcaOptions
{
    /// <summary>All defaults.</summary>
    public static LiePcaOptions Default { get; } = new();

    /// <summary>Among which matrices to look. Default rotations: what the paper looks for, and least in need of data.</summary>
    public GeneratorSpace Space { get; init; }

    /// <summary>The points as several vectors moved together. Default one vector.</summary>
    public FieldLayout Fields { get; init; } = FieldLayout.Single;

    /// <summary>Points per neighbourhood, its own included, at least 3. Default null: where the halves of neighbourhoods agree best on the tangent space, Eq. (G13).</summary>
    public int? Neighbours
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(count, 3, nameof(Neighbours));
            }

            field = value;
        }
    }

    /// <summary>Dimension of the orbits, at least 1. Default null: each orbit's own, where the variances of neighbourhoods fall most, Eq. (G12).</summary>
    public int? OrbitDimension
    {
        get;
        init
        {
            if (value is { } dimension)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1, nameof(OrbitDimension));
            }

            field = value;
        }
    }

    /// <summary>
    /// The number of generators where it is known from elsewhere, at least 1; at most as many as there are matrices. Default null: judged by the
    /// data, Eq. (G14). To give it is right where points miss their orbits by more than their own noise, as when orbits were cut or projected.
    /// </summary>
    public int? Count
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(Count));
            }

            field = value;
        }
    }

    /// <summary>
    /// Whether coordinates are first changed so that the orbits have unit covariance: then every generator of a compact group is
    /// antisymmetric, whatever the coordinates. Default false, since a cut orbit has another covariance than a whole one.
    /// </summary>
    public bool Whiten { get; init; }

    /// <summary>Slabs into which each orbit is cut for standard errors, at least 4. Default 16: neighbourhoods in different slabs share few points.</summary>
    public int Slabs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 4, nameof(Slabs));
            field = value;
        }
    } = 16;
}
