using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Noether.LieAlgebras.Roots;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Actions;

/// <summary>The joint eigenvalues of commuting matrices.</summary>
internal static class JointSpectrum
{
    /// <summary>Each joint eigenvalue once, with its multiplicity.</summary>
    /// <param name="matrices">Commuting, diagonalisable, of one size; may be none.</param>
    /// <param name="size">Their size.</param>
    /// <param name="seed">For the combination whose eigenspaces are the joint ones.</param>
    public static ImmutableArray<(ImmutableArray<Complex> Values, int Multiplicity)> Of(ImmutableArray<Matrix<Complex>> matrices, int size, Seed seed)
    {
        if (matrices.IsEmpty)
        {
            return [([], size)];
        }

        var stream = seed.For("joint spectrum").Stream();
        var generic = matrices.Select(matrix => matrix.Multiply(new Complex(stream.NextGaussian(), 0))).Aggregate((a, b) => a + b);
        var (values, vectors) = ComplexEigen.Of(generic);
        var left = vectors.PseudoInverse();
        var transformed = matrices.Select(matrix => left * matrix * vectors).ToArray();
        var groups = ImmutableArray.CreateBuilder<(ImmutableArray<Complex>, int)>();
        foreach (var group in Groups(values))
        {
            groups.Add(([.. transformed.Select(matrix => group.Aggregate(Complex.Zero, (sum, k) => sum + matrix[k, k]) / group.Count)], group.Count));
        }

        return groups.ToImmutable();
    }

    /// <summary>Equal eigenvalues together.</summary>
    private static List<List<int>> Groups(Complex[] values)
    {
        var scale = RootSystem.Rounding * Math.Max(1, values.Max(Complex.Abs));
        var groups = new List<List<int>>();
        for (var k = 0; k < values.Length; k++)
        {
            var known = groups.Find(group => Complex.Abs(values[group[0]] - values[k]) <= scale);
            if (known is null)
            {
                groups.Add([k]);
            }
            else
            {
                known.Add(k);
            }
        }

        return groups;
    }
}
