using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators;

/// <summary>Orbits in the coordinates in which Lie-PCA works: about the fixed point, in the spanned directions, of mean radius 1.</summary>
/// <param name="Units">The orbits. Shape [orbits][n, fields * k].</param>
/// <param name="Numbers">Their places among the orbits that were given.</param>
/// <param name="ToUnit">From the input to these coordinates, per field: y = M (x - c). Shape [k, d].</param>
/// <param name="FromUnit">Back, on the spanned directions. Shape [d, k].</param>
/// <param name="Centre">The fixed point of each field, one after the other. Shape [fields * d].</param>
/// <param name="Spanned">Orthonormal rows that span the directions in which the fields extend. Shape [k, d].</param>
internal sealed record FieldFrame(
    ImmutableArray<PointCloud> Units, ImmutableArray<int> Numbers, Matrix ToUnit, Matrix FromUnit, double[] Centre, Matrix Spanned)
{
    /// <summary>Finds the spanned directions and the fixed point; every field has its own. Null when nothing extends in two directions.</summary>
    public static FieldFrame? Of(IReadOnlyList<PointCloud> orbits, FieldLayout fields, bool whiten)
    {
        var d = fields.DimensionOf(orbits[0].Dimension);
        var numbers = Enumerable.Range(0, orbits.Count).Where(i => orbits[i].Count > d + 1).ToImmutableArray();
        var split = numbers.Select(i => Split(orbits[i], fields.Count, d)).ToArray();
        if (split.Length == 0 || SpannedDirections.Of([.. split.SelectMany(of => of)]) is not { Rows: >= 2 } spanned)
        {
            return null;
        }

        var centres = Enumerable.Range(0, fields.Count).Select(field => Centres([.. split.Select(of => of[field])], spanned, whiten)).ToArray();
        var relative = split.Select(of => of.Select((field, f) => field.RelativeTo(centres[f]).MappedBy(spanned)).ToArray()).ToArray();
        var shape = whiten ? Whitening(relative, out var back) : Scaling(relative, out back);
        var units = relative.Select(of => Join([.. of.Select(field => field.MappedBy(shape))]));
        return new([.. units], numbers, shape * spanned, spanned.Transposed * back, [.. centres.SelectMany(c => c)], spanned);
    }

    private static double[] Centres(PointCloud[] field, Matrix spanned, bool whiten)
    {
        var fits = whiten ? [] : field.Select(orbit => SphereFit.Of(orbit, spanned)).OfType<SphereFit>().ToArray();
        if (fits.Length > 0)
        {
            return CommonCentre.Of(fits, spanned).Point;
        }

        // The best sphere of an ellipsoid is not about its centre, its mean is.
        var mean = new double[field[0].Dimension];
        foreach (var orbit in field)
        {
            TensorPrimitives.MultiplyAdd(orbit.Mean(), 1.0 / field.Length, mean, mean);
        }

        return mean;
    }

    /// <summary>One scale for all orbits, so that translations mean the same on each.</summary>
    private static Matrix Scaling(PointCloud[][] relative, out Matrix back)
    {
        var k = relative[0][0].Dimension;
        var (sum, count) = (0.0, 0.0);
        foreach (var orbit in relative)
        {
            sum += orbit.Sum(field => TensorPrimitives.SumOfSquares(field.Values));
            count += orbit.Sum(field => field.Count);
        }

        var radius = Math.Sqrt(sum / count);
        back = radius * Matrix.Identity(k);
        return 1 / radius * Matrix.Identity(k);
    }

    /// <summary>The symmetric root of the inverse second moment of all fields, each orbit scaled to the same size.</summary>
    private static Matrix Whitening(PointCloud[][] relative, out Matrix back)
    {
        var k = relative[0][0].Dimension;
        var moment = Matrix.Zero(k, k);
        foreach (var field in relative.SelectMany(of => of))
        {
            var all = Enumerable.Range(0, field.Count).ToArray();
            var sum = new double[k * k];
            LocalGeometry.AddCovariance(field, all, new double[k], sum);
            var own = Matrix.FromEntries(k, k, sum);
            moment += field.Count / Math.Max(own.Trace, double.Epsilon) * own;
        }

        var eigen = SymmetricEigen.Of(1 / moment.Trace * moment);
        back = Power(0.5);
        return Power(-0.5);

        Matrix Power(double exponent) =>
            eigen.Vectors.Transposed * Matrix.Generate(k, k, (i, j) => Math.Pow(eigen.Values[i], exponent) * eigen.Vectors[i, j]);
    }

    private static PointCloud[] Split(PointCloud orbit, int fields, int d) =>
        fields == 1 ? [orbit] : [.. Enumerable.Range(0, fields).Select(field => orbit.MappedBy(Matrix.Generate(d, orbit.Dimension, (i, j) => j == (field * d) + i ? 1 : 0)))];

    private static PointCloud Join(PointCloud[] fields)
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
