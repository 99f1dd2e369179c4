using Noether.Data.Images;

namespace Noether.Tests.Data.Images;

public static class ImageRotationTests
{
    private const int Size = 28;

    [Fact]
    public static void A_turn_by_nothing_keeps_the_disc_and_blackens_the_corners()
    {
        var picture = Filled(1);

        var turned = Turned(picture, 0);

        Assert.Equal(1, turned[(14 * Size) + 14], 1e-6);
        Assert.Equal(0, turned[0]);
        Assert.Equal(0, turned[^1]);
    }

    [Fact]
    public static void A_quarter_turn_moves_every_pixel_to_its_place()
    {
        var picture = Smooth();

        var turned = Turned(picture, Math.PI / 2);

        // Positive turns go from the right towards the top: what was at the right is at the top.
        foreach (var (row, column) in Inside())
        {
            Assert.Equal(picture[(column * Size) + Size - 1 - row], turned[(row * Size) + column], 1e-4);
        }
    }

    [Theory]
    [InlineData(0.3, 1.1)]
    [InlineData(-2.0, 0.7)]
    public static void Two_turns_are_one_turn_by_the_sum(double first, double second)
    {
        var picture = Smooth();

        var both = Turned(Turned(picture, first), second);
        var one = Turned(picture, first + second);

        // Cubic convolution is off by the third power of the pixel's size over the wave length of the picture, twice.
        Assert.All(Inside(), place => Assert.Equal(one[(place.Row * Size) + place.Column], both[(place.Row * Size) + place.Column], 2e-3));
    }

    [Fact]
    public static void A_turn_of_a_linear_picture_is_exact()
    {
        var picture = Pixels((x, y) => 0.5 + (0.02 * x) - (0.01 * y));
        var (sine, cosine) = Math.SinCos(0.4);
        var expected = Pixels((x, y) => 0.5 + (0.02 * ((cosine * x) + (sine * y))) - (0.01 * ((cosine * y) - (sine * x))));

        var turned = Turned(picture, 0.4);

        Assert.All(Inside(), place => Assert.Equal(expected[(place.Row * Size) + place.Column], turned[(place.Row * Size) + place.Column], 1e-5));
    }

    [Fact]
    public static void Copies_are_the_picture_turned_by_their_angles_at_any_thread_count()
    {
        var images = new ImageStack(3, Size, Size, [.. Smooth(), .. Filled(0.5f), .. Smooth()]);

        var one = RotatedImages.Of(images, 5, new(3), new() { Threads = 1 });
        var two = RotatedImages.Of(images, 5, new(3), new() { Threads = 2 });

        Assert.Equal(one.Angles, two.Angles);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2], one.Sources);
        for (var i = 0; i < 15; i++)
        {
            Assert.Equal(Turned(images.Picture(one.Sources[i]).ToArray(), one.Angles[i]), two.Images.Picture(i).ToArray());
        }

        Assert.Equal(0, one.Angles[5]);
        Assert.Equal(13, one.Angles.Distinct().Count()); // three upright copies share the angle 0
    }

    [Fact]
    public static void A_stack_says_what_is_wrong_with_its_pixels()
    {
        Assert.Throws<ArgumentException>(() => new ImageStack(1, 2, 2, new float[3]));
        Assert.Throws<ArgumentException>(() => new ImageStack(1, 1, 2, [0, float.NaN]));
    }

    private static float[] Turned(float[] picture, double angle)
    {
        var turned = new float[picture.Length];
        ImageRotation.Turn(picture, Size, angle, turned);
        return turned;
    }

    private static float[] Filled(float value) => [.. Enumerable.Repeat(value, Size * Size)];

    /// <summary>Waves of 14 pixels and longer.</summary>
    private static float[] Smooth() => Pixels((x, y) => 0.5 + (0.3 * Math.Sin(0.3 * x) * Math.Cos(0.2 * y)) + (0.1 * Math.Cos(0.45 * y)));

    private static float[] Pixels(Func<double, double, double> brightness) =>
        [.. Enumerable.Range(0, Size * Size).Select(i => (float)brightness((i % Size) - 13.5, 13.5 - (i / Size)))];

    /// <summary>Pixels whose surroundings never leave the disc.</summary>
    private static IEnumerable<(int Row, int Column)> Inside() =>
        from row in Enumerable.Range(0, Size)
        from column in Enumerable.Range(0, Size)
        where Math.Pow(row - 13.5, 2) + Math.Pow(column - 13.5, 2) < 100
        select (row, column);
}
