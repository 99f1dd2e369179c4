using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>Takes points apart into their fields and puts them together again.</summary>
internal static class FieldVectors
{
    /// <summary>One cloud per field; of conjugate complex fields the conjugate, which -A' moves.</summary>
    /// <param name="orbit">The points. Shape [n, fields * d].</param>
    /// <param name="fields">How they are divided.</param>
    /// <param name="d">The length of a field.</param>
    public static PointCloud[] Split(PointCloud orbit, FieldLayout fields, int d) => fields.Count == 1 && fields.Conjugate.IsEmpty
        ? [orbit]
        :
        [
            .. Enumerable.Range(0, fields.Count).Select(field => orbit.MappedBy(Matrix.Generate(
                d,
                orbit.Dimension,
                (i, j) => j != (field * d) + i ? 0 : fields.Conjugate.Contains(field) ? fields.Sign(i, d) : 1))),
        ];

    /// <summary>The fields of every point, one after the other. Shape [n, fields * k].</summary>
    public static PointCloud Join(PointCloud[] fields)
    {
        if (fields.Length == 1)
        {
            return fields[0];
        }

        var (n, k) = (fields[0].Count, fields[0].Dimension);
        var values = new double[n * k * fields.Length];
        for (var i = 0; i < n; i++)
        {
            for (var field = 0; field < fields.Length; field++)
            {
                fields[field].Row(i).CopyTo(values.AsSpan(((i * fields.Length) + field) * k, k));
            }
        }

        return new(n, k * fields.Length, values);
    }
}
