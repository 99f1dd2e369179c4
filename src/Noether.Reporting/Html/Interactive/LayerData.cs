using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Noether.Reporting.Figures;
using Noether.Reports;

namespace Noether.Reporting.Html.Interactive;

/// <summary>The layers of one panel as data, in the colours that their picture has.</summary>
internal sealed class LayerData(Utf8JsonWriter json, Panel panel, GroupColours colours)
{
    private int _lines;

    internal void Write(Layer layer)
    {
        switch (layer)
        {
            case ScatterLayer points:
                Points(points);
                break;
            case HeatLayer heat:
                Heat(heat);
                break;
            case LineLayer line:
                Line(line);
                break;
            case BarLayer bars:
                Bars(bars);
                break;
            default:
                throw new UnreachableException($"layer {layer.GetType()}");
        }
    }

    private void Points(ScatterLayer points)
    {
        json.WriteString("kind", "points");
        json.WriteBoolean("muted", points.Muted);
        Quantised.Write(json, "x", points.X.AsSpan());
        Quantised.Write(json, "y", points.Y.AsSpan());
        if (!points.Z.IsEmpty)
        {
            Quantised.Write(json, "z", points.Z.AsSpan());
        }

        if (!points.Samples.IsEmpty)
        {
            json.WriteString("samples", Convert.ToBase64String(MemoryMarshal.AsBytes(points.Samples.AsSpan())));
        }

        json.WriteStartArray("groups");
        Grouping(new(points.GroupTitle, points.Groups, points.GroupNames), coloured: true);
        foreach (var grouping in points.Groupings)
        {
            Grouping(grouping, coloured: false);
        }

        json.WriteEndArray();
    }

    private void Grouping(PointGrouping grouping, bool coloured)
    {
        json.WriteStartObject();
        json.WriteString("title", grouping.Title);
        Texts("names", grouping.Names);
        if (coloured)
        {
            Texts("colours", grouping.Names.Select(name => Hex(colours[name])));
        }

        json.WriteString("data", Quantised.Base64([.. grouping.Groups.Select(group => (ushort)group)]));
        json.WriteEndObject();
    }

    private void Heat(HeatLayer heat)
    {
        json.WriteString("kind", "heat");
        json.WriteString("label", heat.Label);
        json.WriteBoolean("signed", heat.Diverging);
        json.WriteNumber("rows", heat.Values.Rows);
        json.WriteNumber("columns", heat.Values.Columns);
        json.WriteNumber("left", heat.Left);
        json.WriteNumber("right", heat.Right);
        json.WriteNumber("bottom", heat.Bottom);
        json.WriteNumber("top", heat.Top);
        Texts("colours", HeatColours.Of(heat, behindPoints: panel.Layers.Any(layer => layer is ScatterLayer)).Select(Hex));
        Quantised.Write(json, "values", heat.Values.Entries);
    }

    private void Line(LineLayer line)
    {
        json.WriteString("kind", "line");
        json.WriteString("name", line.Name);
        json.WriteBoolean("marked", line.Marked);
        json.WriteString("colour", Hex(LinePlot.Colour(_lines++)));
        Numbers("x", line.X);
        Numbers("y", line.Y.Select(Place));
    }

    private void Bars(BarLayer bars)
    {
        json.WriteString("kind", "bars");
        json.WriteNumber("kept", bars.Highlighted);
        Texts("colours", [Hex(Palette.Accent), Hex(Palette.Muted)]);
        Numbers("y", bars.Values.Select(Place));
    }

    private double Place(double value) => LogarithmicAxis.Place(value, panel.LogarithmicVertical);

    private void Texts(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private void Numbers(string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                json.WriteNumberValue((float)value); // seven digits, as much as a screen can show many times over
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static string Hex(Rgb colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
}
