namespace Noether.LieAlgebras.Roots;

/// <summary>Recognises Cartan matrices.</summary>
internal static class DynkinDiagram
{
    /// <summary>The connected parts of a diagram: the type of each with its nodes in Bourbaki's order. Null when a part belongs to no simple algebra.</summary>
    /// <param name="cartan">The Cartan matrix, entry (i, j) = 2 (alpha_i, alpha_j) / (alpha_j, alpha_j). Shape [r, r].</param>
    public static ImmutableArray<(CartanType Type, ImmutableArray<int> Nodes)>? Parts(int[,] cartan)
    {
        var left = Enumerable.Range(0, cartan.GetLength(0)).ToList();
        var parts = ImmutableArray.CreateBuilder<(CartanType, ImmutableArray<int>)>();
        while (left.Count > 0)
        {
            var nodes = Connected(cartan, left[0]);
            left.RemoveAll(nodes.Contains);
            if (Recognise(cartan, nodes) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.ToImmutable();
    }

    private static List<int> Connected(int[,] cartan, int first)
    {
        var nodes = new List<int> { first };
        for (var next = 0; next < nodes.Count; next++)
        {
            nodes.AddRange(Enumerable.Range(0, cartan.GetLength(0)).Where(node => cartan[node, nodes[next]] != 0 && !nodes.Contains(node)).ToArray());
        }

        return nodes;
    }

    private static (CartanType, ImmutableArray<int>)? Recognise(int[,] cartan, List<int> nodes)
    {
        foreach (var type in CartanType.OfRank(nodes.Count))
        {
            if (Arrange(cartan, type, nodes, []) is { } order)
            {
                return (type, order);
            }
        }

        return null;
    }

    /// <summary>Continues an order of the nodes in which the matrix is the type's, node by node.</summary>
    private static ImmutableArray<int>? Arrange(int[,] cartan, CartanType type, List<int> nodes, ImmutableArray<int> order)
    {
        if (order.Length == nodes.Count)
        {
            return order;
        }

        foreach (var node in nodes.Where(node => !order.Contains(node) && Fits(cartan, type, order, node)))
        {
            if (Arrange(cartan, type, nodes, order.Add(node)) is { } complete)
            {
                return complete;
            }
        }

        return null;
    }

    private static bool Fits(int[,] cartan, CartanType type, ImmutableArray<int> order, int node)
    {
        for (var i = 0; i < order.Length; i++)
        {
            if (cartan[order[i], node] != type.Cartan(i, order.Length) || cartan[node, order[i]] != type.Cartan(order.Length, i))
            {
                return false;
            }
        }

        return true;
    }
}
