using System.Numerics;
using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>The nilradical: the largest nilpotent ideal.</summary>
internal static class Nilradical
{
    /// <summary>Nilpotent matrices of index three, disturbed by e, have eigenvalues up to e^(1/3).</summary>
    private const double Root = 1.0 / 3;

    /// <summary>[g, R] and what else of the radical R acts by nilpotent matrices.</summary>
    /// <param name="constants">The structure constants.</param>
    /// <param name="radical">The radical.</param>
    /// <param name="noise">Standard error of a structure constant.</param>
    public static Subspace Of(StructureConstants constants, Subspace radical, double noise)
    {
        var m = constants.Dimension;
        var moved = AlgebraSubspaces.Bracket(constants, Subspace.Whole(m), radical, noise);
        ImmutableArray<double[]> rest = [.. Remainder(radical, moved)];
        if (rest.IsEmpty)
        {
            return radical;
        }

        var inside = rest.Length == 1 ? rest.Where(vector => IsNilpotent(constants.Adjoint(vector), noise)) : KillingKernel(constants, rest, noise);
        return Subspace.Span(m, Enumerable.Range(0, moved.Dimension).Select(k => moved[k].ToArray()).Concat(inside), Half);
    }

    /// <summary>Orthonormal vectors have singular values next to 0 or 1.</summary>
    private const double Half = 0.5;

    private static IEnumerable<double[]> Remainder(Subspace radical, Subspace moved)
    {
        var outside = moved.Complement();
        var projected = Enumerable.Range(0, radical.Dimension).Select(k =>
        {
            var vector = radical[k].ToArray();
            return Enumerable.Range(0, outside.Dimension).Select(j => outside[j]).Aggregate(new double[vector.Length], (sum, unit) =>
            {
                var part = unit.Zip(vector, (x, y) => x * y).Sum();
                return [.. sum.Zip(unit, (x, y) => x + (part * y))];
            });
        });
        var space = Subspace.Span(radical.Ambient, projected, Half);
        return Enumerable.Range(0, space.Dimension).Select(k => space[k].ToArray());
    }

    private static bool IsNilpotent(Matrix matrix, double noise)
    {
        var size = matrix.Norm;
        var disturbance = AlgebraSubspaces.Threshold(noise, matrix.Rows, matrix.Rows);
        return size <= disturbance || ComplexEigen.Of(matrix).Values.Max(Complex.Abs) <= size * Math.Pow(disturbance / size, Root);
    }

    private static IEnumerable<double[]> KillingKernel(StructureConstants constants, ImmutableArray<double[]> vectors, double noise)
    {
        var killing = constants.KillingForm();
        var form = SymmetricEigen.Of(Matrix.Generate(vectors.Length, vectors.Length, (a, b) => vectors[a].Zip(Image(killing, vectors[b]), (x, y) => x * y).Sum()));
        var threshold = AlgebraSubspaces.KillingThreshold(constants, noise);
        return Enumerable.Range(0, vectors.Length).Where(k => Math.Abs(form.Values[k]) <= threshold).Select(k => Combined(form.Vectors.Row(k).ToArray(), vectors));
    }

    private static double[] Combined(double[] weights, ImmutableArray<double[]> vectors) =>
        [.. Enumerable.Range(0, vectors[0].Length).Select(i => weights.Select((weight, k) => weight * vectors[k][i]).Sum())];

    private static double[] Image(Matrix matrix, double[] vector)
    {
        var image = new double[vector.Length];
        matrix.Apply(vector, image);
        return image;
    }
}
