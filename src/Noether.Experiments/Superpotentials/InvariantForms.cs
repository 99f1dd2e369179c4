using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Reports;

namespace Noether.Experiments.Superpotentials;

/// <summary>The quadratic forms that are constant on orbits, from the polynomials of degree 2 that vary least on them, Eq. (Y13).</summary>
internal static class InvariantForms
{
    private const int Parts = 8;

    /// <summary>Half the second derivatives of each. Shape [forms][d, d].</summary>
    public static IEnumerable<Matrix> Of(LabelledPoints orbits, RunContext context)
    {
        ImmutableArray<int[]> members = [.. orbits.Cells.Members().Select(set => set.ToArray())];
        var parts = SampleParts.Assign(orbits.Points, Parts, 1, context.Seed.For("invariants"));
        if (PointSetFit.Find(orbits.Points, members, parts, new() { LargestDegree = 2 }) is not { } fit)
        {
            yield break;
        }

        for (var k = 0; k < fit.Vanishing; k++)
        {
            yield return Form(fit.Basis, fit.Solved.Coefficients.Row(k).ToArray());
        }
    }

    // The gradient of a quadratic polynomial at the unit vectors, less that at the origin.
    private static Matrix Form(PolynomialBasis basis, double[] coefficients)
    {
        var d = basis.Dimension;
        var origin = Gradient(basis, coefficients, new double[d]);
        var slopes = Enumerable.Range(0, d).Select(j =>
        {
            var unit = new double[d];
            unit[j] = 1;
            return Gradient(basis, coefficients, unit);
        }).ToArray();
        return Matrix.Generate(d, d, (i, j) => 0.5 * (slopes[j][i] - origin[i]));
    }

    private static double[] Gradient(PolynomialBasis basis, double[] coefficients, double[] place)
    {
        var (values, gradients, gradient) = (new double[basis.Count], new double[basis.Count * place.Length], new double[place.Length]);
        basis.ValuesAndGradients(place, values, gradients);
        LevelSets.Gradient(coefficients, gradients, gradient);
        return gradient;
    }
}
