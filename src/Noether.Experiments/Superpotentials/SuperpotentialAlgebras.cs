using Noether.Data;
using Noether.Numerics;

namespace Noether.Experiments.Superpotentials;

/// <summary>The symmetry of a superpotential for each sampling, worked out in Eq. (S7) and (S8), against which the one found is held.</summary>
internal static class SuperpotentialAlgebras
{
    // A real number and i, as matrices on real and imaginary part.
    private static readonly Matrix Real = Matrix.FromRows([1, 0], [0, 1]);
    private static readonly Matrix Imaginary = Matrix.FromRows([0, -1], [1, 0]);

    /// <summary>The name of the algebra that moves Q and Q~ together, Q~ in the conjugate representation.</summary>
    public static string Tied(SuperpotentialSampling sampling) => sampling == SuperpotentialSampling.Box ? "gl(2,C)" : "su(2)+u(1)";

    /// <summary>The name of the algebra of linear maps of all eight coordinates.</summary>
    public static string Free(SuperpotentialSampling sampling) => sampling == SuperpotentialSampling.Box ? "so(4,C)" : "su(2)+u(1)";

    /// <summary>The name of the derived algebra of what keeps the lengths of the fields, for every sampling.</summary>
    public const string Derived = "su(2)";

    /// <summary>The paper's SU(2), Figure 8: i times the Pauli matrices on Q. Shape [3][4, 4].</summary>
    public static ImmutableArray<Matrix> Special { get; } =
        [Block(0, 0, Imaginary) - Block(1, 1, Imaginary), Block(0, 1, Real) - Block(1, 0, Real), Block(0, 1, Imaginary) + Block(1, 0, Imaginary)];

    /// <summary>A basis of the tied algebra on Q: complex matrices, or antihermitian ones. Shape [8 or 4][4, 4].</summary>
    public static ImmutableArray<Matrix> Generators(SuperpotentialSampling sampling) =>
        sampling == SuperpotentialSampling.Box
            ? [.. Enumerable.Range(0, 4).SelectMany(k => new[] { Block(k / 2, k % 2, Real), Block(k / 2, k % 2, Imaginary) })]
            : [.. Special, Block(0, 0, Imaginary) + Block(1, 1, Imaginary)];

    /// <summary>The invariants as quadratic forms: Re p, Im p, and the squared lengths of both fields where these are fixed. Shape [2 or 4][8, 8].</summary>
    public static ImmutableArray<Matrix> Invariants(SuperpotentialSampling sampling)
    {
        var (real, imaginary) = (Product((i, j) => i != j ? 0 : i % 2 == 0 ? 1 : -1), Product((i, j) => i != j && i / 2 == j / 2 ? 1 : 0));
        return sampling == SuperpotentialSampling.Box
            ? [real, imaginary]
            : [real, imaginary, Matrix.Generate(8, 8, (i, j) => i == j && i < 4 ? 1 : 0), Matrix.Generate(8, 8, (i, j) => i == j && i >= 4 ? 1 : 0)];
    }

    /// <summary>The form sum_ij q_i t_j c_ij of fields q and t, symmetric.</summary>
    private static Matrix Product(Func<int, int, double> c) =>
        Matrix.Generate(8, 8, (i, j) => (i < 4, j < 4) switch
        {
            (true, false) => 0.5 * c(i, j - 4),
            (false, true) => 0.5 * c(j, i - 4),
            _ => 0,
        });

    /// <summary>The complex matrix with one entry, which is itself a matrix on real and imaginary part.</summary>
    private static Matrix Block(int row, int column, Matrix entry) => Matrix.Generate(4, 4, (i, j) => i / 2 == row && j / 2 == column ? entry[i % 2, j % 2] : 0);
}
