using System.Text.Json;
using Noether.Numerics;

namespace Noether.Reporting.Json;

/// <summary>Fields that may be absent: a null writes nothing at all.</summary>
internal static class FieldWriter
{
    internal static void WriteField(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteNumber(number);
        }
    }

    internal static void WriteField(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } truth)
        {
            writer.WriteBoolean(name, truth);
        }
    }

    internal static void WriteField(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes numbers on one line.</summary>
    internal static void WriteField(this Utf8JsonWriter writer, string name, IEnumerable<double>? values)
    {
        if (values is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteLine(line => line.WriteList(values, CompactJson.WriteNumber));
        }
    }

    /// <summary>Writes whole numbers on one line.</summary>
    internal static void WriteField(this Utf8JsonWriter writer, string name, IEnumerable<int>? values) =>
        writer.WriteField(name, values?.Select(value => (double)value));

    /// <summary>Writes texts on one line.</summary>
    internal static void WriteField(this Utf8JsonWriter writer, string name, IEnumerable<string>? values)
    {
        if (values is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteLine(line => line.WriteList(values, (list, text) => list.WriteStringValue(text)));
        }
    }

    /// <summary>Writes matrices.</summary>
    internal static void WriteField(this Utf8JsonWriter writer, string name, ImmutableArray<Matrix>? matrices)
    {
        if (matrices is { } all)
        {
            writer.WritePropertyName(name);
            writer.WriteList(all, (list, matrix) => list.WriteMatrix(matrix));
        }
    }

    /// <summary>Writes an object.</summary>
    internal static void WriteObject<T>(this Utf8JsonWriter writer, string name, T? value, Action<Utf8JsonWriter, T> fields)
        where T : class
    {
        if (value is not null)
        {
            writer.WriteStartObject(name);
            fields(writer, value);
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes a table: a list of objects, one a line.</summary>
    internal static void WriteRows<T>(this Utf8JsonWriter writer, string name, ImmutableArray<T>? rows, Action<Utf8JsonWriter, T> fields)
    {
        if (rows is null)
        {
            return;
        }

        writer.WritePropertyName(name);
        writer.WriteList(rows.Value, (list, row) => list.WriteLine(line =>
        {
            line.WriteStartObject();
            fields(line, row);
            line.WriteEndObject();
        }, inList: true));
    }
}
