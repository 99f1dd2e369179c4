using Noether.Numerics;

namespace Noether.Data;

/// <summary>A circle in R^3 about an axis.</summary>
internal sealed record CircleInSpace
{
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>The circle at a height above a point of the axis.</summary>
    /// <param name="origin">A point of the axis. Shape [3].</param>
    /// <param name="axis">The direction of the axis, of any length but zero. Shape [3].</param>
    /// <param name="radius">The radius, above 0.</param>
    /// <param name="height">How far along the axis the circle's plane lies from the origin.</param>
    /// <exception cref="ArgumentException">A shape is not [3], the axis has no direction, or the radius is not above 0.</exception>
    public CircleInSpace(ImmutableArray<double> origin, ImmutableArray<double> axis, double radius, double height)
    {
        if (origin.Length != 3 || axis.Length != 3)
        {
            throw new ArgumentException($"A circle in space has an origin and an axis of 3 coordinates; got {origin.Length} and {axis.Length}.", nameof(origin));
        }

        var length = Math.Sqrt(axis.Sum(x => x * x));
        if (!(length > 0) || !(radius > 0))
        {
            throw new ArgumentException($"A circle has an axis and a radius above 0; got an axis of length {length} and radius {radius}.", nameof(axis));
        }

        Axis = [.. axis.Select(x => x / length)];
        Radius = radius;
        Centre = [.. origin.Zip(Axis, (o, a) => o + (height * a))];
        var across = Axis.Select(Math.Abs).ToList().IndexOf(Axis.Min(Math.Abs));
        double[] unit = [across == 0 ? 1 : 0, across == 1 ? 1 : 0, across == 2 ? 1 : 0];
        _first = Cross([.. Axis], unit);
        var norm = Math.Sqrt(_first.Sum(x => x * x));
        _first = [.. _first.Select(x => x / norm)];
        _second = Cross([.. Axis], _first);
    }

    /// <summary>The direction of the axis, of length 1.</summary>
    public ImmutableArray<double> Axis { get; }

    /// <summary>The centre, a point of the axis.</summary>
    public ImmutableArray<double> Centre { get; }

    /// <summary>The radius.</summary>
    public double Radius { get; }

    /// <summary>The generator of rotations about the axis, x -> axis x x. Shape [3, 3].</summary>
    public Matrix Generator => Matrix.FromRows([0, -Axis[2], Axis[1]], [Axis[2], 0, -Axis[0]], [-Axis[1], Axis[0], 0]);

    /// <summary>The point of the circle at an angle in radians, into <paramref name="place"/>, shape [3].</summary>
    public void Place(double angle, Span<double> place)
    {
        for (var i = 0; i < 3; i++)
        {
            place[i] = Centre[i] + (Radius * ((Math.Cos(angle) * _first[i]) + (Math.Sin(angle) * _second[i])));
        }
    }

    private static double[] Cross(double[] a, double[] b) =>
        [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])];
}
