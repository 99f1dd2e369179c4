namespace Noether.Orbits;

/// <summary>How a class is cut into orbits.</summary>
public sealed record OrbitOptions
{
    /// <summary>Neighbours k that each point is joined to, at least 1. Default 20: fewer break a sampled circle into arcs, many more bridge neighbouring orbits. A class of m points uses at most m / 10 of them, but 3 or more.</summary>
    public int Neighbours
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Neighbours));
            field = value;
        }
    } = 20;

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

    /// <summary>
    /// The least ratio between the distance of two orbits and the widest gap inside them, above 1. Default 2: among m points spread evenly on a line
    /// the widest gap is twice the second widest with probability about 1 / m, Eq. (O3), and less often in more dimensions.
    /// </summary>
    public double SmallestJump
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, 1, nameof(SmallestJump));
            field = value;
        }
    } = 2;

    /// <summary>The fewest points that an orbit can have: fewer do not tell a curve from a clump.</summary>
    private const int FewestPoints = 5;

    /// <summary>The neighbours used in a class of a size.</summary>
    internal int NeighboursOf(int members) => Math.Min(Neighbours, Math.Max(3, members / 10));

    /// <summary>The size from which a part of a class counts as an orbit.</summary>
    internal int SmallestSize(int members) => Math.Max((int)Math.Ceiling(SmallestShare * members), FewestPoints);
}
