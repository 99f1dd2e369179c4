using SkiaSharp;

namespace Noether.Reporting.Fonts;

/// <summary>Chooses the typeface of a text: Inter, or a font of the machine for names in a script that Inter lacks.</summary>
internal static class Typefaces
{
    /// <summary>The typeface in which as much of a text as possible can be read.</summary>
    internal static SKTypeface For(string text, bool bold = false)
    {
        var inter = bold ? InterTypeface.Bold : InterTypeface.Regular;
        if (inter.ContainsGlyphs(text))
        {
            return inter;
        }

        var missing = text.EnumerateRunes().First(rune => !inter.ContainsGlyph(rune.Value));
        return SKFontManager.Default.MatchCharacter(missing.Value) is { } other && other.ContainsGlyphs(text) ? other : inter;
    }

    /// <summary>The family of <see cref="For"/>.</summary>
    internal static string FamilyFor(string text) => For(text) is var face && (face == InterTypeface.Regular || face == InterTypeface.Bold) ? InterTypeface.Family : face.FamilyName;

    /// <summary>Whether every character of a text, but for line feeds, which are not drawn, can be drawn on this machine.</summary>
    internal static bool CanDraw(string text) => text.Split('\n').All(line => For(line).ContainsGlyphs(line));
}
