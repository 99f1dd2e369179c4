using Noether.Data;
using Noether.Generators;
using Noether.Groups;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// What a group has besides its continuous part, Eq. (F5): the mirror of O(n), and of rotations about one axis in space the mirrors along
/// and across it and the half turn across it.
/// </summary>
internal static class ContinuousParts
{
    /// <summary>The whole group; null where the rotations have no invariant metric or fill only a part of the coordinates.</summary>
    public static FoundGroup? Of(
        Quotient quotient, FoundSymmetry found, int[] used, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var r = used.Length;
        if (found is not { Generators: { } generators, Algebra: AlgebraIdentification.Unique { Algebra: { IsCompact: true } algebra }, Metric: { } metric }
            || r is < 2 || (r != 3 && algebra.Name != $"so({r})") || (r == 3 && algebra.Name is not ("so(2)" or "so(3)")))
        {
            return null;
        }

        // x = c + L y with y in units in which the algebra rotates.
        var form = SymmetricEigen.Of(Matrix.Generate(r, r, (i, j) => metric[used[i], used[j]]));
        if (form.Values[0] <= 0)
        {
            return null;
        }

        var lift = Matrix.Generate(r, r, (i, k) => form.Vectors[k, i] / Math.Sqrt(form.Values[k]));
        var down = Matrix.Generate(r, r, (k, i) => form.Vectors[k, i] * Math.Sqrt(form.Values[k]));
        var candidates = algebra.Name == "so(2)" && r == 3
            ? AboutAxis(down * (Generator(generators, used) * lift))
            : [(Mirror([.. Enumerable.Range(0, r).Select(k => k == 0 ? 1.0 : 0)]), r == 3 ? "inversion" : "a mirror")];
        double[] centre = [.. used.Select(j => generators.Centre[j])];
        if (candidates.Length > 1)
        {
            // Rotations leave a whole axis where it is; a mirror across it has one place on it.
            var samples = FiniteSearch.Samples(quotient, seed);
            var (points, values) = (Across(samples, used, centre, down), FiniteSearch.Values(quotient, samples, execution));
            var surrogate = new FiniteSurrogate(points, values, FiniteSearch.InBall(points), seed.For("surrogate"), execution);
            var shift = new double[r];
            lift.Apply([.. surrogate.Refined(candidates[0].Map).Move.Select(move => move / 2)], shift);
            centre = [.. centre.Zip(shift, (at, by) => at + by)];
        }

        var members = candidates.Select(candidate => new GroupMember(
            candidate.Name, InInput(lift * (Map(candidate, r) * down), centre, used, quotient.Points.Dimension))).ToImmutableArray();
        if (FiniteJudge.Of(quotient, members, options, candidates.Length == 1, seed, execution) is not { } judged)
        {
            return null;
        }

        // All together are judged better than each alone.
        var holding = judged.HoldsTogether ? judged.Members : [.. judged.Members.Where(member => member.Holds)];
        if (holding.IsEmpty)
        {
            return null;
        }

        var name = candidates.Length == 1 ? $"O({r})" : AxisGroup([.. holding.Select(member => member.Element.Name)]);
        var isOpen = judged.Members.Any(member => !member.IsBroken && !holding.Contains(member));
        return new(isOpen ? $"at least {name}" : name, [.. holding.Select(member => member.Element)])
        {
            Asymmetry = judged.HoldsTogether
                ? judged.Asymmetry
                : holding.MaxBy(member => member.Element.Asymmetry.Upper)!.Element.Asymmetry,
        };
    }

    // In space -1 serves as well as a mirror, and is the same in all coordinates.
    private static Matrix Map((Matrix Map, string Name) candidate, int r) => candidate.Name == "inversion" ? -Matrix.Identity(r) : candidate.Map;

    private static Matrix Mirror(double[] normal) =>
        Matrix.Generate(normal.Length, normal.Length, (i, j) => (i == j ? 1 : 0) - (2 * normal[i] * normal[j]));

    // The axis of the rotation x -> A x, and one direction across it.
    private static (Matrix Map, string Name)[] AboutAxis(Matrix generator)
    {
        double[] axis = [generator[2, 1] - generator[1, 2], generator[0, 2] - generator[2, 0], generator[1, 0] - generator[0, 1]];
        var length = Math.Sqrt(axis.Sum(entry => entry * entry));
        axis = [.. axis.Select(entry => entry / length)];
        var other = Enumerable.Range(0, 3).MinBy(k => Math.Abs(axis[k]));
        double[] across = [.. axis.Select((entry, k) => (k == other ? 1 : 0) - (axis[other] * entry))];
        var size = Math.Sqrt(across.Sum(entry => entry * entry));
        across = [.. across.Select(entry => entry / size)];
        var (along, over) = (Mirror(across), Mirror(axis));
        return [(over, "mirror across the axis"), (along, "mirror along the axis"), (over * along, "half turn across the axis")];
    }

    private static PointCloud Across(PointCloud points, int[] used, double[] centre, Matrix down)
    {
        var (r, values) = (used.Length, new double[points.Count * used.Length]);
        for (var i = 0; i < points.Count; i++)
        {
            down.Apply([.. used.Select((j, k) => points[i, j] - centre[k])], values.AsSpan(i * r, r));
        }

        return new(points.Count, r, values);
    }

    private static string AxisGroup(string[] names) => names switch
    {
        { Length: 3 } => "D_inf h",
        ["mirror across the axis"] => "C_inf h",
        ["mirror along the axis"] => "C_inf v",
        ["half turn across the axis"] => "D_inf",
        _ => "D_inf h",
    };

    private static Matrix Generator(GeneratorEstimate generators, int[] used) =>
        Matrix.Generate(used.Length, used.Length, (i, j) => generators.Generators[0][used[i], used[j]]);

    private static Matrix InInput(Matrix linear, double[] centre, int[] used, int columns)
    {
        var r = used.Length;
        var affine = Matrix.Generate(r + 1, r + 1, (i, j) => (i < r, j < r) switch
        {
            (true, true) => linear[i, j],
            (true, false) => centre[i] - Enumerable.Range(0, r).Sum(k => linear[i, k] * centre[k]),
            _ => i == j ? 1 : 0,
        });
        return AffineMap.On(affine, columns, [[.. used]]);
    }
}
