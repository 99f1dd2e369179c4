using Noether.Data.Images;
using Noether.Runs;

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

        var one = RotatedImages.Of(images, 5, AngleSampling.Independent, new(3), new() { Threads = 1 });
        var two = RotatedImages.Of(images, 5, AngleSampling.Independent, new(3), new() { Threads = 2 });

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
    public static void Stratified_angles_leave_no_gap_and_no_low_moment_to_chance()
    {
        const int copies = 100;
        var images = new ImageStack(20, 1, 1, new float[20]);

        var (stratified, independent) = (Angles(AngleSampling.Stratified), Angles(AngleSampling.Independent));

        Assert.All(stratified.Chunk(copies), angles =>
        {
            Assert.Equal(0, angles[0]);
            var around = angles.Order().Append(2 * Math.PI).ToArray();
            Assert.InRange(Enumerable.Range(0, copies).Max(i => around[i + 1] - around[i]), 2 * Math.PI / copies, 4 * Math.PI / copies);
        });
        Assert.InRange(RootMeanSquareMoment(stratified), 0, 0.01); // expected 2 (2 pi / n) / sqrt(12 n) = 0.0036, and 1 / sqrt(n) = 0.1 when independent
        Assert.InRange(RootMeanSquareMoment(independent), 0.06, 0.15);

        double[] Angles(AngleSampling sampling) => [.. RotatedImages.Of(images, copies, sampling, new(4), Execution.Default).Angles];

        double RootMeanSquareMoment(double[] all) => Math.Sqrt(all.Chunk(copies).Average(angles => Math.Pow(angles.Average(angle => Math.Cos(2 * angle)), 2) + Math.Pow(angles.Average(angle => Math.Sin(2 * angle)), 2)));
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
