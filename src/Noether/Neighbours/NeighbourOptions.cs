namespace Noether.Neighbours;

/// <summary>How many neighbours are looked for.</summary>
public sealed record NeighbourOptions
{
    /// <summary>Neighbours per point, k, at least 1 and less than the number of points. Default 20: enough to keep an orbit of a few hundred points connected.</summary>
    public int Count
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Count));
            field = value;
        }
    } = 20;
}
