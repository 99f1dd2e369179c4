using Noether.Numerics;

namespace Noether.Generators.Hyperplanes;

/// <summary>The least-squares generator of one plane.</summary>
/// <param name="Whole">The candidate T from all points, in the coordinates of the orbit. Shape [k, k].</param>
/// <param name="WithoutPart">The candidate with each part of the points left out. Shape [parts][k, k].</param>
/// <param name="Explained">Share of the constraints' squares that T reproduces, at most 1.</param>
internal sealed record PlaneRegression(Matrix Whole, ImmutableArray<Matrix> WithoutPart, double Explained)
{
    /// <summary>Solves the constraints of the pairs, Eq. (G8), with each part of the points left out in turn.</summary>
    /// <param name="sums">The constraints.</param>
    /// <param name="part">The part of every point of the orbit. Shape [n].</param>
    /// <param name="fields">Which fields are conjugate.</param>
    public static PlaneRegression Solve(PairSums sums, int[] part, FieldLayout fields)
    {
        var equations = new PlaneEquations(sums.Points.Basis.Rows, fields);
        var whole = Solve(equations, sums, part, -1);
        var explained = equations.Explained(whole);
        var without = ImmutableArray.CreateBuilder<Matrix>(sums.Parts);
        for (var p = 0; p < sums.Parts; p++)
        {
            without.Add(Turned(Solve(equations, sums, part, p), sums.Points.Basis));
        }

        return new(Turned(whole, sums.Points.Basis), without.MoveToImmutable(), explained);
    }

    private static Matrix Solve(PlaneEquations equations, PairSums sums, int[] part, int without)
    {
        equations.Clear();
        var image = new double[sums.Points.Fields * sums.Points.Basis.Rows];
        for (var point = 0; point < sums.Points.Points.Length; point++)
        {
            if (part[sums.Points.Points[point]] != without)
            {
                var weight = sums.Total(point, without, image);
                equations.Add(sums.Points.Row(point), image, weight);
            }
        }

        return equations.Solve();
    }

    private static Matrix Turned(Matrix solution, Matrix basis) => basis.Transposed * (solution * basis);
}
