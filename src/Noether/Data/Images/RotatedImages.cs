using Noether.Runs;

namespace Noether.Data.Images;

/// <summary>Pictures, each at many random angles: samples on orbits of SO(2) in the space of pictures, Eq. (I1).</summary>
internal sealed record RotatedImages
{
    private RotatedImages(ImageStack images, ImmutableArray<int> sources, ImmutableArray<double> angles)
    {
        (Images, Sources, Angles) = (images, sources, angles);
    }

    /// <summary>The turned pictures, those of one source one after the other. Shape [n * rotations, height, width].</summary>
    public ImageStack Images { get; }

    /// <summary>The picture that each was made of. Shape [n * rotations].</summary>
    public ImmutableArray<int> Sources { get; }

    /// <summary>The angle by which each was turned, in radians from 0 to 2 pi; 0 for the first of each source. Shape [n * rotations].</summary>
    public ImmutableArray<double> Angles { get; }

    /// <summary>Turns every picture by random angles; the first copy of each stays upright.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="rotations">Copies of each picture, at least 1.</param>
    /// <param name="sampling">How the angles are drawn.</param>
    /// <param name="seed">Where the angles come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static RotatedImages Of(ImageStack images, int rotations, AngleSampling sampling, Seed seed, Execution execution)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rotations, 1);
        var size = images.Height * images.Width;
        var pixels = new float[checked(images.Count * rotations * size)];
        var angles = new double[images.Count * rotations];
        execution.ForEachBlock(images.Count, picture =>
        {
            var stream = seed.For(picture).Stream();
            for (var copy = 0; copy < rotations; copy++)
            {
                var number = (picture * rotations) + copy;
                angles[number] = copy == 0 ? 0 : Angle(stream, copy, rotations, sampling);
                ImageRotation.Turn(images.Picture(picture), images.Width, angles[number], pixels.AsSpan(number * size, size));
            }
        });
        return new(new(angles.Length, images.Height, images.Width, pixels), [.. Enumerable.Range(0, angles.Length).Select(number => number / rotations)], [.. angles]);
    }

    /// <summary>The angle of a copy; the sector of copy 0 has the upright picture in its middle.</summary>
    private static double Angle(RandomStream stream, int copy, int rotations, AngleSampling sampling)
    {
        var turn = stream.NextUniform(0, 1);
        return 2 * Math.PI * (sampling == AngleSampling.Stratified ? (copy - 0.5 + turn) / rotations : turn);
    }
}
