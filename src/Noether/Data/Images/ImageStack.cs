namespace Noether.Data.Images;

/// <summary>Grey pictures of one size; never changes once built. Brightness 0 (black) to 1 (white), rows from the top. Shape [n, height, width].</summary>
internal sealed class ImageStack
{
    private readonly float[] _pixels;

    /// <summary>Takes over an array without copying it; the caller no longer writes to it.</summary>
    /// <param name="count">Number of pictures n, 0 or more.</param>
    /// <param name="height">Rows of a picture, at least 1.</param>
    /// <param name="width">Columns of a picture, at least 1.</param>
    /// <param name="pixels">Picture by picture, row by row. Shape [n * height * width]; finite.</param>
    /// <exception cref="ArgumentException">The array has another length, or a pixel is not finite.</exception>
    public ImageStack(int count, int height, int width, float[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (pixels.LongLength != (long)count * height * width)
        {
            throw new ArgumentException($"{count} pictures of {height} x {width} have {(long)count * height * width} pixels; got {pixels.LongLength}.", nameof(pixels));
        }

        var broken = Array.FindIndex(pixels, pixel => !float.IsFinite(pixel));
        if (broken >= 0)
        {
            throw new ArgumentException($"Pixels are finite numbers; picture {broken / (height * width)} holds {pixels[broken]}.", nameof(pixels));
        }

        (Count, Height, Width, _pixels) = (count, height, width, pixels);
    }

    /// <summary>The number of pictures n.</summary>
    public int Count { get; }

    /// <summary>The rows of a picture.</summary>
    public int Height { get; }

    /// <summary>The columns of a picture.</summary>
    public int Width { get; }

    /// <summary>The pixels of a picture, row by row. Shape [height * width].</summary>
    public ReadOnlySpan<float> Picture(int number) => _pixels.AsSpan(checked(number * Height * Width), Height * Width);

    /// <summary>The pictures with these numbers, in their order.</summary>
    public ImageStack Select(ReadOnlySpan<int> pictures)
    {
        var pixels = new float[pictures.Length * Height * Width];
        for (var i = 0; i < pictures.Length; i++)
        {
            Picture(pictures[i]).CopyTo(pixels.AsSpan(i * Height * Width));
        }

        return new(pictures.Length, Height, Width, pixels);
    }

    /// <summary>The pictures as points, one coordinate per pixel. Shape [n, height * width].</summary>
    public PointCloud ToPoints()
    {
        var values = new double[_pixels.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<float, double>(_pixels, values);
        return new(Count, Height * Width, values);
    }
}
