using Noether.Numerics;

namespace Noether.Groups;

/// <summary>
/// Point groups of the plane and of space by Schoenflies' names. In space the main axis is z, mirrors of Cnv hold the x axis, and so do
/// the two-fold axes of Dn; cubic groups have the axes of the coordinates.
/// </summary>
internal static class PointGroups
{
    /// <summary>The group of the plane; null where the name belongs to space alone.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="family">"C", "D", "Cs", ..: the name without its number and suffix.</param>
    /// <param name="order">n of Cn and Dn.</param>
    /// <param name="suffix">"", "v", "h" or "d".</param>
    public static SymmetryGroup? OfPlane(string name, string family, int order, string suffix)
    {
        var mirror = Diagonal(1, -1);
        ImmutableArray<Matrix>? generating = (family, suffix) switch
        {
            ("C", "") => [Turn(2, order)],
            ("C", "v") or ("D", "") => [Turn(2, order), mirror],
            ("Cs", _) => [mirror],
            ("Ci", _) => [Diagonal(-1, -1)],
            _ => null,
        };
        return generating is { } matrices ? FiniteClosure.Generated(name, matrices, AffineMap.Describe) : null;
    }

    /// <summary>The group of space.</summary>
    public static SymmetryGroup OfSpace(string name, string family, int order, string suffix)
    {
        var (acrossZ, acrossY, aboutX, inversion) = (Diagonal(1, 1, -1), Diagonal(1, -1, 1), Diagonal(1, -1, -1), Diagonal(-1, -1, -1));
        var (aboutZ, diagonal) = (Turn(3, 2), Permuted(2, 0, 1));
        ImmutableArray<Matrix> generating = (family, suffix) switch
        {
            ("C", "") => [Turn(3, order)],
            ("C", "v") => [Turn(3, order), acrossY],
            ("C", "h") => [Turn(3, order), acrossZ],
            ("D", "") => [Turn(3, order), aboutX],
            ("D", "h") => [Turn(3, order), aboutX, acrossZ],
            ("D", "d") => [Turn(3, 2 * order) * acrossZ, aboutX],
            ("Cs", _) => [acrossZ],
            ("Ci", _) => [inversion],
            ("T", _) => [aboutZ, diagonal],
            ("Td", _) => [aboutZ, diagonal, Permuted(1, 0, 2)],
            ("Th", _) => [aboutZ, diagonal, inversion],
            ("O", _) => [Turn(3, 4), diagonal],
            ("Oh", _) => [Turn(3, 4), diagonal, inversion],
            ("I", _) => [aboutZ, diagonal, FiveFold()],
            _ => [aboutZ, diagonal, FiveFold(), inversion],
        };
        return FiniteClosure.Generated(name, generating, AffineMap.Describe);
    }

    /// <summary>The rotation by a part of a full turn in the first two coordinates. Shape [n + 1, n + 1].</summary>
    private static Matrix Turn(int dimension, int parts)
    {
        var (s, c) = Math.SinCos(2 * Math.PI / parts);
        return Matrix.Generate(dimension + 1, dimension + 1, (i, j) => (i, j) switch { (0, 0) or (1, 1) => c, (1, 0) => s, (0, 1) => -s, _ => i == j ? 1 : 0 });
    }

    private static Matrix Diagonal(params double[] entries) =>
        Matrix.Generate(entries.Length + 1, entries.Length + 1, (i, j) => i != j ? 0 : i < entries.Length ? entries[i] : 1);

    private static Matrix Permuted(params int[] images) => Matrix.Generate(4, 4, (i, j) => i == 3 || j == 3 ? (i == j ? 1 : 0) : images[j] == i ? 1 : 0);

    // About (0, 1, golden ratio), a corner of the icosahedron whose two-fold axes are those of the coordinates.
    private static Matrix FiveFold()
    {
        var golden = (1 + Math.Sqrt(5)) / 2;
        var length = Math.Sqrt(1 + (golden * golden));
        double[] u = [0, 1 / length, golden / length];
        var (s, c) = Math.SinCos(2 * Math.PI / 5);
        double[] cross = [0, -u[2], u[1], u[2], 0, -u[0], -u[1], u[0], 0];
        return AffineMap.Extended(Matrix.Generate(3, 3, (i, j) => (i == j ? c : 0) + (s * cross[(i * 3) + j]) + ((1 - c) * u[i] * u[j])), 3, 1);
    }
}
