using System.Security;
using System.Text.RegularExpressions;
using Noether.Reports;

namespace Noether.Reporting.Figures;

/// <summary>What the drawing library's SVG lacks: fonts that every reader has, words for those who do not see it, short paths, and names that do not change from run to run.</summary>
internal static partial class SvgText
{
    private const string Families = "font-family=\"Inter, 'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif\"";

    internal static string Finish(string svg, Figure figure)
    {
        var named = Renumbered(FontFamily().Replace(svg, Families));
        var dots = Dot().Replace(named, "M${place}h0");
        var description = $"<title>{SecurityElement.Escape(figure.Title)}</title><desc>{SecurityElement.Escape(figure.Caption)}</desc>";
        return Root().Replace(dots, match => $"{match.Value}{description}", count: 1);
    }

    // The library counts clips over the life of the process; here they count over the drawing.
    private static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, int>();
        foreach (Match clip in Clip().Matches(svg))
        {
            numbers.TryAdd(clip.Value, numbers.Count);
        }

        return Clip().Replace(svg, clip => $"clip{numbers[clip.Value]}");
    }

    [GeneratedRegex("font-family=\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FontFamily();

    [GeneratedRegex("(?<=id=\"|#)cl_[0-9a-f]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Clip();

    // A mark is a line from a place to the same place.
    [GeneratedRegex(@"M(?<place>[-\d.]+ [-\d.]+)L\k<place>(?![\d.])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Dot();

    [GeneratedRegex("<svg[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Root();
}
