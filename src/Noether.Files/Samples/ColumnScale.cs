namespace Noether.Files.Samples;

/// <summary>The mean and standard deviation of a column over some rows, in which it is compared with others.</summary>
internal sealed class ColumnScale
{
    /// <summary>
    /// Columns whose correlation differs from 1 or -1 by less are copies: one rewritten with five significant digits differs by less.
    /// </summary>
    private const double CopyTolerance = 1e-9;

    /// <summary>
    /// The same inside the quartiles, where the spread is smaller and rounding the same; without this a single common outlier would make
    /// copies.
    /// </summary>
    private const double InnerTolerance = 1e-6;

    private readonly Column _column;
    private readonly ImmutableArray<int> _rows;
    private readonly double _mean;
    private readonly double _deviation;

    public ColumnScale(Column column, ImmutableArray<int> rows)
    {
        (_column, _rows) = (column, rows);
        foreach (var row in rows)
        {
            _mean += column.Numbers[row] / rows.Length;
        }

        foreach (var row in rows)
        {
            _deviation += (column.Numbers[row] - _mean) * (column.Numbers[row] - _mean) / rows.Length;
        }

        _deviation = Math.Sqrt(_deviation);
    }

    /// <summary>
    /// Whether two columns are the same up to a linear map and rounding. Unlike columns are told apart in the first rows.
    /// </summary>
    public bool IsCopyOf(ColumnScale other)
    {
        if (!(_deviation > 0 && other._deviation > 0) || !Agree(other, CopyTolerance))
        {
            return false;
        }

        var inner = InnerRows();
        var (a, b) = (new ColumnScale(_column, inner), new ColumnScale(other._column, inner));
        return a._deviation == 0 || b._deviation == 0 || a.Agree(b, InnerTolerance);
    }

    /// <summary>Whether 1 - |r| is within the tolerance: standardised columns have a sum of squared differences of 2 n (1 - r).</summary>
    private bool Agree(ColumnScale other, double tolerance)
    {
        var a = _column.Numbers;
        var b = other._column.Numbers;
        var most = 2 * tolerance * _rows.Length;
        var (same, opposite) = (0.0, 0.0);
        foreach (var row in _rows)
        {
            var (x, y) = ((a[row] - _mean) / _deviation, (b[row] - other._mean) / other._deviation);
            same += (x - y) * (x - y);
            opposite += (x + y) * (x + y);
            if (!(same <= most || opposite <= most))
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<int> InnerRows()
    {
        var sorted = KeptSamples.Select(_column.Numbers, _rows).Sort();
        var (first, last) = (sorted[sorted.Length / 4], sorted[3 * sorted.Length / 4]);
        return [.. _rows.Where(row => _column.Numbers[row] >= first && _column.Numbers[row] <= last)];
    }
}
