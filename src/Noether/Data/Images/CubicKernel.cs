namespace Noether.Data.Images;

/// <summary>Cubic convolution: the weights of the four pixels about a place between pixels, Eq. (I1). Exact for polynomials up to degree 2.</summary>
internal static class CubicKernel
{
    /// <summary>Pixels that enter along one axis.</summary>
    public const int Taps = 4;

    /// <summary>The slope at the neighbours; with -1/2 the interpolation error falls with the third power of the pixel's size.</summary>
    private const float Slope = -0.5f;

    /// <summary>The weights of the pixels at -1, 0, 1 and 2 for a place between pixels 0 and 1; their sum is 1.</summary>
    /// <param name="fraction">The place, 0 to 1.</param>
    /// <param name="weights">Shape [4].</param>
    public static void Weigh(float fraction, Span<float> weights)
    {
        weights[0] = Outer(1 + fraction);
        weights[1] = Inner(fraction);
        weights[2] = Inner(1 - fraction);
        weights[3] = Outer(2 - fraction);
    }

    /// <summary>The kernel at a distance of 0 to 1.</summary>
    private static float Inner(float distance) => ((((Slope + 2) * distance) - (Slope + 3)) * distance * distance) + 1;

    /// <summary>The kernel at a distance of 1 to 2.</summary>
    private static float Outer(float distance) => Slope * ((((((distance - 5) * distance) + 8) * distance)) - 4);
}
