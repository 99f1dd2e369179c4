using Noether.Reporting.Fonts;

namespace Noether.Reporting.Tests;

public static class FontArchiveTests
{
    [Fact]
    public static void The_typeface_is_the_one_that_comes_with_the_library()
    {
        Assert.Equal("Inter", InterTypeface.Regular.FamilyName);
        Assert.True(InterTypeface.Regular.ContainsGlyphs("0123456789 −.,()=⁰¹²³⁴⁵⁶⁷⁸⁹⁻ xyzXYZ αβγψ"));
        Assert.True(InterTypeface.Bold.FontWeight > InterTypeface.Regular.FontWeight);
    }

    [Fact]
    public static void A_file_that_is_not_in_the_archive_is_named()
    {
        using var assembly = typeof(InterTypeface).Assembly.GetManifestResourceStream("Inter")!;

        Assert.Contains("/Assets/Other.ttf", Assert.Throws<InvalidDataException>(() => FontArchive.Extract(assembly, "/Assets/Other.ttf")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void An_assembly_without_an_archive_is_refused()
    {
        using var assembly = File.OpenRead(typeof(FontArchiveTests).Assembly.Location);

        Assert.Throws<InvalidDataException>(() => FontArchive.Extract(assembly, "/Assets/Inter-Regular.ttf"));
    }
}
