using System.Numerics;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Files.Matrices;

/// <summary>
/// Matrices of a file as real generators: complex ones act on real and imaginary parts, and Hermitian H means iH, Eq. (A13).
/// </summary>
internal static class RealMatrices
{
    /// <summary>
    /// A matrix is Hermitian when its antihermitian part is smaller than this, relative to the whole; errors of entries count there.
    /// </summary>
    private const double Hermitian = 0.05;

    /// <summary>The generators, and what was assumed about them.</summary>
    /// <param name="matrices">Square matrices of one size.</param>
    /// <param name="reading">What the user says about them.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="DataFileException">The user says that they are Hermitian, and one is not.</exception>
    public static (ImmutableArray<Matrix> Matrices, ImmutableArray<Finding> Findings) Of(
        ImmutableArray<RawMatrix> matrices, MatrixReading reading, string path)
    {
        var isComplex = matrices.Any(matrix => matrix.IsComplex);
        var firstOther = matrices.ToList().FindIndex(matrix => !IsHermitian(matrix));
        if (reading.Hermitian == true && firstOther >= 0)
        {
            throw new DataFileException(
                path,
                "Hermitian matrices, as you say that they are",
                $"that matrix {firstOther + 1} differs from its conjugate transpose",
                "correct it, or leave --hermitian out");
        }

        var isTimesI = reading.Hermitian ?? (isComplex && firstOther < 0);
        if (!isComplex && !isTimesI && !reading.OverComplex)
        {
            var real = matrices.Select(matrix => Matrix.Generate(matrix.Rows, matrix.Rows, (i, j) => matrix[i, j].Real));
            return ([.. real], IsDoubtful(matrices, firstOther) ? [Symmetric] : []);
        }

        Complex[] units = (isTimesI, reading.OverComplex) switch
        {
            (true, false) => [Complex.ImaginaryOne],
            (false, false) => [Complex.One],
            _ => [Complex.One, Complex.ImaginaryOne],
        };
        var doubled = from unit in units from matrix in matrices select ComplexGenerators.Real(matrix.Rows, (i, j) => unit * matrix[i, j]);
        return ([.. doubled], [Assumed(matrices, isTimesI, reading)]);
    }

    private static readonly Finding Symmetric = new(
        "ALG006",
        Severity.Note,
        "All matrices are real and symmetric: taken as they are, they scale and do not rotate. "
            + "If they are Hamiltonians H, which mean iH, say --hermitian yes.");

    private static bool IsDoubtful(ImmutableArray<RawMatrix> matrices, int firstOther) =>
        firstOther < 0 && matrices.Any(matrix => matrix.Entries.Where((entry, k) => k % (matrix.Columns + 1) != 0 && entry != 0).Any());

    private static Finding Assumed(ImmutableArray<RawMatrix> matrices, bool isTimesI, MatrixReading reading)
    {
        var n = matrices[0].Rows;
        var hermitian = isTimesI
            ? "All of them are Hermitian, so that each H stands for the generator iH (--hermitian no takes them as they are). "
            : "They are taken as they are. ";
        var span = reading.OverComplex ? "Their span is over the complex numbers: with each A, iA belongs to it."
            : "Their span is over the real numbers.";
        return new("ALG005", Severity.Note,
            $"Matrices on C^{n} act on real and imaginary parts, R^{2 * n}: A + iB is [[A, -B], [B, A]]. {hermitian}{span}");
    }

    private static bool IsHermitian(RawMatrix matrix)
    {
        var (antihermitian, whole) = (0.0, 0.0);
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < matrix.Rows; j++)
            {
                antihermitian += SquaredMagnitude((matrix[i, j] - Complex.Conjugate(matrix[j, i])) / 2);
                whole += SquaredMagnitude(matrix[i, j]);
            }
        }

        return antihermitian <= Hermitian * Hermitian * whole;
    }

    private static double SquaredMagnitude(Complex z) => (z.Real * z.Real) + (z.Imaginary * z.Imaginary);
}
