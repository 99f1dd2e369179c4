namespace Noether.Orbits;

/// <summary>How <see cref="OrbitConsensus"/> weighs what neighbours say.</summary>
public sealed record ConsensusOptions
{
    /// <summary>
    /// The share of a point's cluster whose own clusters must hold a point before it joins, above 0 and at most 1. Default 0.2: the shares inside and outside of orbits lie far
    /// apart, so that the value matters little; a half already loses orbits whose points see a few neighbours each.
    /// </summary>
    public double Share
    {
        get;
        init
        {
            if (!(value is > 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(Share), value, "A share of a cluster is above 0 and at most 1.");
            }

            field = value;
        }
    } = 0.2;

    /// <summary>How often clusters are replaced by what their members agree on, 0 or more. Default 3: further rounds change little.</summary>
    public int Rounds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Rounds));
            field = value;
        }
    } = 3;
}
