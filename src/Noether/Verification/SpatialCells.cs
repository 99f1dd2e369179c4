using Noether.Data;

namespace Noether.Verification;

/// <summary>Groups of neighbouring points of equal size, for the jackknife of Eq. (Y5).</summary>
internal static class SpatialCells
{
    /// <summary>
    /// The cell of every point, 0 to count - 1: the cloud is cut across its longest coordinate again and again. Shape [m].
    /// </summary>
    public static int[] Of(PointCloud points, int count)
    {
        var cells = new int[points.Count];
        Cut(points, Enumerable.Range(0, points.Count).ToArray(), 0, Math.Min(count, points.Count), cells);
        return cells;
    }

    private static void Cut(PointCloud points, int[] members, int first, int count, int[] cells)
    {
        if (count <= 1)
        {
            foreach (var member in members)
            {
                cells[member] = first;
            }

            return;
        }

        var axis = Enumerable.Range(0, points.Dimension).MaxBy(j => Spread(points, members, j));
        var order = members.OrderBy(i => points[i, axis]).ThenBy(i => i).ToArray();
        var half = count / 2;
        var cut = (int)((long)order.Length * half / count);
        Cut(points, order[..cut], first, half, cells);
        Cut(points, order[cut..], first + half, count - half, cells);
    }

    private static double Spread(PointCloud points, int[] members, int axis)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var member in members)
        {
            var x = points[member, axis];
            (sum, squares) = (sum + x, squares + (x * x));
        }

        return members.Length == 0 ? 0 : (squares / members.Length) - (sum / members.Length * sum / members.Length);
    }
}
