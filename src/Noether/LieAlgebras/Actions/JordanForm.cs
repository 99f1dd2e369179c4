using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Actions;

/// <summary>
/// How commuting matrices differ from turns: by the real parts of their joint eigenvalues, and by the nilpotent parts that they have beside diagonalisable ones. Both are linear on
/// matrices that commute (Jordan and Chevalley), so that the turns are the kernel of a quadratic form.
/// </summary>
/// <param name="Growth">The form, in the basis of the matrices: squares of the real parts and of the entries of the nilpotent parts, summed over the joint eigenspaces.</param>
/// <param name="Nilpotent">The same of the nilpotent parts alone.</param>
/// <param name="Spaces">The matrices on each joint eigenspace. Shape [spaces][matrices].</param>
internal sealed record JordanForm(SymmetricEigen Growth, SymmetricEigen Nilpotent, ImmutableArray<Matrix<Complex>[]> Spaces)
{
    /// <summary>Nilpotent matrices of index three, disturbed by e, have eigenvalues up to e^(1/3): what is nearer to each other is taken as one.</summary>
    private const double Root = 1.0 / 3;

    /// <summary>Generic combinations that are tried: in a few of them eigenvalues of different joint eigenspaces lie next to each other.</summary>
    private const int Draws = 8;

    /// <summary>The form of commuting matrices, with the least nilpotent parts of several generic combinations.</summary>
    /// <param name="commuting">Orthonormal, at least one.</param>
    /// <param name="disturbance">The largest singular value of what noise adds to a matrix of norm 1.</param>
    /// <param name="seed">For generic combinations, whose eigenspaces are the joint ones.</param>
    public static JordanForm Of(ImmutableArray<Matrix> commuting, double disturbance, Seed seed)
    {
        var stream = seed.For("jordan form").Stream();
        var generic = Enumerable.Range(0, Draws).Select(_ => commuting.Select(matrix => stream.NextGaussian() * matrix).Aggregate((a, b) => a + b)).ToArray();
        return generic.Select(matrix => Of(commuting, matrix, disturbance)).MinBy(form => form.Nilpotent.Values.Sum())!;
    }

    private static JordanForm Of(ImmutableArray<Matrix> commuting, Matrix generic, double disturbance)
    {
        var n = generic.Rows;
        var schur = ComplexSchur.Of(ComplexEigen.Combined([generic], [1 / generic.Norm]).ToArray());
        Complex[] values = [.. Enumerable.Range(0, n).Select(k => schur.Triangle[k, k])];
        var (real, nilpotent) = (Rows(), Rows());
        var spaces = ImmutableArray.CreateBuilder<Matrix<Complex>[]>();
        foreach (var near in Near(values, Math.Pow(disturbance, Root)))
        {
            var space = Matrix<Complex>.Build.DenseOfArray(schur.Leading(near)).SubMatrix(0, n, 0, near.Count);
            spaces.Add([.. commuting.Select(matrix => space.ConjugateTransposeThisAndMultiply(ComplexEigen.Combined([matrix], [Complex.One]) * space))]);
            for (var a = 0; a < commuting.Length; a++)
            {
                real[a].Add(Mean(spaces[^1][a]).Real * Math.Sqrt(near.Count)); // as heavy as it is frequent
                nilpotent[a].AddRange(Rest(spaces[^1][a]).Enumerate().SelectMany(entry => new[] { entry.Real, entry.Imaginary }));
            }
        }

        return new(SymmetricEigen.Of(Gram(real) + Gram(nilpotent)), SymmetricEigen.Of(Gram(nilpotent)), spaces.ToImmutable());

        List<double>[] Rows() => [.. commuting.Select(_ => new List<double>())];
    }

    /// <summary>
    /// The real parts, the nilpotent part, and how far the eigenvalues that were taken as one lie from their mean, of a combination of the matrices: a nilpotent part that is no larger
    /// than that may come from eigenvalues that differ.
    /// </summary>
    /// <param name="weights">Of the matrices.</param>
    public (double Real, double Nilpotent, double Spread) Along(double[] weights)
    {
        var (real, nilpotent, spread) = (0.0, 0.0, 0.0);
        foreach (var space in Spaces)
        {
            var matrix = space.Select((part, a) => part.Multiply(new Complex(weights[a], 0))).Aggregate((x, y) => x + y);
            var rest = Rest(matrix);
            real += matrix.RowCount * Mean(matrix).Real * Mean(matrix).Real;
            nilpotent += rest.FrobeniusNorm() * rest.FrobeniusNorm();
            spread = Math.Max(spread, ComplexEigen.Of(rest).Values.Max(Complex.Abs));
        }

        return (Math.Sqrt(real), Math.Sqrt(nilpotent), spread);
    }

    private static Complex Mean(Matrix<Complex> matrix) => matrix.Trace() / matrix.RowCount;

    private static Matrix<Complex> Rest(Matrix<Complex> matrix) => matrix - (Mean(matrix) * Matrix<Complex>.Build.DenseIdentity(matrix.RowCount));

    private static Matrix Gram(List<double>[] rows)
    {
        var matrix = Matrix.FromRows([.. rows.Select(row => row.ToArray())]);
        return matrix * matrix.Transposed;
    }

    /// <summary>The indices of values that are linked by steps no longer than a length.</summary>
    private static List<List<int>> Near(Complex[] values, double length)
    {
        var groups = new List<List<int>>();
        for (var k = 0; k < values.Length; k++)
        {
            var index = k;
            var linked = groups.FindAll(group => group.Exists(other => Complex.Abs(values[other] - values[index]) <= length));
            groups.RemoveAll(linked.Contains);
            groups.Add([.. linked.SelectMany(group => group), k]);
        }

        return groups;
    }
}
