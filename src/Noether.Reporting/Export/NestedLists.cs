using System.Globalization;
using Noether.Numerics;

namespace Noether.Reporting.Export;

/// <summary>Vectors and matrices as nested lists, in the brackets of a language.</summary>
/// <param name="Open">What opens a list.</param>
/// <param name="Close">What closes it.</param>
internal sealed record NestedLists(string Open, string Close)
{
    /// <summary>How a power of ten is written.</summary>
    public string Exponent { get; init; } = "e";

    /// <summary>A number that reads back to the same bits, with a decimal point.</summary>
    public string Number(double value)
    {
        var text = (value + 0.0).ToString("R", CultureInfo.InvariantCulture).Replace("E+", "E", StringComparison.Ordinal);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent >= 0)
        {
            return text[..exponent] + Exponent + text[(exponent + 1)..];
        }

        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    public string Vector(IEnumerable<double> values) => List(values.Select(Number));

    public string Matrix(Matrix matrix) => List(Enumerable.Range(0, matrix.Rows).Select(row => Vector(matrix.Row(row).ToArray())));

    /// <summary>A list of matrices, one a line.</summary>
    public string Matrices(IEnumerable<Matrix> matrices) =>
        $"{Open}\n{string.Join(",\n", matrices.Select(matrix => "    " + Matrix(matrix)))}\n{Close}";

    /// <summary>The rows of a matrix, entries and rows apart by what a language takes.</summary>
    public string Rows(Matrix matrix, string entries, string rows) =>
        string.Join(rows, Enumerable.Range(0, matrix.Rows).Select(row => string.Join(entries, matrix.Row(row).ToArray().Select(Number))));

    public string List(IEnumerable<string> items) => $"{Open}{string.Join(", ", items)}{Close}";

    /// <summary>A text between quotes, with a backslash before characters that mean something there.</summary>
    public static string Quoted(string text, string special = "\\\"") =>
        $"\"{string.Concat(OneLine(text).Select(c => special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"))}\"";

    /// <summary>A text for a comment: nothing in it ends the line.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' ? ' ' : c));
}
