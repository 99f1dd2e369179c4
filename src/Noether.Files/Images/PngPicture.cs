using SkiaSharp;

namespace Noether.Files.Images;

/// <summary>A PNG file as grey pixels.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Pixels">Brightness 0 to 1, row by row from the top; transparent is black. Shape [height * width].</param>
/// <param name="Sha256">The SHA-256 of the file's bytes in lower-case hexadecimal.</param>
internal sealed record PngPicture(int Height, int Width, float[] Pixels, string Sha256)
{
    /// <summary>Shares of red, green and blue in the brightness (ITU-R BT.601).</summary>
    private const float Red = 0.299f;
    private const float Green = 0.587f;
    private const float Blue = 0.114f;

    private const int BytesPerPixel = 4;

    /// <summary>Decodes a file.</summary>
    /// <exception cref="DataFileException">It is not a PNG, or is cut.</exception>
    public static PngPicture Read(string path)
    {
        using var file = DataFile.OpenPicture(path);
        return file.Guarded("a PNG picture", () => Decode(file));
    }

    private static PngPicture Decode(DataFile file)
    {
        using var data = SKData.Create(file.Content());
        using var codec = SKCodec.Create(data) ?? throw Broken(file, "a header that cannot be read");
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            throw Broken(file, result == SKCodecResult.IncompleteInput ? "a picture that is cut" : $"content that cannot be decoded ({result})");
        }

        var bytes = bitmap.GetPixelSpan();
        var pixels = new float[info.Width * info.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var rgb = bytes.Slice(i * BytesPerPixel, 3);
            pixels[i] = ((Red * rgb[0]) + (Green * rgb[1]) + (Blue * rgb[2])) / byte.MaxValue;
        }

        return new(info.Height, info.Width, pixels, file.Sha256);
    }

    private static DataFileException Broken(DataFile file, string found) => new(file.Path, "a PNG picture", found, "write the picture anew, or take it out of the folder");
}
