using Noether.Reporting.Fonts;
using Noether.Reports;
using ScottPlot;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>A graph: lines of its kinds of edges, and over them the nodes with their texts.</summary>
internal sealed class GraphPlottable(GraphLayer layer) : IPlottable
{
    private const float LargestRadius = 12;
    private const float SmallestRadius = 5;
    private const float RadiusPerSpace = 0.36f; // of the distance to the nearest node; below a half, so that circles stay apart
    private const float TextPerRadius = 1.3f;
    private const float LineWidth = 1.8f;
    private const double Border = 0.7; // lengths of an edge around the outermost nodes
    private static readonly Rgb Solid = Palette.Accent;
    private static readonly Rgb Dashed = Rgb.FromLch(0.62, 0.17, 50);

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = ScottPlot.Axes.Default;

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => layer.Edges
        .Where(edges => edges.Name.Length > 0)
        .Select(edges => new LegendItem
        {
            LabelText = edges.Name,
            LineColor = (edges.Dashed ? Dashed : Solid).ToPlot(),
            LineWidth = LineWidth,
            LinePattern = edges.Dashed ? LinePattern.Dashed : LinePattern.Solid,
        });

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => layer.X.IsEmpty
        ? AxisLimits.NoLimits
        : new(layer.X.Min() - Border, layer.X.Max() + Border, layer.Y.Min() - Border, layer.Y.Max() + Border);

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        var places = layer.X.Zip(layer.Y).Select(place => Axes.GetPixel(new Coordinates(place.First, place.Second))).Select(pixel => new SKPoint(pixel.X, pixel.Y)).ToArray();
        foreach (var edges in layer.Edges)
        {
            DrawEdges(rp.Canvas, edges, places);
        }

        DrawNodes(rp.Canvas, places, Radius(places));
    }

    private static void DrawEdges(SKCanvas canvas, GraphEdges edges, SKPoint[] places)
    {
        using var dashes = edges.Dashed ? SKPathEffect.CreateDash([6, 4], 0) : null;
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = LineWidth, Color = (edges.Dashed ? Dashed : Solid).ToSkia(), PathEffect = dashes };
        foreach (var (first, second) in edges.Pairs)
        {
            canvas.DrawLine(places[first], places[second], paint);
        }
    }

    private void DrawNodes(SKCanvas canvas, SKPoint[] places, float radius)
    {
        using var paper = new SKPaint { IsAntialias = true, Color = SKColors.White };
        using var outline = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1, Color = Palette.Ink.ToSkia() };
        using var ink = new SKPaint { IsAntialias = true, Color = Palette.Ink.ToSkia() };
        foreach (var (place, text) in places.Zip(layer.Texts).Where(node => node.Second.Length > 0))
        {
            if (layer.Circled)
            {
                canvas.DrawCircle(place, radius, paper);
                canvas.DrawCircle(place, radius, outline);
            }

            using var font = new SKFont(Typefaces.For(text), TextPerRadius * radius);
            canvas.DrawText(text, place.X, place.Y + (font.Metrics.CapHeight / 2), SKTextAlign.Center, font, ink);
        }
    }

    private static float Radius(SKPoint[] places)
    {
        var nearest = float.MaxValue;
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                nearest = Math.Min(nearest, SKPoint.Distance(places[i], places[j]));
            }
        }

        return Math.Clamp(RadiusPerSpace * nearest, SmallestRadius, LargestRadius);
    }
}
