using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>The linear map to coordinates in which fields have mean radius 1 and, if whitened, compact groups act orthogonally.</summary>
/// <param name="To">The map M. Shape [k, k].</param>
/// <param name="From">Its inverse. Shape [k, k].</param>
/// <param name="Dual">The map for conjugate fields: in proportion to the transposed inverse, so that A -> M A M^-1 moves them by -A' again. Shape [k, k].</param>
internal sealed record FieldShape(Matrix To, Matrix From, Matrix Dual)
{
    /// <summary>Errors E of the map, M = (1 + E) M_true: the sum of their squares is their variance (delete-a-group jackknife). Empty where the map is the same in all directions. Shape [errors][k, k].</summary>
    public ImmutableArray<Matrix> Errors { get; init; } = [];

    /// <summary>One scale for all orbits and fields, so that translations mean the same on each.</summary>
    public static FieldShape Scaling(PointCloud[][] relative)
    {
        var identity = Matrix.Identity(relative[0][0].Dimension);
        var radius = RootMeanSquare([.. relative.SelectMany(of => of)], identity);
        return new(1 / radius * identity, radius * identity, 1 / radius * identity);
    }

    /// <summary>The symmetric root of the inverse second moment of the fields that are not conjugate, each orbit scaled to the same size, Eq. (G19).</summary>
    public static FieldShape Whitening(PointCloud[][] relative, FieldLayout fields)
    {
        var k = relative[0][0].Dimension;
        var conjugate = relative.SelectMany(of => of.Where((_, f) => fields.Conjugate.Contains(f))).ToArray();
        var plain = relative.SelectMany(of => of.Where((_, f) => !fields.Conjugate.Contains(f))).ToArray();
        var sources = plain.Length > 0 ? plain : conjugate;
        var eigen = SymmetricEigen.Of(Moment(sources, -1));
        var (to, from) = (Power(plain.Length > 0 ? -0.5 : 0.5), Power(plain.Length > 0 ? 0.5 : -0.5));
        var root = Power(-0.5);
        var radius = plain.Length > 0 ? RootMeanSquare(plain, to) : 1;
        return new(1 / radius * to, radius * from, 1 / RootMeanSquare(conjugate, from) * from) { Errors = [.. Enumerable.Range(0, LocalGeometry.Groups).Select(Error)] };

        Matrix Power(double exponent) =>
            eigen.Vectors.Transposed * Matrix.Generate(k, k, (i, j) => Math.Pow(eigen.Values[i], exponent) * eigen.Vectors[i, j]);

        // To first order the root of the inverse moment changes by half of what the moment does, in whitened coordinates.
        Matrix Error(int group) => Math.Sqrt((LocalGeometry.Groups - 1.0) / LocalGeometry.Groups) * -0.5 * ((root * (Moment(sources, group) * root)) - Matrix.Identity(k));
    }

    /// <summary>The second moment of fields, each scaled to the same size, without every 16th point from some place on. Trace 1.</summary>
    private static Matrix Moment(PointCloud[] fields, int without)
    {
        var k = fields[0].Dimension;
        var moment = Matrix.Zero(k, k);
        foreach (var field in fields)
        {
            var own = LocalGeometry.CovarianceWithout(field, new double[k], without);
            moment += field.Count / Math.Max(own.Trace, double.Epsilon) * own;
        }

        return 1 / moment.Trace * moment;
    }

    /// <summary>The root mean square distance from the fixed point after a map; 1 for no points.</summary>
    private static double RootMeanSquare(PointCloud[] fields, Matrix map)
    {
        var sum = fields.Sum(field => TensorPrimitives.SumOfSquares(field.MappedBy(map).Values));
        return sum > 0 ? Math.Sqrt(sum / fields.Sum(field => (double)field.Count)) : 1;
    }
}
