using Noether.Data;
using Noether.LieAlgebras;
using Noether.Numerics;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The planes in which one generator of so(2) turns the points, with the integer frequency of each, and the lines that it leaves alone, Eq. (I3).</summary>
internal sealed record RotationPlanes
{
    /// <summary>Orthonormal rows: two for each plane, the plane of the largest spread first, then the lines, the same way. Shape [d, d].</summary>
    public required Matrix Axes { get; init; }

    /// <summary>The frequency of each plane, positive. Shape [planes].</summary>
    public required ImmutableArray<int> Frequencies { get; init; }

    /// <summary>The generator scaled so that t is the angle by which a plane of frequency 1 turns, with the rates rounded to the integers that a full turn asks for.</summary>
    public required Matrix Unit { get; init; }

    /// <summary>The planes of a generator that was named so(2); null where it was not.</summary>
    public static RotationPlanes? Of(Matrix generator, AlgebraIdentification identification, PointCloud points)
    {
        if (identification is not AlgebraIdentification.Unique({ Name: "so(2)" } algebra))
        {
            return null;
        }

        var highest = algebra.Representation.Max(irrep => Math.Abs(int.TryParse(irrep.Label, out var charge) ? charge : 0));
        var skew = 0.5 * (generator - generator.Transposed);
        var squares = SymmetricEigen.Of(skew.Transposed * skew); // eigenvalues are squared rates, each plane's twice
        var unit = highest / Math.Sqrt(squares.Values[^1]) * skew;
        var parts = Parts(unit, squares.Vectors).OrderByDescending(part => part.Frequency > 0).ThenByDescending(part => Spread(points, part.Axes)).ToArray();
        return new()
        {
            Axes = Matrix.FromRows([.. parts.SelectMany(part => part.Axes)]),
            Frequencies = [.. parts.Where(part => part.Frequency > 0).Select(part => part.Frequency)],
            Unit = parts.Where(part => part.Frequency > 0).Aggregate(Matrix.Zero(unit.Rows, unit.Rows), (sum, part) => sum + (part.Frequency * Turn(part.Axes[0], part.Axes[1]))),
        };
    }

    /// <summary>The points along the line of the largest spread and as many planes as go into a number of coordinates; null where there are too few.</summary>
    public PointCloud? Strongest(PointCloud points, int count)
    {
        var (planes, line) = (count / 2, 2 * Frequencies.Length);
        if (planes > Frequencies.Length || line == Axes.Rows)
        {
            return null;
        }

        return points.MappedBy(Matrix.FromRows([.. Enumerable.Range(0, 2 * planes).Prepend(line).Select(row => Axes.Row(row).ToArray())]));
    }

    /// <summary>Splits the space along an orthonormal basis in which planes follow one another.</summary>
    private static List<(int Frequency, double[][] Axes)> Parts(Matrix unit, Matrix basis)
    {
        var found = new List<double[]>();
        var parts = new List<(int Frequency, double[][] Axes)>();
        for (var k = basis.Rows - 1; k >= 0; k--)
        {
            if (Rest(basis.Row(k), found) is not { } first)
            {
                continue;
            }

            found.Add(first);
            var image = new double[first.Length];
            unit.Apply(first, image);
            var frequency = (int)Math.Round(Length(image));
            var second = frequency == 0 ? null : Rest(image, found);
            if (second is not null)
            {
                found.Add(second);
            }

            parts.Add(second is null ? (0, [first]) : (frequency, [first, second]));
        }

        return parts;
    }

    /// <summary>The unit vector along what sticks out of the space found; null where that is less than half of the vector.</summary>
    private static double[]? Rest(ReadOnlySpan<double> vector, List<double[]> found)
    {
        var rest = vector.ToArray();
        var whole = Length(rest);
        foreach (var axis in found)
        {
            var along = System.Numerics.Tensors.TensorPrimitives.Dot<double>(rest, axis);
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(axis, -along, rest, rest);
        }

        var length = Length(rest);
        if (length < whole / 2)
        {
            return null;
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(rest, length, rest);
        return rest;
    }

    /// <summary>The generator that turns one unit vector towards another.</summary>
    private static Matrix Turn(double[] from, double[] to) => Matrix.Generate(from.Length, from.Length, (i, j) => (to[i] * from[j]) - (from[i] * to[j]));

    private static double Length(double[] vector) => System.Numerics.Tensors.TensorPrimitives.Norm<double>(vector);

    private static double Spread(PointCloud points, double[][] axes)
    {
        var along = points.MappedBy(Matrix.FromRows(axes));
        return System.Numerics.Tensors.TensorPrimitives.SumOfSquares(along.Values) / axes.Length;
    }
}
