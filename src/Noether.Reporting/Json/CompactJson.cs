using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noether.Numerics;

namespace Noether.Reporting.Json;

/// <summary>JSON values that stand on one line inside an indented file, so that a matrix or a table row can be read by eye.</summary>
internal static class CompactJson
{
    // The file is read by people and by JSON readers, never pasted into a page: letters such as the Greek ones stay letters.
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private const int IndentSize = 2; // as the writer has it

    /// <summary>Writes what <paramref name="body"/> writes, on one line.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="body">Writes one value.</param>
    /// <param name="inList">Whether it is an element of a list, which starts a new line; the writer breaks lines for its own values alone.</param>
    internal static void WriteLine(this Utf8JsonWriter writer, Action<Utf8JsonWriter> body, bool inList = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (inList)
        {
            buffer.Write(Encoding.UTF8.GetBytes($"\n{new string(' ', IndentSize * writer.CurrentDepth)}"));
        }

        using (var line = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder }))
        {
            body(line);
        }

        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }

    /// <summary>Writes a number; one that is not finite becomes the text "NaN", since JSON has no word for it.</summary>
    internal static void WriteNumber(this Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue("NaN");
        }
    }

    /// <summary>Writes a matrix as a list of rows on one line.</summary>
    internal static void WriteMatrix(this Utf8JsonWriter writer, Matrix matrix, bool inList = true) => writer.WriteLine(line =>
    {
        line.WriteStartArray();
        for (var i = 0; i < matrix.Rows; i++)
        {
            line.WriteList(matrix.Row(i).ToArray(), WriteNumber);
        }

        line.WriteEndArray();
    }, inList);

    /// <summary>Writes a list, each element by <paramref name="element"/>.</summary>
    internal static void WriteList<T>(this Utf8JsonWriter writer, IEnumerable<T> values, Action<Utf8JsonWriter, T> element)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            element(writer, value);
        }

        writer.WriteEndArray();
    }
}
