using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Structure;

/// <summary>A compact algebra taken apart: its centre and its simple ideals, as bases of matrices.</summary>
/// <param name="Centre">Orthonormal basis of the centre. Shape [k][n, n].</param>
/// <param name="Ideals">Orthonormal basis of each simple ideal.</param>
internal sealed record CompactStructure(ImmutableArray<Matrix> Centre, ImmutableArray<ImmutableArray<Matrix>> Ideals)
{
    /// <summary>An eigenvalue of the Killing form counts when it exceeds its noise this many times.</summary>
    private const double NoiseLengths = 3;

    /// <summary>Takes a span of skew matrices apart that is closed up to rounding.</summary>
    public static CompactStructure Of(GeneratorSpan span, Seed seed)
    {
        var constants = StructureConstants.Of(span.Basis);
        var killing = SymmetricEigen.Of(constants.KillingForm());
        var semisimple = killing.Values.Count(value => -value > NoiseLengths * KillingNoise(span, constants));
        var basis = Closing.Orthonormal.Combined(span.Basis, killing.Vectors);
        return new([.. basis.Skip(semisimple)], semisimple == 0 ? [] : SimpleParts(span, killing, semisimple, seed));
    }

    /// <summary>Standard error of an eigenvalue of the Killing form, to first order in the noise of the generators, Eq. (A6).</summary>
    private static double KillingNoise(GeneratorSpan span, StructureConstants constants)
    {
        var adjoint = Enumerable.Range(0, span.Dimension).Max(a => constants.Adjoint(a).Norm);
        var first = adjoint * Math.Sqrt(3.0 / span.Dimension); // c_ab^k is made of three brackets of norm |ad| / sqrt(m)
        var second = span.NoiseNorm; // and the bracket of two noises, which is all there is for a torus
        var entry = span.TypicalNoise * (first + second);
        return entry * ((2 * adjoint * Math.Sqrt(2.0 * span.Dimension)) + (span.Dimension * entry));
    }

    private static ImmutableArray<ImmutableArray<Matrix>> SimpleParts(GeneratorSpan span, SymmetricEigen killing, int dimension, Seed seed)
    {
        var weights = Matrix.Generate(dimension, span.Dimension, (a, b) => killing.Vectors[a, b] / Math.Sqrt(-killing.Values[a]));
        var basis = Closing.Orthonormal.Combined(span.Basis, weights);
        var constants = StructureConstants.Of(basis);
        var centroid = Commutant.RandomElement([.. Enumerable.Range(0, dimension).Select(constants.Adjoint)], seed.For("centroid"), symmetric: true);
        var spectrum = SymmetricEigen.Of(centroid);
        return [.. EigenvalueGroups.Of(spectrum.Values).Select(group => Part(basis, spectrum, group))];
    }

    private static ImmutableArray<Matrix> Part(ImmutableArray<Matrix> basis, SymmetricEigen spectrum, Range group)
    {
        var (first, count) = group.GetOffsetAndLength(basis.Length);
        return Closing.Orthonormal.Nearest(Closing.Orthonormal.Combined(basis, Matrix.Generate(count, basis.Length, (a, b) => spectrum.Vectors[first + a, b])));
    }
}
