using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Splittings;

/// <summary>Assigns columns to rows where they are not zero, at most n_r columns to row r.</summary>
/// <remarks>
/// The product of linear forms with positive coefficients is non-zero in the ring with J_r^(n_r + 1) = 0 exactly if such an assignment of all of them exists:
/// it is one of the monomials of the product. Eq. (C5).
/// </remarks>
internal sealed class RowMatching
{
    private readonly int _rows;
    private readonly int[] _capacities;
    private readonly List<ulong> _supports;
    private readonly ulong[] _assigned; // the columns of each row, as bits
    private bool _isComplete = true;

    public RowMatching(ConfigurationMatrix matrix)
    {
        _rows = matrix.Rows;
        _capacities = new int[_rows];
        _assigned = new ulong[_rows];
        _supports = new(ConfigurationMatrix.MaxAmbientDimension);
        for (var row = 0; row < _rows; row++)
        {
            _capacities[row] = matrix.AmbientDimension(row);
        }
    }

    /// <summary>Adds a column; false where no assignment of all columns is left, now and from then on.</summary>
    public bool TryAdd(ulong support)
    {
        if (_isComplete)
        {
            _supports.Add(support);
            _isComplete = _supports.Count <= ConfigurationMatrix.MaxAmbientDimension && TryAssign(_supports.Count - 1, out _);
        }

        return _isComplete;
    }

    /// <summary>Whether four more columns could be added; the matching stays as it is.</summary>
    public bool CanAdd(ulong first, ulong second, ulong third, ulong fourth)
    {
        if (!_isComplete)
        {
            return false;
        }

        Span<ulong> before = stackalloc ulong[_rows];
        _assigned.CopyTo(before);
        var count = _supports.Count;
        var possible = TryAdd(first) && TryAdd(second) && TryAdd(third) && TryAdd(fourth);
        before.CopyTo(_assigned);
        _supports.RemoveRange(count, _supports.Count - count);
        _isComplete = true;
        return possible;
    }

    /// <summary>Finds a place for a column by moving others along an augmenting path, breadth first over rows.</summary>
    private bool TryAssign(int column, out int end)
    {
        Span<int> queue = stackalloc int[_rows];
        Span<int> mover = stackalloc int[_rows]; // the column that would move into a row, and comes from the row before it on the path
        Span<int> source = stackalloc int[_rows];
        var reached = 0UL;
        var (head, tail) = (0, 0);
        Reach(column, -1, queue, mover, source, ref reached, ref tail);
        for (end = -1; head < tail; head++)
        {
            var row = queue[head];
            if (BitOperations.PopCount(_assigned[row]) < _capacities[row])
            {
                end = row;
                Shift(row, mover, source);
                return true;
            }

            for (var columns = _assigned[row]; columns != 0; columns &= columns - 1)
            {
                Reach(BitOperations.TrailingZeroCount(columns), row, queue, mover, source, ref reached, ref tail);
            }
        }

        return false;
    }

    private void Reach(int column, int from, Span<int> queue, Span<int> mover, Span<int> source, ref ulong reached, ref int tail)
    {
        for (var rows = _supports[column] & ~reached; rows != 0; rows &= rows - 1)
        {
            var row = BitOperations.TrailingZeroCount(rows);
            (queue[tail++], mover[row], source[row]) = (row, column, from);
        }

        reached |= _supports[column];
    }

    private void Shift(int row, ReadOnlySpan<int> mover, ReadOnlySpan<int> source)
    {
        while (row >= 0)
        {
            var bit = 1UL << mover[row];
            _assigned[row] |= bit;
            row = source[row];
            if (row >= 0)
            {
                _assigned[row] &= ~bit;
            }
        }
    }
}
