namespace Noether.Generators;

/// <summary>How generators are regressed from pairs of neighbours in thick planes.</summary>
public sealed record HyperplaneOptions
{
    /// <summary>All defaults.</summary>
    public static HyperplaneOptions Default { get; } = new();

    /// <summary>
    /// Random planes per orbit, at least 1. Default null: the larger of 200 and 20 k (k - 1) / 2 for an orbit that spans k dimensions, twenty
    /// for each generator that could be there; an orbit in a plane has one plane only.
    /// </summary>
    public int? Planes
    {
        get;
        init
        {
            if (value is { } planes)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(planes, 1, nameof(Planes));
            }

            field = value;
        }
    }

    /// <summary>Half the thickness of a plane in units of the orbit's radius, above 0. Default null: as thin as leaves enough pairs, see Eq. (G5).</summary>
    public double? Delta
    {
        get;
        init
        {
            RequirePositive(value, nameof(Delta));
            field = value;
        }
    }

    /// <summary>The largest distance of a pair in units of the orbit's radius, above 0. Default null: several noise widths and neighbour distances, see Eq. (G5).</summary>
    public double? Epsilon
    {
        get;
        init
        {
            RequirePositive(value, nameof(Epsilon));
            field = value;
        }
    }

    /// <summary>The points as several vectors moved together (step 8 of the paper). Default one vector.</summary>
    public FieldLayout Fields { get; init; } = FieldLayout.Single;

    /// <summary>
    /// Whether coordinates are first changed so that the orbits have unit covariance: then every generator of a compact group is
    /// antisymmetric, whatever the coordinates. Default false, since a cut orbit has another covariance than a whole one.
    /// </summary>
    public bool Whiten { get; init; }

    /// <summary>Parts into which the points are dealt for standard errors, at least 4. Default 10: each is estimated with nine tenths of the points.</summary>
    public int Parts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 4, nameof(Parts));
            field = value;
        }
    } = 10;

    private static void RequirePositive(double? value, string name)
    {
        if (value is { } given && !(given > 0 && double.IsFinite(given)))
        {
            throw new ArgumentOutOfRangeException(name, given, "A width is a finite number above 0, in units of the orbit's radius.");
        }
    }
}
