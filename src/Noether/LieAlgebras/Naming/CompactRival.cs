using Noether.LieAlgebras.Actions;
using Noether.LieAlgebras.Closing;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;

namespace Noether.LieAlgebras.Naming;

/// <summary>A compact algebra that noise does not tell from one that is not: rotations of a long ellipsoid look like motions of a plane, their limit.</summary>
internal static class CompactRival
{
    /// <summary>The rival of an algebra that is not compact; null where its Killing form or the lack of an invariant form excludes all, or the rotations next to it are no algebra.</summary>
    /// <param name="span">Matrices that close within noise.</param>
    /// <param name="reading">How to take what noise leaves open.</param>
    public static IdentifiedAlgebra? Of(GeneratorSpan span, Reading reading)
    {
        var constants = StructureConstants.Of(span.Basis);
        var killing = SymmetricEigen.Of(constants.KillingForm()).Values;
        var threshold = AlgebraSubspaces.KillingThreshold(constants, StructureNoise.Of(span, constants));
        var isNegative = killing[^1] <= threshold && killing[0] < -threshold;
        return isNegative && InvariantForm.Find(span) is { IsCertain: false } form ? Rotations(form.Lifted().Orthogonal(span), reading) : null;
    }

    private static IdentifiedAlgebra? Rotations(GeneratorSpan skew, Reading reading)
    {
        var closure = Closure.Of(skew, reading.Seed, reading.Execution);
        var span = closure.Span;
        var structure = AlgebraStructure.Of(span, StructureConstants.Of(span.Basis));
        return closure.IsClosed && structure is { IsPossible: true, IsReductive: true } ? ReductiveNaming.Name(span, structure.Derived, structure.Centre, reading) : null;
    }
}
