namespace Noether.Orbits;

/// <summary>A partition of 0 .. n - 1 that only ever gets coarser (union by size, path halving).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;
    private readonly int[] _sizes;

    public DisjointSets(int count)
    {
        _parents = [.. Enumerable.Range(0, count)];
        _sizes = new int[count];
        Array.Fill(_sizes, 1);
        Count = count;
    }

    /// <summary>The number of sets.</summary>
    public int Count { get; private set; }

    /// <summary>The representative of an element's set.</summary>
    public int Root(int element)
    {
        while (_parents[element] != element)
        {
            element = _parents[element] = _parents[_parents[element]];
        }

        return element;
    }

    /// <summary>The size of an element's set.</summary>
    public int Size(int element) => _sizes[Root(element)];

    /// <summary>Joins two sets; false when they were one already.</summary>
    public bool Join(int x, int y)
    {
        x = Root(x);
        y = Root(y);
        if (x == y)
        {
            return false;
        }

        if (_sizes[x] < _sizes[y])
        {
            (x, y) = (y, x);
        }

        _parents[y] = x;
        _sizes[x] += _sizes[y];
        Count--;
        return true;
    }
}
