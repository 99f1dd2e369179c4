using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Groups;

/// <summary>Affine maps of R^n as matrices [A b; 0 1], and their fields as [A b; 0 0].</summary>
internal static class AffineMap
{
    /// <summary>A matrix of the coordinates, with a last row and column unless it has them already.</summary>
    /// <param name="matrix">Shape [n, n] or [n + 1, n + 1].</param>
    /// <param name="dimension">n.</param>
    /// <param name="corner">The last entry: 1 of a map, 0 of a field.</param>
    public static Matrix Extended(Matrix matrix, int dimension, double corner)
    {
        var isExtended = matrix.Rows == dimension + 1 && Enumerable.Range(0, dimension).All(j => matrix[dimension, j] == 0) && matrix[dimension, dimension] == corner;
        return isExtended ? matrix
            : matrix.Rows == dimension ? Matrix.Generate(dimension + 1, dimension + 1, (i, j) => i < dimension && j < dimension ? matrix[i, j] : i == j ? corner : 0)
            : throw new ArgumentException($"Matrices of {dimension} coordinates have {dimension} rows; these have {matrix.Rows}.", nameof(matrix));
    }

    /// <summary>x -> x + factor b. Shape [n + 1, n + 1].</summary>
    public static Matrix Translation(ReadOnlySpan<double> by, double factor)
    {
        var (n, shift) = (by.Length, by.ToArray());
        return Matrix.Generate(n + 1, n + 1, (i, j) => i == j ? 1 : j == n ? factor * shift[i] : 0);
    }

    /// <summary>The map back, x -> A^-1 (x - b), however far the map moves its points.</summary>
    /// <param name="map">[A b; 0 1] with a regular A.</param>
    public static Matrix Inverse(Matrix map)
    {
        var n = map.Rows - 1;
        var back = LinearSystem.Inverse(Matrix.Generate(n, n, (i, j) => map[i, j]));
        var move = new double[n];
        back.Apply([.. Enumerable.Range(0, n).Select(i => -map[i, n])], move);
        return Matrix.Generate(n + 1, n + 1, (i, j) => i == n ? (j == n ? 1 : 0) : j == n ? move[i] : back[i, j]);
    }

    /// <summary>The image A x + b of a place; of a field, its motion there.</summary>
    /// <param name="matrix">[A b; 0 1] or [A b; 0 0].</param>
    /// <param name="place">x. Shape [n].</param>
    /// <param name="image">Filled with the image. Shape [n].</param>
    public static void Apply(Matrix matrix, ReadOnlySpan<double> place, Span<double> image)
    {
        for (var a = 0; a < image.Length; a++)
        {
            image[a] = TensorPrimitives.Dot(matrix.Row(a)[..place.Length], place) + matrix[a, place.Length];
        }
    }

    /// <summary>The images of all points, or their motions by a field. Shape [m, n].</summary>
    /// <param name="points">Shape [m, n].</param>
    /// <param name="matrix">[A b; 0 1] or [A b; 0 0].</param>
    public static PointCloud Images(PointCloud points, Matrix matrix)
    {
        var (n, values) = (points.Dimension, new double[points.Count * points.Dimension]);
        for (var i = 0; i < points.Count; i++)
        {
            Apply(matrix, points.Row(i), values.AsSpan(i * n, n));
        }

        return new(points.Count, n, values);
    }

    /// <summary>A map or a field of vectors, on coordinates that hold several of them.</summary>
    /// <param name="matrix">Shape [d + 1, d + 1].</param>
    /// <param name="dimension">The number of coordinates n.</param>
    /// <param name="vectors">The coordinates of each vector. Shape [vectors][d].</param>
    public static Matrix On(Matrix matrix, int dimension, ImmutableArray<ImmutableArray<int>> vectors)
    {
        var (d, corner) = (matrix.Rows - 1, matrix[matrix.Rows - 1, matrix.Rows - 1]);
        var entries = new double[(dimension + 1) * (dimension + 1)];
        for (var i = 0; i <= dimension; i++)
        {
            entries[(i * (dimension + 1)) + i] = corner; // other coordinates stay where they are
        }

        foreach (var vector in vectors)
        {
            for (var a = 0; a < d; a++)
            {
                for (var b = 0; b < d; b++)
                {
                    entries[(vector[a] * (dimension + 1)) + vector[b]] = matrix[a, b];
                }

                entries[(vector[a] * (dimension + 1)) + dimension] = matrix[a, d];
            }
        }

        return Matrix.FromEntries(dimension + 1, dimension + 1, entries);
    }

    /// <summary>What a map does to vectors of the plane or of space, in words: "rotation by 120 degrees about (0, 0, 1)".</summary>
    /// <param name="map">Orthogonal, [A 0; 0 1]; other maps are named by their number.</param>
    /// <param name="number">Its place in a list, counted from 0.</param>
    public static string Describe(Matrix map, int number)
    {
        var n = map.Rows - 1;
        var a = Matrix.Generate(n, n, (i, j) => map[i, j]);
        if (((a * a.Transposed) - Matrix.Identity(n)).Norm > Small || n is < 2 or > 3)
        {
            return string.Create(null, $"element {number + 1}");
        }

        return n == 2 ? InPlane(a) : InSpace(a);
    }

    private const double Small = 1e-6;

    // Half of the last digit of an axis.
    private const double Shown = 5e-4;

    private static string InPlane(Matrix a) => LinearSystem.Determinant(a) > 0
        ? $"rotation by {Degrees(Math.Atan2(a[1, 0], a[0, 0]))}"
        : $"mirror in the line at {Degrees(0.5 * Math.Atan2(a[1, 0], a[0, 0]))}";

    private static string InSpace(Matrix a)
    {
        var sign = Math.Sign(LinearSystem.Determinant(a));
        var proper = sign * a;
        var angle = Math.Acos(Math.Clamp((proper.Trace - 1) / 2, -1, 1));
        var axis = Axis(proper);
        return (sign, angle) switch
        {
            ( < 0, < Small) => "inversion",
            ( < 0, > Math.PI - Small) => $"mirror with normal {axis}",
            ( < 0, _) => $"rotation-reflection by {Degrees(Math.PI - angle)} about {axis}",
            _ => $"rotation by {Degrees(angle)} about {axis}",
        };
    }

    // The vector that a rotation leaves, with its first entry above 0.
    private static string Axis(Matrix rotation)
    {
        var off = rotation - Matrix.Identity(3);
        var axis = SymmetricEigen.Of(off.Transposed * off).Vectors.Row(0).ToArray();
        var sign = axis.First(entry => Math.Abs(entry) > Shown) > 0 ? 1 : -1;
        return $"({string.Join(", ", axis.Select(entry => string.Create(null, $"{(Math.Abs(entry) < Shown ? 0 : sign * entry):0.###}")))})";
    }

    private static string Degrees(double angle) => string.Create(null, $"{angle * 180 / Math.PI:0.##} degrees");
}
