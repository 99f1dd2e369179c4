namespace Noether.Orbits;

/// <summary>How <see cref="SharedNeighbours"/> puts points together.</summary>
internal sealed record SharedNeighbourOptions
{
    /// <summary>
    /// Neighbours k within its class that a point can be joined to, at least 2. Default 40: less than the points of most orbits and enough for their parts to hang together.
    /// </summary>
    public int Neighbours
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Neighbours));
            field = value;
        }
    } = 40;

    /// <summary>
    /// The mean similarity of two groups from which they are one orbit, above 0 and at most 1. Default 0.01: points of one orbit that are far apart are no neighbours,
    /// so the mean is small even inside. More gives fewer wrong points and smaller parts of orbits.
    /// </summary>
    public double LeastSimilarity
    {
        get;
        init
        {
            if (!(value is > 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(LeastSimilarity), value, "A mean similarity is above 0 and at most 1.");
            }

            field = value;
        }
    } = 0.01;
}
