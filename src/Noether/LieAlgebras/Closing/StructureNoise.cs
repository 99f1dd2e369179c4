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
}
