using System.Text.Unicode;

namespace Noether.Files.Delimited;

/// <summary>The cells of one column while a text table is read: numbers as long as every cell is one.</summary>
internal sealed class CellList(string name, bool asText, bool hasDecimalComma)
{
    private readonly List<double> _numbers = [];
    private readonly List<string> _texts = [];
    private CellFlaw? _flaw;

    public string Name => name;

    /// <summary>Whether every cell so far is empty.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether a cell turned up that is no number, so that the column has to be read again as text.</summary>
    public bool IsTextAfterAll { get; private set; }

    /// <summary>Takes the next cell, unless the column will be read again anyway.</summary>
    public void Add(CsvHelper.CsvReader reader, int index, int row)
    {
        IsEmpty &= reader.GetSpan(index).IsEmpty;
        if (asText)
        {
            _texts.Add(hasDecimalComma ? DecimalComma.Pointed(reader.GetString(index)) : reader.GetString(index));
        }
        else if (!IsTextAfterAll)
        {
            AddNumber(reader.GetSpan(index), row);
        }
    }

    /// <summary>Whether a cell is valid UTF-8; only text columns can be harmed by one that is not.</summary>
    public bool Accepts(ReadOnlySpan<byte> cell) => !asText || Utf8.IsValid(cell);

    public Column ToColumn() => asText ? new(name, [.. _texts]) : new(name, [.. _numbers], _flaw);

    private void AddNumber(ReadOnlySpan<byte> cell, int row)
    {
        if (!(hasDecimalComma ? DecimalComma.TryRead(cell, out var number) : NumberText.TryRead(cell, out number)))
        {
            IsTextAfterAll = true;
            _numbers.Clear();
            return;
        }

        if (!double.IsFinite(number))
        {
            _flaw ??= new(row, System.Text.Encoding.UTF8.GetString(cell));
        }

        _numbers.Add(number);
    }
}
