using System.Text;
using System.Text.Json;
using Noether.Reports;

namespace Noether.Reporting.Html.Interactive;

/// <summary>A figure as data for the page's own script, which draws it anew so that it can be explored.</summary>
internal static class FigureData
{
    /// <summary>Points of one figure that a page carries; beyond, its picture alone is shown.</summary>
    private const int MostPoints = 100_000;

    /// <summary>The data as JSON; null for a figure that its picture shows as well: a graph, and one without marks or with too many.</summary>
    internal static string? Of(Figure figure)
    {
        if (!CanBeExplored(figure))
        {
            return null;
        }

        var colours = Figures.GroupColours.Of(figure);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("title", figure.Title);
            json.WriteStartArray("panels");
            foreach (var panel in figure.Panels)
            {
                Write(json, panel, new(json, panel, colours));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static bool CanBeExplored(Figure figure)
    {
        var layers = figure.Panels.SelectMany(panel => panel.Layers).ToArray();
        return layers.Length > 0
            && !layers.Any(layer => layer is GraphLayer)
            && layers.OfType<ScatterLayer>().Sum(points => points.X.Length) <= MostPoints
            && layers.OfType<ScatterLayer>().All(points => points.GroupNames.Length < Quantised.Absent);
    }

    private static void Write(Utf8JsonWriter json, Panel panel, LayerData layers)
    {
        json.WriteStartObject();
        json.WriteString("title", panel.Title);
        json.WriteString("x", panel.Horizontal);
        json.WriteString("y", panel.Vertical);
        json.WriteString("z", panel.Depth);
        json.WriteBoolean("equal", panel.EqualUnits);
        json.WriteBoolean("log", panel.LogarithmicVertical);
        json.WriteStartArray("layers");
        foreach (var layer in panel.Layers)
        {
            json.WriteStartObject();
            layers.Write(layer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
