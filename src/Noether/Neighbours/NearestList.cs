namespace Noether.Neighbours;

/// <summary>The k nearest points found so far, nearest first; equal distances by increasing index.</summary>
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
    public bool MayTake(double distance, int point)
    {
        var worst = _distances[^1];
        return distance < worst || (distance == worst && point < _points[^1]);
    }

    /// <summary>Puts a point in its place, if it is near enough, and drops the farthest.</summary>
    public void Offer(double distance, int point)
    {
        if (!MayTake(distance, point))
        {
            return;
        }

        var place = Place(distance, point);
        _points[place..^1].CopyTo(_points[(place + 1)..]);
        _distances[place..^1].CopyTo(_distances[(place + 1)..]);
        _points[place] = point;
        _distances[place] = distance;
    }

    /// <summary>How many of the points found so far come before this one.</summary>
    private int Place(double distance, int point)
    {
        var (low, high) = (0, _points.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_distances[middle] > distance || (_distances[middle] == distance && _points[middle] > point))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
