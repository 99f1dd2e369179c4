using SkiaSharp;

namespace Noether.Files.Tests.Images;

/// <summary>Writes small PNG pictures.</summary>
internal static class Png
{
    public static void Write(string path, int height, int width, (byte Red, byte Green, byte Blue)[] pixels)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var bitmap = new SKBitmap(width, height);
        bitmap.Pixels = Array.ConvertAll(pixels, pixel => new SKColor(pixel.Red, pixel.Green, pixel.Blue));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, data.ToArray());
    }
}
