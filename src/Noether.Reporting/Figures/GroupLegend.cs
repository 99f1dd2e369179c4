using Noether.Reporting.Fonts;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>The names of the groups beside their colours; one column on the right of the panels.</summary>
internal sealed class GroupLegend
{
    private const float TextSize = 13;
    private const float LineHeight = 20;
    private const float MarkRadius = 5;
    private const float TextOffset = 16;
    private const int Top = 44;
    private const int Room = 24;
    private const int LongestName = 24;

    private readonly (string Text, Rgb? Colour)[] _lines;

    internal GroupLegend(GroupColours colours, int height)
    {
        _lines = Lines(colours, (int)((height - Top) / LineHeight));
        Width = _lines.Length == 0 ? 0 : (int)(_lines.Max(line => Measure(line.Text)) + TextOffset + Room);
    }

    /// <summary>The width it needs; 0 where there is at most one group, which needs no legend.</summary>
    internal int Width { get; }

    internal void Draw(SKCanvas canvas, float left, float top)
    {
        using var ink = new SKPaint { Color = Palette.Ink.ToSkia(), IsAntialias = true };
        var y = top + Top;
        foreach (var (text, colour) in _lines)
        {
            if (colour is { } shown)
            {
                using var fill = new SKPaint { Color = shown.ToSkia(), IsAntialias = true };
                canvas.DrawCircle(left + MarkRadius, y, MarkRadius, fill);
            }

            using var font = new SKFont(Typefaces.For(text), TextSize);
            canvas.DrawText(text, left + TextOffset, y + (TextSize / 3), font, ink);
            y += LineHeight;
        }
    }

    private static float Measure(string text)
    {
        using var font = new SKFont(Typefaces.For(text), TextSize);
        return font.MeasureText(text);
    }

    private static (string, Rgb?)[] Lines(GroupColours colours, int room)
    {
        var names = colours.Names;
        if (names.Length <= 1)
        {
            return [];
        }

        (string, Rgb?)[] lines = [.. names.Take(names.Length <= room ? room : room - 1).Select(name => (Shortened(name), (Rgb?)colours[name]))];
        return names.Length <= room ? lines : [.. lines, ($"and {names.Length - lines.Length} more", null)];
    }

    private static string Shortened(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - 1)]}\u2026";
}
