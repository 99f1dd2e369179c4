using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>How noise of the generators shows in the structure constants.</summary>
internal static class StructureNoise
{
    /// <summary>Standard error of a structure constant, Eq. (A6): three brackets with one noise each, and the bracket of two noises, which is all there is for a torus.</summary>
    public static double Of(GeneratorSpan span, StructureConstants constants)
    {
        var adjoint = Enumerable.Range(0, span.Dimension).Max(a => constants.Adjoint(a).Norm);
        return span.TypicalNoise * ((adjoint * Math.Sqrt(3.0 / span.Dimension)) + span.NoiseNorm);
    }

    /// <summary>
    /// The same for matrices that commute but for their noise: that of A_b meets [A_a^T, A_k] in tr([A_a, A_b] A_k^T). It is zero for a torus in orthogonal coordinates, and not for
    /// translations. All of it counts, since an abelian algebra can be deformed in any direction.
    /// </summary>
    public static double OfAbelian(GeneratorSpan span)
    {
        var adjoint = Enumerable.Range(0, span.Dimension).Max(a => span.Basis[a].Transposed is var transposed ? Math.Sqrt(span.Basis.Sum(matrix => Square(transposed.Commutator(matrix)))) : 0);
        return span.TypicalNoise * ((adjoint * Math.Sqrt(2.0 / span.Dimension)) + span.NoiseNorm);
    }

    private static double Square(Matrix matrix) => matrix.InnerProduct(matrix);
}
