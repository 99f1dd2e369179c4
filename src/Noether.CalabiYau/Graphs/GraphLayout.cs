namespace Noether.CalabiYau.Graphs;

/// <summary>Places for the nodes of a graph in the plane, such that distances on paper come close to distances along edges.</summary>
/// <remarks>Stress majorisation from the nodes' places in the matrix: no chance enters, and a graph is always drawn in the same way.</remarks>
internal static class GraphLayout
{
    // Graphs of forty nodes settle to a fraction of a line width within this many rounds.
    private const int Rounds = 200;

    /// <summary>The places, in units of an edge. Shape [nodes].</summary>
    public static (double X, double Y)[] Of(ConfigurationGraph graph)
    {
        var distances = Distances(graph);
        var places = graph.Nodes.Select((node, p) => (X: node.Column + Nudge(p, 0), Y: node.Row + Nudge(p, 1))).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            places = [.. Enumerable.Range(0, places.Length).Select(p => Moved(places, distances, p))];
        }

        return places;
    }

    /// <summary>The mean, weighted by distance^-2, of where each other node would like to have this one.</summary>
    private static (double X, double Y) Moved((double X, double Y)[] places, int[][] distances, int p)
    {
        var (x, y, total) = (0.0, 0.0, 0.0);
        for (var q = 0; q < places.Length; q++)
        {
            if (q == p)
            {
                continue;
            }

            var wanted = distances[p][q];
            var (dx, dy) = (places[p].X - places[q].X, places[p].Y - places[q].Y);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            var weight = 1.0 / (wanted * wanted);
            var scale = length > 0 ? wanted / length : 0;
            (x, y, total) = (x + (weight * (places[q].X + (dx * scale))), y + (weight * (places[q].Y + (dy * scale))), total + weight);
        }

        return total > 0 ? (x / total, y / total) : places[p];
    }

    /// <summary>Edges on the shortest path between any two nodes; one more than the longest where there is none.</summary>
    private static int[][] Distances(ConfigurationGraph graph)
    {
        var joined = graph.RowEdges.Concat(graph.ColumnEdges)
            .SelectMany(edge => new[] { edge, (First: edge.Second, Second: edge.First) })
            .ToLookup(edge => edge.First, edge => edge.Second);
        var distances = Enumerable.Range(0, graph.Nodes.Length).Select(start => From(start, graph.Nodes.Length, joined)).ToArray();
        var longest = distances.Max(row => row.Max());
        return [.. distances.Select(row => row.Select(distance => distance < 0 ? longest + 1 : distance).ToArray())];
    }

    private static int[] From(int start, int count, ILookup<int, int> joined)
    {
        var distances = Enumerable.Repeat(-1, count).ToArray();
        distances[start] = 0;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in joined[node].Where(next => distances[next] < 0))
            {
                distances[next] = distances[node] + 1;
                queue.Enqueue(next);
            }
        }

        return distances;
    }

    // Nodes of one row start on a line and would stay on it; a small shift, different for each, lets them leave it.
    private static double Nudge(int p, int axis) => 0.1 * Math.Sin((2 * p) + axis + 1);
}
