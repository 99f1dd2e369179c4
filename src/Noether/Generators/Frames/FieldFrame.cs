using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>Orbits in the coordinates in which generators are looked for: about the fixed point, in the spanned directions, of mean radius 1.</summary>
/// <param name="Units">The orbits; a conjugate field is written so that a generator A of these coordinates moves it by -A'. Shape [orbits][n, fields * k].</param>
/// <param name="Numbers">Their places among the orbits that were given.</param>
/// <param name="ToUnit">From the input to these coordinates, per field: y = M (x - c). Shape [k, d].</param>
/// <param name="FromUnit">Back, on the spanned directions. Shape [d, k].</param>
/// <param name="Centre">The fixed point of each field, one after the other. Shape [fields * d].</param>
/// <param name="Spanned">Orthonormal rows that span the directions in which the fields extend. Shape [k, d].</param>
internal sealed record FieldFrame(
    ImmutableArray<PointCloud> Units, ImmutableArray<int> Numbers, Matrix ToUnit, Matrix FromUnit, double[] Centre, Matrix Spanned)
{
    /// <summary>The length 1 of these coordinates in the units of the input, mean over the directions.</summary>
    public double Unit => FromUnit.Norm / Math.Sqrt(ToUnit.Rows);

    /// <summary>Errors of the map to these coordinates, as of <see cref="FieldShape.Errors"/>.</summary>
    public ImmutableArray<Matrix> ShapeErrors { get; init; } = [];

    /// <summary>The fields that the spanned directions were taken from, in the coordinates of the input.</summary>
    public ImmutableArray<PointCloud> Sources { get; init; } = [];

    /// <summary>Finds the spanned directions and the fixed point; every field has its own. Null when nothing extends in two directions.</summary>
    public static FieldFrame? Of(IReadOnlyList<PointCloud> orbits, FieldLayout fields, bool whiten)
    {
        var d = fields.DimensionOf(orbits[0].Dimension);
        var numbers = Enumerable.Range(0, orbits.Count).Where(i => orbits[i].Count > d + 1).ToImmutableArray();
        var split = numbers.Select(i => FieldVectors.Split(orbits[i], fields, d)).ToArray();
        if (split.Length == 0 || SpannedDirections.Of([.. split.SelectMany(of => of)]) is not { Rows: >= 2 } spanned)
        {
            return null;
        }

        var centres = Enumerable.Range(0, fields.Count).Select(field => CentreOf([.. split.Select(of => of[field])], spanned, whiten)).ToArray();
        var relative = split.Select(of => of.Select((field, f) => field.RelativeTo(centres[f]).MappedBy(spanned)).ToArray()).ToArray();
        var shape = whiten ? FieldShape.Whitening(relative, fields) : FieldShape.Scaling(relative);
        var units = relative.Select(of => FieldVectors.Join([.. of.Select((field, f) => field.MappedBy(fields.Conjugate.Contains(f) ? shape.Dual : shape.To))]));
        var centre = centres.SelectMany((c, f) => c.Select((x, i) => fields.Conjugate.Contains(f) ? fields.Sign(i, d) * x : x));
        return new([.. units], numbers, shape.To * spanned, spanned.Transposed * shape.From, [.. centre], spanned) { ShapeErrors = shape.Errors, Sources = [.. split.SelectMany(of => of)] };
    }

    private static double[] CentreOf(PointCloud[] field, Matrix spanned, bool whiten)
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
}
