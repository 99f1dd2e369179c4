namespace Noether.Orbits;

/// <summary>How often each of many points was named; clearing it takes only as long as points were named.</summary>
internal sealed class VoteCount(int points)
{
    private readonly int[] _votes = new int[points];
    private readonly List<int> _named = [];

    /// <summary>Forgets all votes.</summary>
    public void Clear()
    {
        foreach (var point in _named)
        {
            _votes[point] = 0;
        }

        _named.Clear();
    }

    /// <summary>Counts a vote.</summary>
    public void Add(int point)
    {
        if (_votes[point]++ == 0)
        {
            _named.Add(point);
        }
    }

    /// <summary>The points with enough votes, in increasing order.</summary>
    public int[] AtLeast(double least, int except) => [.. _named.Where(point => point != except && _votes[point] >= least).Order()];
}
