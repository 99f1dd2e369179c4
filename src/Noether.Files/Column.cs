using System.Globalization;
using Noether.Files.Delimited;

namespace Noether.Files;

/// <summary>One named column of a table: numbers, or text where some cell is not a number.</summary>
public sealed class Column
{
    private readonly double[]? _numbers;
    private readonly string[]? _texts;

    internal Column(string name, double[] numbers, CellFlaw? flaw = null)
    {
        Name = name;
        _numbers = numbers;
        FirstFlaw = flaw ?? FindFlaw(numbers);
    }

    internal Column(string name, string[] texts)
    {
        Name = name;
        if (!Array.TrueForAll(texts, NumberText.IsNumber))
        {
            _texts = texts;
            return;
        }

        _numbers = Array.ConvertAll(texts, NumberText.Read);
        var flaw = Array.FindIndex(_numbers, number => !double.IsFinite(number));
        FirstFlaw = flaw < 0 ? null : new CellFlaw(flaw, texts[flaw]);
    }

    private Column(string name, Column other, ColumnOrigin? origin)
    {
        (Name, _numbers, _texts, FirstFlaw) = (name, other._numbers, other._texts, other.FirstFlaw);
        (Origin, IsNumbered) = (origin, other.IsNumbered);
    }

    /// <summary>The name in the table's header.</summary>
    public string Name { get; }

    /// <summary>Whether every cell is a number, an empty cell or one of nan and inf.</summary>
    public bool IsNumeric => _numbers is not null;

    /// <summary>The number of rows.</summary>
    public int Count => _numbers?.Length ?? _texts!.Length;

    /// <summary>The numbers, NaN where a cell is empty. Shape [rows].</summary>
    /// <exception cref="InvalidOperationException">The column holds text.</exception>
    public ReadOnlySpan<double> Numbers => _numbers ?? throw new InvalidOperationException($"Column '{Name}' holds text.");

    /// <summary>The first cell of a numeric column that is not a finite number, as it stands in the file; null when all are.</summary>
    internal CellFlaw? FirstFlaw { get; }

    /// <summary>Where it was read, if it was put beside another table; such a column is no coordinate. Null for columns of the table itself.</summary>
    internal ColumnOrigin? Origin { get; }

    /// <summary>Whether it is a column of an array, numbered by the reader; false for columns with names of their own.</summary>
    internal bool IsNumbered { get; init; }

    /// <summary>The same cells under another name.</summary>
    internal Column Named(string name) => new(name, this, Origin);

    /// <summary>The same cells with the place where they were read.</summary>
    internal Column ComingFrom(ColumnOrigin origin) => new(Name, this, origin);

    /// <summary>The cells of some rows, in their order.</summary>
    internal Column Select(int[] rows) => _numbers is { } numbers ? new(Name, Array.ConvertAll(rows, row => numbers[row])) : new(Name, Array.ConvertAll(rows, row => _texts![row]));

    /// <summary>A cell as text; a number in the shortest form that parses back to it.</summary>
    public string TextAt(int row) => _texts is null ? (_numbers![row] + 0.0).ToString(CultureInfo.InvariantCulture) : _texts[row];

    private static CellFlaw? FindFlaw(double[] numbers)
    {
        var row = Array.FindIndex(numbers, number => !double.IsFinite(number));
        return row < 0 ? null : new CellFlaw(row, numbers[row].ToString(CultureInfo.InvariantCulture));
    }
}
