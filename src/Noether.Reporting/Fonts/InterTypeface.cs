using ScottPlot;
using SkiaSharp;

namespace Noether.Reporting.Fonts;

/// <summary>The typeface Inter, from this assembly: figures carry their text on machines without a single font, and look alike on all.</summary>
internal sealed class InterTypeface : IFontResolver
{
    /// <summary>The family's name in drawings.</summary>
    internal const string Family = "Inter";

    // One per process: a typeface is immutable, and the plotting library keeps what a resolver gives it for the life of the process.
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("Regular"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Load("SemiBold"));
    private static readonly Lazy<bool> Registration = new(Register);

    private InterTypeface()
    {
    }

    /// <summary>Running text.</summary>
    internal static SKTypeface Regular => RegularFace.Value;

    /// <summary>Titles.</summary>
    internal static SKTypeface Bold => BoldFace.Value;

    /// <summary>Makes the family known to the plotting library; calling it again changes nothing.</summary>
    internal static void EnsureRegistered() => _ = Registration.Value;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName != Family ? null : weight >= FontWeight.SemiBold ? Bold : Regular;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    private static bool Register()
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new InterTypeface());
        return true;
    }

    private static SKTypeface Load(string style)
    {
        using var assembly = typeof(InterTypeface).Assembly.GetManifestResourceStream("Inter")!;
        using var bytes = SKData.CreateCopy(FontArchive.Extract(assembly, $"/Assets/Inter-{style}.ttf"));
        return SKTypeface.FromData(bytes);
    }
}
