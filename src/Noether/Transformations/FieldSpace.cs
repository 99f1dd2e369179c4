using Noether.Numerics;

namespace Noether.Transformations;

/// <summary>
/// A space of affine vector fields z -> A z + b among which symmetries are looked for, spanned by the rows of a matrix: each row is [A
/// b], row by row. Eq. (Y8)
/// </summary>
/// <param name="Name">"rotations", "linear" or "affine".</param>
/// <param name="Dimension">The number of coordinates r.</param>
/// <param name="Basis">Shape [fields, r (r + 1)]; null for all of them.</param>
internal sealed record FieldSpace(string Name, int Dimension, Matrix? Basis)
{
    /// <summary>The number of fields that span it.</summary>
    public int Count => Basis?.Rows ?? (Dimension * (Dimension + 1));

    /// <summary>All affine fields.</summary>
    public static FieldSpace Affine(int dimension) => new("affine", dimension, null);

    /// <summary>Constant fields.</summary>
    public static FieldSpace Translations(int dimension) =>
        new("translations", dimension, Matrix.Generate(dimension, dimension * (dimension + 1), (i, p) => p == (i * (dimension + 1)) + dimension ? 1 : 0));

    /// <summary>Fields of the input's coordinates, in a frame.</summary>
    /// <param name="name">The name of the space.</param>
    /// <param name="fields">Each of shape [n + 1, n + 1]; those that leave the frame are taken to it.</param>
    /// <param name="frame">The frame.</param>
    public static FieldSpace Of(string name, IEnumerable<Matrix> fields, CoordinateFrame frame)
    {
        var rows = Matrix.FromRows([.. fields.Select(field => frame.FromInput(field).Entries.ToArray())]);
        var gram = SymmetricEigen.Of(rows * rows.Transposed);
        var kept = Enumerable.Range(0, rows.Rows).Where(k => gram.Values[k] > Tolerance.Rounding.Relative * gram.Values[^1]).ToArray();
        return new(name, frame.Rank, Matrix.Generate(kept.Length, rows.Rows, (k, i) => gram.Vectors[kept[k], i] / Math.Sqrt(gram.Values[kept[k]])) * rows);
    }

    /// <summary>The linear maps of the input's coordinates, x -> A x.</summary>
    public static FieldSpace Linear(CoordinateFrame frame)
    {
        var n = frame.Lift.Rows;
        return Of("linear", from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select Unit(n, (i, j, 1)), frame);
    }

    /// <summary>The rotations and translations of the input's coordinates.</summary>
    public static FieldSpace Rotations(CoordinateFrame frame)
    {
        var n = frame.Lift.Rows;
        var rotations = from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, i) select Unit(n, (i, j, 1), (j, i, -1));
        return Of("rotations", rotations.Concat(Enumerable.Range(0, n).Select(i => Unit(n, (i, n, 1)))), frame);
    }

    /// <summary>The form v^T S v of a quadratic form on all fields, on the fields of this space.</summary>
    public Matrix Restrict(Matrix form) => Basis is { } basis ? basis * form * basis.Transposed : form;

    /// <summary>The fields with these coefficients, as fields of all. Shape [rows, r (r + 1)].</summary>
    public Matrix Expand(Matrix coefficients) => Basis is { } basis ? coefficients * basis : coefficients;

    private static Matrix Unit(int n, params (int Row, int Column, double Value)[] entries) =>
        Matrix.Generate(n + 1, n + 1, (i, j) => entries.Where(entry => entry.Row == i && entry.Column == j).Sum(entry => entry.Value));
}
