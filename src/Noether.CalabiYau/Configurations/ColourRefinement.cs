namespace Noether.CalabiYau.Configurations;

/// <summary>Colours of the vertices of a bipartite graph, refined until equal colours see equal neighbourhoods.</summary>
/// <remarks>
/// The new colour of a vertex is the rank of its old colour and a hash of the multiset of (colour, degree) over its edges. The hash is a sum, so no order of
/// the edges enters, and it depends on colours and degrees alone, so permuted matrices get permuted colours. Two different multisets with one hash
/// would leave the colours coarser, and the search that breaks ties a little longer; the canonical form stays exact.
/// </remarks>
internal static class ColourRefinement
{
    private const int VertexBits = 8;
    private const int ColourShift = 64 - VertexBits;
    private const ulong VertexMask = (1UL << VertexBits) - 1;

    /// <summary>Dense first colours: rows before columns, each by increasing sum.</summary>
    public static int Start(ConfigurationMatrix matrix, Span<byte> colours)
    {
        Span<ulong> keys = stackalloc ulong[colours.Length];
        for (var vertex = 0; vertex < keys.Length; vertex++)
        {
            var sum = vertex < matrix.Rows ? matrix.RowSum(vertex) : matrix.ColumnSum(vertex - matrix.Rows);
            var kind = vertex < matrix.Rows ? 0UL : 1UL;
            keys[vertex] = (kind << ColourShift) | ((ulong)(uint)sum << VertexBits) | (uint)vertex;
        }

        return Rank(keys, colours);
    }

    /// <summary>Refines colours, of which there are <paramref name="count"/>, until they settle; returns their number.</summary>
    public static int Refine(BipartiteGraph graph, Span<byte> colours, int count)
    {
        Span<ulong> keys = stackalloc ulong[colours.Length];
        while (count < colours.Length)
        {
            for (var vertex = 0; vertex < keys.Length; vertex++)
            {
                var hash = 0UL;
                foreach (var edge in graph.Edges(vertex))
                {
                    hash += Mix(((uint)colours[edge.Vertex] << 4) | edge.Degree);
                }

                keys[vertex] = ((ulong)colours[vertex] << ColourShift) | (hash >> VertexBits & ~VertexMask) | (uint)vertex;
            }

            var refined = Rank(keys, colours);
            if (refined == count)
            {
                break;
            }

            count = refined;
        }

        return count;
    }

    /// <summary>Gives one vertex a colour of its own just below its class; colours stay dense.</summary>
    public static void Individualise(Span<byte> colours, int vertex)
    {
        var own = colours[vertex];
        foreach (ref var colour in colours)
        {
            colour += colour >= own ? (byte)1 : (byte)0;
        }

        colours[vertex] = own;
    }

    /// <summary>Sorts the keys and sets each vertex's colour to the rank of its key; the lowest bits of a key name the vertex and do not count.</summary>
    private static int Rank(Span<ulong> keys, Span<byte> colours)
    {
        keys.Sort();
        var colour = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            colour += i > 0 && (keys[i] & ~VertexMask) != (keys[i - 1] & ~VertexMask) ? 1 : 0;
            colours[(int)(keys[i] & VertexMask)] = (byte)colour;
        }

        return colour + 1;
    }

    // The finaliser of splitmix64: every input bit reaches every output bit.
    private static ulong Mix(ulong value)
    {
        value = (value + 1) * 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
