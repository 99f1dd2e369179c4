using Noether.Data;
using Noether.Data.Images;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>A picture moved along exp(tA) in the space of principal components, beside the same picture turned, Eq. (I4).</summary>
internal sealed record MovedDigit
{
    /// <summary>Steps of a full turn.</summary>
    public const int Steps = 8;

    /// <summary>Speeds that are tried; on three components planes of frequency 1 may be missing.</summary>
    private const int HighestSpeed = 4;

    /// <summary>Pictures, moved above and turned below, one column per angle. Shape [2 * height, steps * width].</summary>
    public required Matrix Strip { get; init; }

    /// <summary>Principal components on which it moves.</summary>
    public required int Components { get; init; }

    /// <summary>Mean cosine between moved and turned pictures, in the components and relative to the mean picture.</summary>
    public required double Agreement { get; init; }

    /// <summary>The same for random rotations of equal norm: the control.</summary>
    public required double Control { get; init; }

    public static MovedDigit Of(RotatedDigitsSamples samples, int picture, RotationPlanes planes, Seed seed, Execution execution)
    {
        var components = planes.Unit.Rows;
        var turned = Turned(samples, picture);
        var along = samples.Components.Transform(turned.ToPoints(), execution).FirstCoordinates(components);
        var moved = Better(along, planes.Unit);
        var random = Better(along, Random(planes.Unit, seed));
        return new()
        {
            Components = components,
            Strip = Strips(samples, moved.Points, turned, execution),
            Agreement = moved.Cosine,
            Control = random.Cosine,
        };
    }

    private static ImageStack Turned(RotatedDigitsSamples samples, int picture)
    {
        var images = samples.Rotated.Images;
        var upright = images.Picture(samples.Rotated.Sources.IndexOf(picture));
        var pixels = new float[Steps * upright.Length];
        for (var step = 0; step < Steps; step++)
        {
            ImageRotation.Turn(upright, images.Width, Angle(step), pixels.AsSpan(step * upright.Length, upright.Length));
        }

        return new(Steps, images.Height, images.Width, pixels);
    }

    /// <summary>The first point moved to all angles, in the sense and at the whole multiple of the speed that fit best: a generator has neither of its own.</summary>
    private static (PointCloud Points, double Cosine) Better(PointCloud turned, Matrix generator) =>
        Enumerable.Range(1, HighestSpeed).SelectMany(speed => new[] { speed, -speed })
            .Select(speed => Moved(turned, speed * generator))
            .Select(points => (points, Fit(points, turned)))
            .MaxBy(pair => pair.Item2);

    private static PointCloud Moved(PointCloud turned, Matrix generator)
    {
        var values = new double[turned.Values.Length];
        for (var step = 0; step < Steps; step++)
        {
            MatrixExponential.Of(Angle(step) * generator).Apply(turned.Row(0), values.AsSpan(step * turned.Dimension, turned.Dimension));
        }

        return new(Steps, turned.Dimension, values);
    }

    private static double Fit(PointCloud moved, PointCloud turned) =>
        Enumerable.Range(1, Steps - 1).Average(step => System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(moved.Row(step), turned.Row(step)));

    private static Matrix Random(Matrix unit, Seed seed)
    {
        var stream = seed.Stream();
        var entries = Matrix.Generate(unit.Rows, unit.Rows, (_, _) => stream.NextGaussian());
        var skew = entries - entries.Transposed;
        return unit.Norm / skew.Norm * skew;
    }

    private static Matrix Strips(RotatedDigitsSamples samples, PointCloud moved, ImageStack turned, Execution execution)
    {
        var pixels = samples.Components.Inverse(Padded(moved, samples.Components.Count), execution);
        var (height, width) = (turned.Height, turned.Width);
        return Matrix.Generate(2 * height, Steps * width, (row, column) =>
        {
            var (step, x) = Math.DivRem(column, width);
            return row < height ? pixels[step, (row * width) + x] : turned.Picture(step)[((row - height) * width) + x];
        });
    }

    private static PointCloud Padded(PointCloud points, int dimension) =>
        points.MappedBy(Matrix.Generate(dimension, points.Dimension, (row, column) => row == column ? 1 : 0));

    private static double Angle(int step) => 2 * Math.PI * step / Steps;
}
