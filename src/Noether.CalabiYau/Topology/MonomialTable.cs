namespace Noether.CalabiYau.Topology;

/// <summary>A polynomial with few monomials: coefficients by packed exponents, in a hash table with open addressing.</summary>
/// <remarks>Integer sums do not depend on their order, so neither does any result on the places in the table.</remarks>
internal sealed class MonomialTable
{
    private const int SmallestCapacity = 64;

    private ulong[] _keys = new ulong[SmallestCapacity];
    private long[] _coefficients = new long[SmallestCapacity]; // zero marks a free place: coefficients here are sums of positive numbers

    /// <summary>The number of monomials.</summary>
    public int Count { get; private set; }

    /// <summary>The number of places; <see cref="TryGet"/> walks over them.</summary>
    public int Capacity => _keys.Length;

    /// <summary>The monomial at a place; false where it is free.</summary>
    public bool TryGet(int place, out ulong key, out long coefficient)
    {
        key = _keys[place];
        coefficient = _coefficients[place];
        return coefficient != 0;
    }

    /// <summary>Adds a positive multiple of a monomial.</summary>
    public void Add(ulong key, long coefficient)
    {
        var place = Find(_keys, _coefficients, key);
        if (_coefficients[place] == 0)
        {
            Count++;
            _keys[place] = key;
        }

        _coefficients[place] = checked(_coefficients[place] + coefficient);
        if (2 * Count > Capacity)
        {
            Grow();
        }
    }

    /// <summary>Removes all monomials.</summary>
    public void Clear()
    {
        Count = 0;
        _coefficients.AsSpan().Clear();
    }

    private static int Find(ulong[] keys, long[] coefficients, ulong key)
    {
        var mask = keys.Length - 1;
        var place = (int)((key * 0x9E3779B97F4A7C15) >> 40) & mask; // Fibonacci hashing: the high bits of the product are well mixed
        while (coefficients[place] != 0 && keys[place] != key)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        var (keys, coefficients) = (new ulong[2 * Capacity], new long[2 * Capacity]);
        for (var place = 0; place < Capacity; place++)
        {
            if (TryGet(place, out var key, out var coefficient))
            {
                var free = Find(keys, coefficients, key);
                (keys[free], coefficients[free]) = (key, coefficient);
            }
        }

        (_keys, _coefficients) = (keys, coefficients);
    }
}
