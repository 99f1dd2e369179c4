namespace Noether.Neighbours;

/// <summary>The k nearest points found so far, nearest first; equal distances by increasing index.</summary>
internal readonly ref struct NearestList
{
    private readonly Span<int> _points;
    private readonly Span<double> _squaredDistances;

    /// <summary>Starts with k empty places, infinitely far away.</summary>
    public NearestList(Span<int> points, Span<double> squaredDistances)
    {
        points.Fill(int.MaxValue);
        squaredDistances.Fill(double.PositiveInfinity);
        _points = points;
        _squaredDistances = squaredDistances;
    }

    /// <summary>Whether a point at this distance or farther, with this index or a larger one, can still enter.</summary>
    public bool MayTake(double squaredDistance, int point)
    {
        var worst = _squaredDistances[^1];
        return squaredDistance < worst || (squaredDistance == worst && point < _points[^1]);
    }

    /// <summary>Puts a point in its place, if it is near enough, and drops the farthest.</summary>
    public void Offer(double squaredDistance, int point)
    {
        if (!MayTake(squaredDistance, point))
        {
            return;
        }

        var place = Place(squaredDistance, point);
        _points[place..^1].CopyTo(_points[(place + 1)..]);
        _squaredDistances[place..^1].CopyTo(_squaredDistances[(place + 1)..]);
        _points[place] = point;
        _squaredDistances[place] = squaredDistance;
    }

    /// <summary>How many of the points found so far come before this one.</summary>
    private int Place(double squaredDistance, int point)
    {
        var (low, high) = (0, _points.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_squaredDistances[middle] > squaredDistance || (_squaredDistances[middle] == squaredDistance && _points[middle] > point))
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
