using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Groups;

/// <summary>Continuous groups of R^n by their generators.</summary>
internal static class ContinuousGroups
{
    /// <summary>Rotations, of all vectors that keep x1^2 + .. + xp^2 - .. - xn^2: with q negative signs so(p,q), with none so(n).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="axes">The names of the coordinates. Shape [p + q].</param>
    /// <param name="negative">q.</param>
    /// <param name="withMirror">Whether the mirrors of o(p,q) belong to it.</param>
    public static SymmetryGroup Orthogonal(string name, ImmutableArray<string> axes, int negative, bool withMirror)
    {
        var (n, positive) = (axes.Length, axes.Length - negative);
        var generators = from a in Enumerable.Range(0, n)
                         from b in Enumerable.Range(a + 1, n - a - 1)
                         let isBoost = a < positive && b >= positive
                         select new GroupMember($"{(isBoost ? "boost" : "rotation")} of ({axes[a]}, {axes[b]})", Field(n, (b, a, 1), (a, b, isBoost ? 1 : -1)));
        int[] mirrored = !withMirror ? [] : negative == 0 ? [0] : [0, positive];
        return new(name, n)
        {
            Generators = [.. generators],
            Elements = [.. mirrored.Select(axis => new GroupMember($"mirror of {axes[axis]}", Matrix.Generate(n + 1, n + 1, (i, j) => i != j ? 0 : i == axis ? -1 : 1)))],
            Draw = negative > 0 ? null : random => Random(n, withMirror, random),
        };
    }

    /// <summary>Rotations and translations of Euclidean space.</summary>
    public static SymmetryGroup Euclidean(string name, ImmutableArray<string> axes, bool withMirror)
    {
        var rotations = Orthogonal(name, axes, 0, withMirror);
        return rotations with { Generators = [.. rotations.Generators, .. Translations(name, axes).Generators], Draw = null };
    }

    /// <summary>Translations.</summary>
    public static SymmetryGroup Translations(string name, ImmutableArray<string> axes) => new(name, axes.Length)
    {
        Generators = [.. axes.Select((axis, i) => new GroupMember($"translation along {axis}", Field(axes.Length, (i, axes.Length, 1))))],
    };

    /// <summary>All linear maps, or those that keep volumes.</summary>
    public static SymmetryGroup Linear(string name, ImmutableArray<string> axes, bool keepsVolume)
    {
        var n = axes.Length;
        var shears = from a in Enumerable.Range(0, n)
                     from b in Enumerable.Range(0, n)
                     where a != b
                     select new GroupMember($"{axes[a]} moved by {axes[b]}", Field(n, (a, b, 1)));
        var scalings = keepsVolume
            ? axes[..^1].Select((axis, a) => new GroupMember($"{axis} scaled against {axes[a + 1]}", Field(n, (a, a, 1), (a + 1, a + 1, -1))))
            : axes.Select((axis, a) => new GroupMember($"{axis} scaled", Field(n, (a, a, 1))));
        return new(name, n) { Generators = [.. shears, .. scalings] };
    }

    /// <summary>All affine maps.</summary>
    public static SymmetryGroup Affine(string name, ImmutableArray<string> axes) => Linear(name, axes, keepsVolume: false) is var linear
        ? linear with { Generators = [.. linear.Generators, .. Translations(name, axes).Generators] } : linear;

    /// <summary>The group of some generators; compact where these are antisymmetric, as a user's own units should make them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fields">Shape [n + 1, n + 1] each.</param>
    public static SymmetryGroup Spanned(string name, ImmutableArray<Matrix> fields)
    {
        var isAntisymmetric = fields.All(field => (field + field.Transposed).Norm <= Tolerance.SinglePrecision.Relative * field.Norm);
        return new(name, fields[0].Rows - 1)
        {
            Generators = [.. fields.Select((field, number) => new GroupMember($"generator {number + 1}", field))],
            Draw = isAntisymmetric ? random => Walk(fields, random) : null,
        };
    }

    /// <summary>The field x -> A x + b with a few entries; column n is b. Shape [n + 1, n + 1].</summary>
    private static Matrix Field(int n, params (int Row, int Column, double Value)[] entries) =>
        Matrix.Generate(n + 1, n + 1, (i, j) => entries.Where(entry => entry.Row == i && entry.Column == j).Sum(entry => entry.Value));

    private static Matrix Random(int n, bool withMirror, RandomStream random)
    {
        var element = GroupElements.Orthogonal(n, random);
        var isTurned = !withMirror && LinearSystem.Determinant(element) < 0;
        return AffineMap.Extended(isTurned ? Matrix.Generate(n, n, (i, j) => i == 0 ? -element[i, j] : element[i, j]) : element, n, 1);
    }

    // A few long steps along random fields come near any element; a test of distributions is exact whatever is drawn.
    private static Matrix Walk(ImmutableArray<Matrix> fields, RandomStream random)
    {
        const int steps = 6;
        var n = fields[0].Rows;
        var product = Matrix.Identity(n);
        for (var step = 0; step < steps; step++)
        {
            var sum = fields.Aggregate(Matrix.Zero(n, n), (total, field) => total + (random.NextGaussian() / field.Norm * field));
            product = MatrixExponential.Of(Math.PI * sum) * product;
        }

        return product;
    }
}
