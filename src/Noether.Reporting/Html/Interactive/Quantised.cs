using System.Runtime.InteropServices;
using System.Text.Json;

namespace Noether.Reporting.Html.Interactive;

/// <summary>
/// Numbers as 16-bit steps between the least and the largest of them, in base 64: a fifth of their size as text, and finer than any screen.
/// The last step stands for a number that is not finite.
/// </summary>
internal static class Quantised
{
    /// <summary>The step that stands for no number.</summary>
    internal const ushort Absent = ushort.MaxValue;

    /// <summary>Writes an object with the ends and the steps.</summary>
    internal static void Write(Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        var (from, to) = Ends(values);
        json.WriteStartObject(name);
        json.WriteNumber("from", from);
        json.WriteNumber("to", to);
        json.WriteString("data", Base64(Steps(values, from, to)));
        json.WriteEndObject();
    }

    /// <summary>Small whole numbers, 0 .. 65535, in base 64.</summary>
    internal static string Base64(ReadOnlySpan<ushort> wholes) => Convert.ToBase64String(MemoryMarshal.AsBytes(wholes));

    private static (double From, double To) Ends(ReadOnlySpan<double> values)
    {
        var (from, to) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                (from, to) = (Math.Min(from, value), Math.Max(to, value));
            }
        }

        return from > to ? (0, 0) : (from, to);
    }

    private static ushort[] Steps(ReadOnlySpan<double> values, double from, double to)
    {
        var steps = new ushort[values.Length];
        var range = (to / 2) - (from / 2); // halves, so that the difference of two huge numbers stays finite
        for (var i = 0; i < values.Length; i++)
        {
            steps[i] = !double.IsFinite(values[i]) ? Absent
                : range > 0 ? (ushort)Math.Round(((values[i] / 2) - (from / 2)) / range * (Absent - 1))
                : (ushort)0;
        }

        return steps;
    }
}
