namespace Noether.Neighbours;

/// <summary>
/// The k nearest points found so far, as a heap with the farthest on top, so that a point enters in O(log k); equal distances are ordered
/// by index.
/// </summary>
/// <remarks>Eq. (N1) orders by distances, not by their squares: squares that differ by one rounding have the same root.</remarks>
internal readonly ref struct NearestList
{
    private readonly Span<int> _points;
    private readonly Span<double> _distances;

    /// <summary>Starts with k empty places, infinitely far away.</summary>
    public NearestList(Span<int> points, Span<double> distances)
    {
        points.Fill(int.MaxValue);
        distances.Fill(double.PositiveInfinity);
        _points = points;
        _distances = distances;
    }

    /// <summary>Whether a point at this distance or farther, with this index or a larger one, can still enter.</summary>
    public bool MayTake(double distance, int point) => IsFarther(_distances[0], _points[0], distance, point);

    /// <summary>Takes a point in, if it is near enough, and drops the farthest.</summary>
    public void Offer(double distance, int point)
    {
        if (MayTake(distance, point))
        {
            Sink(distance, point, _points.Length);
        }
    }

    /// <summary>Puts the points in order, nearest first; after that no more are taken.</summary>
    public void Sort()
    {
        for (var last = _points.Length - 1; last > 0; last--)
        {
            var (distance, point) = (_distances[last], _points[last]);
            (_distances[last], _points[last]) = (_distances[0], _points[0]);
            Sink(distance, point, last);
        }
    }

    // Puts a point in place of the top, among the first of the heap.
    private void Sink(double distance, int point, int count)
    {
        var place = 0;
        for (var child = 1; child < count; child = (2 * place) + 1)
        {
            if (child + 1 < count && IsFarther(_distances[child + 1], _points[child + 1], _distances[child], _points[child]))
            {
                child++;
            }

            if (!IsFarther(_distances[child], _points[child], distance, point))
            {
                break;
            }

            (_distances[place], _points[place]) = (_distances[child], _points[child]);
            place = child;
        }

        (_distances[place], _points[place]) = (distance, point);
    }

    private static bool IsFarther(double distance, int point, double otherDistance, int otherPoint) =>
        distance > otherDistance || (distance == otherDistance && point > otherPoint);
}
