using Noether.Reports;
using ScottPlot;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>Tens of thousands of points, one path per group: fast as pixels, small as a drawing.</summary>
internal sealed class PointsPlottable(ScatterLayer layer, GroupColours colours) : IPlottable
{
    private const float LargestMark = 6;
    private const float SmallestMark = 2.4f;
    private const float MarkScale = 250; // a mark's size times the square root of the number of points: constant ink
    private const int MostAsPaths = 40_000; // about a megabyte; beyond, pixels are the smaller drawing
    private const float PixelsPerUnit = 2;

    // Positions are rounded to this part of a unit: exact in binary, so their decimals in a drawing are few.
    private const float Grid = 4;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = ScottPlot.Axes.Default;

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => layer.X.IsEmpty
        ? AxisLimits.NoLimits
        : new(layer.X.Min(), layer.X.Max(), layer.Y.Min(), layer.Y.Max());

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        if (rp.Canvas is SKNoDrawCanvas)
        {
            return;
        }

        if (layer.X.Length > MostAsPaths)
        {
            RenderAsPixels(rp);
        }
        else
        {
            RenderAsPaths(rp.Canvas);
        }
    }

    private void RenderAsPixels(RenderPack rp)
    {
        var area = SKRect.Create(MathF.Floor(rp.DataRect.Left), MathF.Floor(rp.DataRect.Top), MathF.Ceiling(rp.DataRect.Width) + 1, MathF.Ceiling(rp.DataRect.Height) + 1);
        using var surface = SKSurface.Create(new SKImageInfo((int)(area.Width * PixelsPerUnit), (int)(area.Height * PixelsPerUnit)));
        surface.Canvas.Scale(PixelsPerUnit);
        surface.Canvas.Translate(-area.Left, -area.Top);
        RenderAsPaths(surface.Canvas);
        using var image = surface.Snapshot();
        rp.Canvas.DrawImage(image, area);
    }

    private void RenderAsPaths(SKCanvas canvas)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeCap = SKStrokeCap.Round, // a stroke of no length with round ends is a disc
            StrokeWidth = Math.Clamp(MarkScale / MathF.Sqrt(layer.X.Length), SmallestMark, LargestMark),
        };
        var groups = Dots();
        for (var group = 0; group < groups.Length; group++)
        {
            paint.Color = colours[layer.GroupNames[group]].ToSkia();
            canvas.DrawPath(groups[group], paint);
            groups[group].Dispose();
        }
    }

    private SKPath[] Dots()
    {
        var dots = layer.GroupNames.Select(_ => new SKPath()).ToArray();
        var drawn = new HashSet<(int Group, SKPoint Place)>(); // points of a group that fall on one another are drawn once
        for (var i = 0; i < layer.X.Length; i++)
        {
            var pixel = Axes.GetPixel(new Coordinates(layer.X[i], layer.Y[i]));
            var place = new SKPoint(MathF.Round(pixel.X * Grid) / Grid, MathF.Round(pixel.Y * Grid) / Grid);
            if (drawn.Add((layer.Groups[i], place)))
            {
                dots[layer.Groups[i]].MoveTo(place);
                dots[layer.Groups[i]].LineTo(place);
            }
        }

        return dots;
    }
}
