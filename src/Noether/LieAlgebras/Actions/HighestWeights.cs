using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Noether.LieAlgebras.Roots;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Actions;

/// <summary>Splits the action of a reductive algebra: the vectors that all simple root vectors kill, sorted by their weights, Eq. (A8).</summary>
internal static class HighestWeights
{
    /// <summary>The irreducible parts of the complexified action of simple ideals and a centre on the coordinates.</summary>
    /// <param name="ideals">The simple ideals; may be empty.</param>
    /// <param name="centre">Commuting matrices that commute with the ideals; may be empty.</param>
    /// <param name="size">The number of coordinates.</param>
    /// <param name="seed">For generic combinations.</param>
    /// <returns>Null when the dimensions do not add up, as for a centre that is not diagonalisable.</returns>
    public static ImmutableArray<HighestWeight>? Of(ImmutableArray<IdealRoots> ideals, ImmutableArray<Matrix> centre, int size, Seed seed)
    {
        if (Killed(ideals, size) is not { } vectors)
        {
            return null;
        }

        var cartan = ideals.SelectMany(ideal => ideal.Roots.Coroots.Select(coroot => Restricted(ComplexEigen.Combined(ideal.Basis, coroot), vectors)));
        var characters = centre.Select(matrix => Restricted(ComplexEigen.Combined([matrix], [Complex.One]), vectors));
        var parts = JointSpectrum.Of([.. cartan, .. characters], vectors.ColumnCount, seed);
        ImmutableArray<HighestWeight> weights = [.. parts.Select(part => Weight(ideals, part))];
        return weights.Sum(weight => weight.Dimension * weight.Multiplicity) == size ? weights : null;
    }

    /// <summary>An orthonormal basis of the vectors that every simple root vector sends to zero, as columns; null when there are none, as for matrices that do not close.</summary>
    private static Matrix<Complex>? Killed(ImmutableArray<IdealRoots> ideals, int size)
    {
        var squares = Matrix<Complex>.Build.Dense(size, size);
        foreach (var ideal in ideals)
        {
            foreach (var coordinates in ideal.Roots.Raising)
            {
                var raising = ComplexEigen.Combined(ideal.Basis, coordinates);
                raising = raising.Divide(raising.FrobeniusNorm());
                squares += raising.ConjugateTransposeThisAndMultiply(raising);
            }
        }

        var spectrum = squares.Evd(Symmetricity.Hermitian);
        var largest = spectrum.EigenValues.AbsoluteMaximum().Magnitude;
        var killed = Enumerable.Range(0, size).Where(k => spectrum.EigenValues[k].Magnitude <= RootSystem.Rounding * RootSystem.Rounding * largest).ToArray();
        return killed.Length == 0 ? null : Matrix<Complex>.Build.DenseOfColumnVectors(killed.Select(k => spectrum.EigenVectors.Column(k)));
    }

    private static Matrix<Complex> Restricted(Matrix<Complex> matrix, Matrix<Complex> vectors) => vectors.ConjugateTransposeThisAndMultiply(matrix * vectors);

    private static HighestWeight Weight(ImmutableArray<IdealRoots> ideals, (ImmutableArray<Complex> Values, int Multiplicity) part)
    {
        var labels = ImmutableArray.CreateBuilder<ImmutableArray<int>>(ideals.Length);
        var (first, dimension) = (0, 1L);
        foreach (var ideal in ideals)
        {
            labels.Add([.. part.Values.Slice(first, ideal.Roots.Rank).Select(value => (int)Math.Round(value.Real))]);
            dimension *= ideal.Roots.DimensionOf(labels[^1]);
            first += ideal.Roots.Rank;
        }

        return new(labels.MoveToImmutable(), part.Values[first..], part.Multiplicity, dimension);
    }
}
