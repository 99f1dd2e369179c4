using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators.Hyperplanes;

/// <summary>The points of an orbit that lie near one plane, in coordinates whose first two axes span the plane.</summary>
/// <param name="Basis">The axes b_1, b_2, ..., orthonormal rows. Shape [k, k].</param>
/// <param name="Points">Which points of the orbit were kept. Shape [m].</param>
/// <param name="Values">Their coordinates along the axes, point by point, field by field. Shape [m * fields * k].</param>
internal sealed record PlanePoints(Matrix Basis, int[] Points, double[] Values)
{
    /// <summary>The number of fields.</summary>
    public int Fields { get; private init; }

    /// <summary>Keeps the points whose first field x has |x . b_i| below <paramref name="delta"/> for every i of 3 and more, Eq. (G6).</summary>
    /// <param name="orbit">The orbit about its fixed point. Shape [n, fields * k].</param>
    /// <param name="basis">The axes.</param>
    /// <param name="delta">Half the thickness, in the units of the points.</param>
    public static PlanePoints Near(PointCloud orbit, Matrix basis, double delta)
    {
        var k = basis.Rows;
        var points = new List<int>();
        var values = new List<double>();
        Span<double> place = stackalloc double[k];
        for (var i = 0; i < orbit.Count; i++)
        {
            var row = orbit.Row(i);
            if (!IsNear(row, basis, delta))
            {
                continue;
            }

            points.Add(i);
            for (var field = 0; field < row.Length; field += k)
            {
                basis.Apply(row.Slice(field, k), place);
                values.AddRange(place);
            }
        }

        return new(basis, [.. points], [.. values]) { Fields = orbit.Dimension / k };
    }

    /// <summary>The coordinates of a kept point. Shape [fields * k].</summary>
    public ReadOnlySpan<double> Row(int kept) => Values.AsSpan(kept * Fields * Basis.Rows, Fields * Basis.Rows);

    private static bool IsNear(ReadOnlySpan<double> row, Matrix basis, double delta)
    {
        for (var axis = 2; axis < basis.Rows; axis++)
        {
            if (!(Math.Abs(System.Numerics.Tensors.TensorPrimitives.Dot(basis.Row(axis), row[..basis.Rows])) < delta))
            {
                return false;
            }
        }

        return true;
    }
}
