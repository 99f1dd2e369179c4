namespace Noether.Orbits;

/// <summary>How a class is cut into orbits.</summary>
public sealed record OrbitOptions
{
    /// <summary>Factor and offset of the default number of neighbours, Eq. (O2): a circle of evenly spread samples then falls apart less than once in a thousand times.</summary>
    private const double NeighboursPerLogarithm = 1.2;
    private const double FewestNeighbours = 4;

    /// <summary>The fewest points that an orbit can have: fewer do not tell a curve from a clump.</summary>
    private const int FewestPoints = 5;

    /// <summary>
    /// Neighbours k that each sample is joined to, at least 1. Default null: 4 + 1.2 ln m, rounded up, for a class of m samples (13 for 1000);
    /// with fewer, circles break into arcs by chance, and with many more, neighbouring orbits are bridged.
    /// </summary>
    public int? Neighbours
    {
        get;
        init
        {
            if (value is { } neighbours)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1, nameof(Neighbours));
            }

            field = value;
        }
    }

    /// <summary>The least share of its class that an orbit has, between 0 and 1. Default 0.05; smaller pieces are strays.</summary>
    public double SmallestShare
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(SmallestShare));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1, nameof(SmallestShare));
            field = value;
        }
    } = 0.05;

    /// <summary>The neighbours used in a class of a size.</summary>
    internal int NeighboursOf(int members) =>
        Neighbours ?? (int)Math.Ceiling(FewestNeighbours + (NeighboursPerLogarithm * Math.Log(Math.Max(members, 1))));

    /// <summary>The size from which a part of a class counts as an orbit.</summary>
    internal int SmallestSize(int members) => Math.Max((int)Math.Ceiling(SmallestShare * members), FewestPoints);
}
