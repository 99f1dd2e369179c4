namespace Noether.Data.Images;

/// <summary>
/// Turns pictures about their centre, Eq. (I1). What is seen is the disc that fits into the picture, with a soft rim of one pixel: a turned
/// square has corners without data, and a disc has none.
/// </summary>
internal static class ImageRotation
{
    /// <summary>Width of the rim over which the disc fades to black, in pixels.</summary>
    private const double Rim = 1;

    /// <summary>Writes a picture turned by an angle.</summary>
    /// <param name="picture">Brightness, row by row from the top. Shape [height * width].</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="angle">In radians; positive turns from the right towards the top, as seen.</param>
    /// <param name="turned">The result, black outside the disc. Shape [height * width].</param>
    public static void Turn(ReadOnlySpan<float> picture, int width, double angle, Span<float> turned)
    {
        var height = picture.Length / width;
        var (sine, cosine) = Math.SinCos(angle);
        var (middleRow, middleColumn) = ((height - 1) / 2.0, (width - 1) / 2.0);
        var radius = Math.Min(height, width) / 2.0;
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var (y, x) = (middleRow - row, column - middleColumn);
                var seen = Math.Clamp((radius - Math.Sqrt((x * x) + (y * y))) / Rim, 0, 1);
                var (fromX, fromY) = ((cosine * x) + (sine * y), (cosine * y) - (sine * x));
                turned[(row * width) + column] = seen == 0 ? 0 : (float)seen * At(picture, width, middleRow - fromY, middleColumn + fromX);
            }
        }
    }

    /// <summary>The brightness between pixels; black beyond the picture.</summary>
    private static float At(ReadOnlySpan<float> picture, int width, double row, double column)
    {
        var height = picture.Length / width;
        var (firstRow, firstColumn) = ((int)Math.Floor(row), (int)Math.Floor(column));
        Span<float> down = stackalloc float[CubicKernel.Taps];
        Span<float> across = stackalloc float[CubicKernel.Taps];
        CubicKernel.Weigh((float)(row - firstRow), down);
        CubicKernel.Weigh((float)(column - firstColumn), across);

        var sum = 0f;
        for (var i = Math.Max(0, 1 - firstRow); i < CubicKernel.Taps && firstRow - 1 + i < height; i++)
        {
            for (var j = Math.Max(0, 1 - firstColumn); j < CubicKernel.Taps && firstColumn - 1 + j < width; j++)
            {
                sum += down[i] * across[j] * picture[((firstRow - 1 + i) * width) + firstColumn - 1 + j];
            }
        }

        return sum;
    }
}
