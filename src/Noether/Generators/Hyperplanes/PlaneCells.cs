namespace Noether.Generators.Hyperplanes;

/// <summary>The points near a plane sorted into square cells, as wide as a pair may be apart: all partners of a point lie in its cell or the eight around it.</summary>
internal sealed class PlaneCells
{
    private readonly Dictionary<(int Column, int Row), List<int>> _cells = [];
    private readonly (int Column, int Row)[] _cellOf;
    private readonly List<int> _found = [];

    /// <summary>Sorts the points by their first two coordinates.</summary>
    public PlaneCells(PlanePoints points, double width)
    {
        _cellOf = new (int, int)[points.Points.Length];
        for (var i = 0; i < _cellOf.Length; i++)
        {
            var row = points.Row(i);
            var cell = (Index(row[0] / width), Index(row[1] / width));
            _cellOf[i] = cell;
            if (!_cells.TryGetValue(cell, out var list))
            {
                _cells[cell] = list = [];
            }

            list.Add(i);
        }
    }

    /// <summary>The points after <paramref name="point"/> that may be within a cell's width of it; valid until the next call.</summary>
    public List<int> CandidatesAfter(int point)
    {
        _found.Clear();
        var (column, row) = _cellOf[point];
        for (var c = column - 1; c <= column + 1; c++)
        {
            for (var r = row - 1; r <= row + 1; r++)
            {
                if (_cells.TryGetValue((c, r), out var list))
                {
                    AddAfter(point, list);
                }
            }
        }

        return _found;
    }

    private void AddAfter(int point, List<int> list)
    {
        foreach (var other in list)
        {
            if (other > point)
            {
                _found.Add(other);
            }
        }
    }

    private static int Index(double scaled) => (int)Math.Clamp(Math.Floor(scaled), int.MinValue + 1.0, int.MaxValue - 1.0);
}
