using System.Globalization;
using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace Noether.Files.Columnar;

/// <summary>The cells of one column while a Parquet file is read.</summary>
internal sealed class ParquetColumn(DataFile file, DataField field)
{
    private readonly List<double> _numbers = [];
    private readonly List<string> _texts = [];
    private CellFlaw? _flaw;

    /// <summary>The rows so far.</summary>
    public int Count => _numbers.Count + _texts.Count;

    /// <summary>Appends the rows of a group.</summary>
    public Task AddAsync(ParquetRowGroupReader group, CancellationToken cancellation)
    {
        if (field.IsArray || field.MaxRepetitionLevel > 0)
        {
            throw Unsupported("a list in every row", "write one column per entry");
        }

        return Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.Double => AddNumbersAsync<double>(group, cancellation),
            TypeCode.Single => AddNumbersAsync<float>(group, cancellation),
            TypeCode.Int64 => AddNumbersAsync<long>(group, cancellation),
            TypeCode.Int32 => AddNumbersAsync<int>(group, cancellation),
            TypeCode.Int16 => AddNumbersAsync<short>(group, cancellation),
            TypeCode.SByte => AddNumbersAsync<sbyte>(group, cancellation),
            TypeCode.UInt64 => AddNumbersAsync<ulong>(group, cancellation),
            TypeCode.UInt32 => AddNumbersAsync<uint>(group, cancellation),
            TypeCode.UInt16 => AddNumbersAsync<ushort>(group, cancellation),
            TypeCode.Byte => AddNumbersAsync<byte>(group, cancellation),
            TypeCode.Decimal => AddNumbersAsync<decimal>(group, cancellation),
            TypeCode.Boolean => AddBooleansAsync(group, cancellation),
            _ when field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>) => AddTextsAsync(group, cancellation),
            _ => throw Unsupported($"the type {field.ClrType.Name}", "convert it to numbers or text"),
        };
    }

    public Column ToColumn() => _texts.Count > 0 ? new(field.Name, [.. _texts]) : new(field.Name, [.. _numbers], _flaw);

    private DataFileException Unsupported(string found, string remedy) =>
        new(file.Path, "numbers or text", found, remedy) { Column = Shortened.Text(field.Name) };

    private async Task AddNumbersAsync<T>(ParquetRowGroupReader group, CancellationToken cancellation)
        where T : struct, INumberBase<T>
    {
        var cells = new T?[checked((int)group.RowCount)];
        await group.ReadAsync<T>(field, cells.AsMemory(), cancellationToken: cancellation);
        foreach (var cell in cells)
        {
            AddNumber(cell is { } number ? double.CreateChecked(number) : null);
        }
    }

    private async Task AddBooleansAsync(ParquetRowGroupReader group, CancellationToken cancellation)
    {
        var cells = new bool?[checked((int)group.RowCount)];
        await group.ReadAsync<bool>(field, cells.AsMemory(), cancellationToken: cancellation);
        foreach (var cell in cells)
        {
            AddNumber(cell is { } isTrue ? (isTrue ? 1 : 0) : null);
        }
    }

    private async Task AddTextsAsync(ParquetRowGroupReader group, CancellationToken cancellation)
    {
        var cells = new string?[checked((int)group.RowCount)];
        await group.ReadAsync(field, cells.AsMemory()!, cancellationToken: cancellation);
        _texts.AddRange(cells.Select(cell => cell ?? ""));
    }

    private void AddNumber(double? cell)
    {
        if (cell is not { } number || !double.IsFinite(number))
        {
            _flaw ??= new(_numbers.Count, cell?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        _numbers.Add(cell ?? double.NaN);
    }
}
