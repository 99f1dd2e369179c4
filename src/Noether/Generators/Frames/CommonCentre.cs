using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>The point that one action on several orbits leaves fixed.</summary>
/// <param name="Point">Where it is; in directions that no orbit spans, the mean of the points. Shape [d].</param>
/// <param name="Deviations">How many standard errors each orbit's own centre lies away, per orbit.</param>
internal sealed record CommonCentre(double[] Point, ImmutableArray<double> Deviations)
{
    // With a few dozen orbits, five standard errors do not happen by chance.
    public const double LargestDeviation = 5;

    /// <summary>Joins the centres of the orbits, each weighted by its information, Eq. (G4); orbits that disagree are left out, the worst first.</summary>
    /// <param name="fits">One fit per orbit, at least one.</param>
    /// <param name="spanned">The directions that the orbits span together. Shape [k, d].</param>
    public static CommonCentre Of(IReadOnlyList<SphereFit> fits, Matrix spanned)
    {
        var used = Enumerable.Range(0, fits.Count).ToList();
        while (true)
        {
            var point = Join([.. used.Select(i => fits[i])], spanned);
            var deviations = fits.Select(fit => Deviation(fit, point)).ToImmutableArray();
            var worst = used.MaxBy(i => deviations[i]);
            if (used.Count * 2 <= fits.Count + 1 || deviations[worst] <= LargestDeviation)
            {
                return new(point, deviations);
            }

            used.Remove(worst);
        }
    }

    private static double[] Join(SphereFit[] fits, Matrix spanned)
    {
        var d = spanned.Columns;
        var point = new double[d];
        foreach (var fit in fits)
        {
            TensorPrimitives.MultiplyAdd(fit.Mean, 1.0 / fits.Length, point, point);
        }

        var information = Matrix.Zero(spanned.Rows, spanned.Rows);
        var pull = new double[spanned.Rows];
        foreach (var fit in fits)
        {
            var inner = spanned * (fit.Information * spanned.Transposed);
            information += inner;
            var difference = new double[d];
            TensorPrimitives.Subtract(fit.Centre, point, difference);
            var reduced = new double[spanned.Rows];
            spanned.Apply(difference, reduced);
            var image = new double[spanned.Rows];
            inner.Apply(reduced, image);
            TensorPrimitives.Add(pull, image, pull);
        }

        var shift = new double[spanned.Rows];
        PseudoInverse.Of(information).Apply(pull, shift);
        var step = new double[d];
        spanned.Transposed.Apply(shift, step);
        TensorPrimitives.Add(point, step, point);
        return point;
    }

    private static double Deviation(SphereFit fit, double[] point)
    {
        var difference = new double[point.Length];
        TensorPrimitives.Subtract(fit.Centre, point, difference);
        var image = new double[point.Length];
        fit.Information.Apply(difference, image);
        return Math.Sqrt(Math.Max(0, TensorPrimitives.Dot<double>(difference, image)) / fit.Basis.Rows);
    }
}
