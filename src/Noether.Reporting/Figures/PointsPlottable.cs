using Noether.Reports;
using ScottPlot;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>Tens of thousands of points, drawn group by group in one call each: fast as pixels, small as a drawing.</summary>
internal sealed class PointsPlottable(ScatterLayer layer, GroupColours colours) : IPlottable
{
    private const float LargestMark = 6;
    private const float SmallestMark = 2.4f;
    private const float MarkScale = 250; // a mark's size times the square root of the number of points: constant ink

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
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeCap = SKStrokeCap.Round, // a stroke of no length with round ends is a disc
            StrokeWidth = Math.Clamp(MarkScale / MathF.Sqrt(layer.X.Length), SmallestMark, LargestMark),
        };
        for (var group = 0; group < layer.GroupNames.Length; group++)
        {
            paint.Color = colours[layer.GroupNames[group]].ToSkia();
            using var dots = Dots(group);
            rp.Canvas.DrawPath(dots, paint);
        }
    }

    private SKPath Dots(int group)
    {
        var dots = new SKPath();
        var drawn = new HashSet<SKPoint>(); // points that fall on one another are drawn once
        for (var i = 0; i < layer.X.Length; i++)
        {
            if (layer.Groups[i] == group && Position(i) is var dot && drawn.Add(dot))
            {
                dots.MoveTo(dot);
                dots.LineTo(dot);
            }
        }

        return dots;
    }

    private SKPoint Position(int point)
    {
        var pixel = Axes.GetPixel(new Coordinates(layer.X[point], layer.Y[point]));
        return new(MathF.Round(pixel.X * Grid) / Grid, MathF.Round(pixel.Y * Grid) / Grid);
    }
}
