using System.Net;
using System.Security;
using System.Text.RegularExpressions;
using Noether.Reporting.Fonts;
using Noether.Reports;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>What the drawing library's SVG lacks: fonts that every reader has, words for those who do not see it, short paths, and names that do not change from run to run.</summary>
internal static partial class SvgText
{
    private const int Unlimited = System.Threading.Timeout.Infinite; // the input is our own, and a busy machine must not fail a report

    private const string Families = "font-family=\"Inter, 'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif\"";

    internal static string Finish(string svg, Figure figure)
    {
        var texts = Text().Replace(svg, Fitted);
        var dots = Dot().Replace(Renumbered(texts), "M${place}h0");
        var description = $"<title>{SecurityElement.Escape(figure.Title)}</title><desc>{SecurityElement.Escape(figure.Caption)}</desc>";
        dots = dots.Replace("<image ", "<image style=\"image-rendering:pixelated\" "); // cells have edges
        return Root().Replace(dots, root => $"<svg viewBox=\"0 0 {root.Groups["width"]} {root.Groups["height"]}\"{root.Groups["rest"]}>{description}", count: 1);
    }

    // The library places every letter by itself, for its own font; in another one they would overlap. Here the text's length is
    // given, and the reader's program fits the letters of its font into it.
    private static string Fitted(Match text)
    {
        var content = text.Groups["content"].Value.Trim();
        var style = text.Groups["style"].Value;
        using var font = new SKFont(Weight().IsMatch(style) ? InterTypeface.Bold : InterTypeface.Regular, float.Parse(Size().Match(style).Value));
        var length = font.MeasureText(WebUtility.HtmlDecode(content));
        return $"<text{FontFamily().Replace(Weight().Replace(style, "font-weight=\"600\""), Families)}x=\"{text.Groups["x"]}\" y=\"{text.Groups["y"]}\" textLength=\"{length:0.##}\" lengthAdjust=\"spacingAndGlyphs\">{content}</text>";
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

    [GeneratedRegex("<text(?<style>[^>]*)x=\"(?<x>[-0-9.e]+),[^\"]*\" y=\"(?<y>[-0-9.e]+),[^\"]*\">(?<content>[^<]*)</text>", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex Text();

    [GeneratedRegex("font-family=\"[^\"]*\"", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex FontFamily();

    [GeneratedRegex("font-weight=\"[^\"]*\"", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex Weight();

    [GeneratedRegex("(?<=font-size=\")[0-9.]+", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex Size();

    [GeneratedRegex("(?<=id=\"|#)cl_[0-9a-f]+", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex Clip();

    // A mark is a line from a place to the same place.
    [GeneratedRegex(@"M(?<place>[-\d.]+ [-\d.]+)L\k<place>(?![\d.])", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex Dot();

    [GeneratedRegex("<svg(?<rest>[^>]*width=\"(?<width>[0-9]+)\" height=\"(?<height>[0-9]+)\"[^>]*)>", RegexOptions.ExplicitCapture, Unlimited)]
    private static partial Regex Root();
}
