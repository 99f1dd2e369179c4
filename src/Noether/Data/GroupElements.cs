using Noether.Numerics;
using Noether.Runs;

namespace Noether.Data;

/// <summary>Random elements of groups as real matrices, spread evenly over the group.</summary>
internal static class GroupElements
{
    /// <summary>SU(2) on C^2 = R^4, as multiplication of quaternions from the left. Shape [4, 4].</summary>
    /// <param name="random">Where it comes from.</param>
    public static Matrix SpecialUnitary(RandomStream random)
    {
        var q = new double[4];
        double norm;
        do
        {
            norm = 0;
            for (var i = 0; i < 4; i++)
            {
                q[i] = random.NextGaussian();
                norm += q[i] * q[i];
            }
        }
        while (norm == 0);

        var (a, b, c, d) = (q[0] / Math.Sqrt(norm), q[1] / Math.Sqrt(norm), q[2] / Math.Sqrt(norm), q[3] / Math.Sqrt(norm));
        return Matrix.FromRows([a, -b, -c, -d], [b, a, -d, c], [c, d, a, -b], [d, -c, b, a]);
    }

    /// <summary>The generators of that SU(2), three matrices of norm 2 with [A, B] = 2 C. Shape [3][4, 4].</summary>
    public static ImmutableArray<Matrix> SpecialUnitaryGenerators { get; } =
    [
        Matrix.FromRows([0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 0, -1], [0, 0, 1, 0]),
        Matrix.FromRows([0, 0, -1, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, -1, 0, 0]),
        Matrix.FromRows([0, 0, 0, -1], [0, 0, -1, 0], [0, 1, 0, 0], [1, 0, 0, 0]),
    ];

    /// <summary>U(1) x U(1) on C^2 = R^4, a rotation of each plane. Shape [4, 4].</summary>
    /// <param name="random">Where it comes from.</param>
    public static Matrix Torus(RandomStream random)
    {
        var (s, t) = (random.NextUniform(0, 2 * Math.PI), random.NextUniform(0, 2 * Math.PI));
        return Matrix.FromRows(
            [Math.Cos(s), -Math.Sin(s), 0, 0], [Math.Sin(s), Math.Cos(s), 0, 0], [0, 0, Math.Cos(t), -Math.Sin(t)], [0, 0, Math.Sin(t), Math.Cos(t)]);
    }

    /// <summary>O(d), rotations and mirrors: rows of normal numbers made orthonormal. Shape [d, d].</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="random">Where it comes from.</param>
    public static Matrix Orthogonal(int dimension, RandomStream random) =>
        GramSchmidt.Rows(Matrix.Generate(dimension, dimension, (_, _) => random.NextGaussian()));

    /// <summary>The rotation generators of every coordinate plane: a basis of so(d). Shape [d(d-1)/2][d, d].</summary>
    /// <param name="dimension">d, at least 1.</param>
    public static ImmutableArray<Matrix> Rotations(int dimension) =>
        [.. from a in Enumerable.Range(0, dimension) from b in Enumerable.Range(a + 1, dimension - a - 1) select Rotation(dimension, a, b)];

    /// <summary>The generator that turns axis a towards axis b. Shape [d, d].</summary>
    /// <param name="dimension">d.</param>
    /// <param name="a">An axis, counted from 0.</param>
    /// <param name="b">Another one.</param>
    public static Matrix Rotation(int dimension, int a, int b) =>
        Matrix.Generate(dimension, dimension, (i, j) => (i, j) == (b, a) ? 1 : (i, j) == (a, b) ? -1 : 0);
}
