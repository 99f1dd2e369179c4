namespace Noether.CalabiYau.Configurations;

/// <summary>The search tree behind <see cref="CanonicalForm"/>: a node is a settled colouring, its children give one vertex of an ambiguous colour a colour of its own.</summary>
/// <remarks>
/// Two rules keep the tree small without changing the smallest leaf: of identical rows (or columns) of one colour one is tried; and when a leaf repeats the best matrix,
/// the symmetry between the two makes the rest of its branch a copy of what was seen, here and wherever that symmetry fixes the choices made before.
/// </remarks>
internal sealed class CanonicalSearch(ConfigurationMatrix matrix)
{
    private readonly BipartiteGraph _graph = new(matrix);
    private readonly List<byte[]> _symmetries = [];
    private readonly List<int> _path = [];
    private byte[]? _best;
    private byte[] _bestOrder = [];
    private int[] _bestPath = [];

    /// <summary>The number of leaves visited so far.</summary>
    public int Leaves { get; private set; }

    /// <summary>After <see cref="Run"/>: the row, or the number of rows plus the column, that stands at each place of the canonical form.</summary>
    public ReadOnlySpan<byte> Order => _bestOrder;

    public ConfigurationMatrix Run()
    {
        Span<byte> colours = stackalloc byte[_graph.Vertices];
        var count = ColourRefinement.Refine(_graph, colours, ColourRefinement.Start(matrix, colours));
        Explore(colours, count);
        return new(matrix.Rows, matrix.Columns, _best!);
    }

    /// <summary>Visits the subtree of a colouring; returns the depth at which the search goes on.</summary>
    private int Explore(ReadOnlySpan<byte> colours, int count)
    {
        var depth = _path.Count;
        if (count == colours.Length)
        {
            return Leaf(colours);
        }

        var target = SmallestAmbiguousColour(colours, count);
        Span<byte> child = stackalloc byte[colours.Length];
        var tried = new List<int>();
        for (var vertex = 0; vertex < colours.Length; vertex++)
        {
            if (colours[vertex] != target || tried.Exists(other => AreTwins(vertex, other)) || IsImageOf(tried, vertex))
            {
                continue;
            }

            colours.CopyTo(child);
            ColourRefinement.Individualise(child, vertex);
            _path.Add(vertex);
            var next = Explore(child, ColourRefinement.Refine(_graph, child, count + 1));
            _path.RemoveAt(depth);
            if (next < depth)
            {
                return next;
            }

            tried.Add(vertex);
        }

        return depth;
    }

    private int Leaf(ReadOnlySpan<byte> colours)
    {
        Leaves++;
        var order = new byte[colours.Length];
        for (var vertex = 0; vertex < order.Length; vertex++)
        {
            order[colours[vertex]] = (byte)vertex;
        }

        var degrees = InOrder(order);
        var comparison = _best is null ? -1 : degrees.AsSpan().SequenceCompareTo(_best);
        if (comparison < 0)
        {
            (_best, _bestOrder, _bestPath) = (degrees, order, [.. _path]);
        }

        return comparison == 0 ? RecordSymmetry(order) : _path.Count;
    }

    /// <summary>Keeps the symmetry that maps the best leaf to this one; returns the depth where their paths part.</summary>
    private int RecordSymmetry(byte[] order)
    {
        var symmetry = new byte[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            symmetry[_bestOrder[place]] = order[place];
        }

        _symmetries.Add(symmetry);
        var common = 0;
        while (common < _path.Count && common < _bestPath.Length && _path[common] == _bestPath[common])
        {
            common++;
        }

        return common;
    }

    /// <summary>Whether symmetries that fix the path map a vertex tried before to this one, in any number of steps.</summary>
    private bool IsImageOf(List<int> tried, int vertex)
    {
        if (tried.Count == 0 || _symmetries.Count == 0)
        {
            return false;
        }

        Span<bool> reached = stackalloc bool[_graph.Vertices];
        reached.Clear();
        var open = new Stack<int>(tried);
        while (open.TryPop(out var current))
        {
            if (reached[current])
            {
                continue;
            }

            reached[current] = true;
            foreach (var symmetry in _symmetries)
            {
                if (_path.TrueForAll(fixedVertex => symmetry[fixedVertex] == fixedVertex))
                {
                    open.Push(symmetry[current]);
                }
            }
        }

        return reached[vertex];
    }

    private bool AreTwins(int vertex, int other) => _graph.Edges(vertex).SequenceEqual(_graph.Edges(other));

    private byte[] InOrder(byte[] order)
    {
        var degrees = new byte[matrix.Degrees.Length];
        for (var row = 0; row < matrix.Rows; row++)
        {
            var source = matrix.Row(order[row]);
            for (var column = 0; column < matrix.Columns; column++)
            {
                degrees[(row * matrix.Columns) + column] = source[order[matrix.Rows + column] - matrix.Rows];
            }
        }

        return degrees;
    }

    private static int SmallestAmbiguousColour(ReadOnlySpan<byte> colours, int count)
    {
        Span<byte> sizes = stackalloc byte[count];
        sizes.Clear();
        foreach (var colour in colours)
        {
            sizes[colour]++;
        }

        var best = -1;
        for (var colour = 0; colour < count; colour++)
        {
            if (sizes[colour] > 1 && (best < 0 || sizes[colour] < sizes[best]))
            {
                best = colour;
            }
        }

        return best;
    }
}
