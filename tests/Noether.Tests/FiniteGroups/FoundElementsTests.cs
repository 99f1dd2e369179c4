using Noether.Data;
using Noether.FiniteGroups;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.FiniteGroups;

public static class FoundElementsTests
{
    [Theory]
    [InlineData("C1", 1, "C1", "1")]
    [InlineData("Cs", 2, "Cs", "m")]
    [InlineData("Ci", 2, "Ci", "-1")]
    [InlineData("C2", 2, "C2", "2")]
    [InlineData("C5", 5, "C5", "5")]
    [InlineData("C3v", 6, "C3v", "3m")]
    [InlineData("C4v", 8, "C4v", "4mm")]
    [InlineData("C2h", 4, "C2h", "2/m")]
    [InlineData("C3h", 6, "C3h", "-6")]
    [InlineData("D2", 4, "D2", "222")]
    [InlineData("D3", 6, "D3", "32")]
    [InlineData("D2h", 8, "D2h", "mmm")]
    [InlineData("D3h", 12, "D3h", "-6m2")]
    [InlineData("D6h", 24, "D6h", "6/mmm")]
    [InlineData("D2d", 8, "D2d", "-42m")]
    [InlineData("D3d", 12, "D3d", "-3m")]
    [InlineData("D4d", 16, "D4d", "-82m")]
    [InlineData("T", 12, "T", "23")]
    [InlineData("Td", 24, "Td", "-43m")]
    [InlineData("Th", 24, "Th", "m-3")]
    [InlineData("O", 24, "O", "432")]
    [InlineData("Oh", 48, "Oh", "m-3m")]
    [InlineData("I", 60, "I", "235")]
    [InlineData("Ih", 120, "Ih", "m-3-5")]
    public static void Elements_with_errors_in_any_orientation_get_their_name_and_are_made_exact(
        string name, int order, string schoenflies, string international)
    {
        var random = new Seed(1).For(name).Stream();
        var turn = GroupElements.Orthogonal(3, random);
        var exact = Elements(name).Select(map => turn.Transposed * (map * turn)).ToArray();
        var found = FoundElements.Largest([.. exact.Skip(1).Select(map => Disturbed(map, 0.02, random))], 3);

        Assert.Equal(order, found.Order);
        Assert.Equal((schoenflies, international), PointGroupNames.Of(found));
        Assert.InRange(found.ClosureError, 0, 0.25); // three elements are disturbed by 0.035 each
        Assert.All(found.Matrices, map => Assert.InRange(exact.Min(other => (map - other).Norm), 0, 0.1));
        Assert.All(
            from a in Enumerable.Range(0, Math.Min(order, 12)) from b in Enumerable.Range(0, order) select (a, b),
            pair => Assert.InRange(
                ((found.Matrices[pair.a] * found.Matrices[pair.b]) - found.Matrices[found.Products[pair.a][pair.b]]).Norm, 0, 1e-6));
    }

    [Fact]
    public static void Maps_that_do_not_belong_are_left_out_and_small_turns_are_no_group()
    {
        var random = new Seed(2).Stream();
        var group = Elements("D3").Skip(1).Select(map => Disturbed(map, 0.01, random)).ToList();

        Assert.Equal("D3", PointGroupNames.Of(FoundElements.Largest([.. group, GroupElements.Orthogonal(3, random)], 3)).Schoenflies);
        Assert.Equal(1, FoundElements.Largest([MatrixExponential.Of(0.14 * GroupElements.Rotation(3, 0, 1))], 3).Order);
        Assert.Equal(1, FoundElements.Largest([MatrixExponential.Of(1.0 * GroupElements.Rotation(3, 0, 1))], 3).Order); // 57 degrees
    }

    [Theory]
    [InlineData("S3", 4, "S_3")]
    [InlineData("S4", 4, "S_4")]
    public static void Permutations_of_coordinates_have_the_names_of_symmetric_groups(string name, int dimension, string expected)
    {
        var vectors = Enumerable.Range(0, name[1] - '0').Select(k => ImmutableArray.Create(k)).ToImmutableArray();
        var group = SymmetryGroup.Named(name, [.. Enumerable.Range(0, dimension).Select(k => $"c{k}")], vectors);
        var maps = group.Elements.Select(element => Linear(element.Matrix, dimension)).ToArray();

        Assert.Equal(expected, PermutationNames.Of(FoundElements.Largest(maps, dimension)));
    }

    [Fact]
    public static void Other_groups_are_named_by_the_orders_of_their_elements()
    {
        static Matrix Cycle(int n) => Matrix.Generate(n, n, (i, j) => i == (j + 1) % n ? 1 : 0);
        static Matrix Reversed(int n) => Matrix.Generate(n, n, (i, j) => i + j == n - 1 ? 1 : 0);
        static Matrix Sign(int n, int k) => Matrix.Generate(n, n, (i, j) => i != j ? 0 : i == k ? -1 : 1);
        static string Name(params Matrix[] generating) =>
            PermutationNames.Of(FoundElements.Largest([.. FiniteClosure.Products(generating, 120)!.Skip(1)], generating[0].Rows));

        Assert.Equal("C_5", Name(Cycle(5)));
        Assert.Equal("D_5", Name(Cycle(5), Reversed(5)));
        Assert.Equal("A_4", Name(Cycle(4) * Cycle(4), Matrix.Generate(4, 4, (i, j) => i == new[] { 1, 2, 0, 3 }[j] ? 1 : 0)));
        Assert.Equal("C_2 x C_2", Name(Sign(4, 0), Sign(4, 3)));
    }

    [Theory]
    [InlineData(2, 0.02)]
    [InlineData(3, 0.3)]
    public static void The_cover_comes_near_every_orthogonal_map(int dimension, double farthest)
    {
        var (random, cover) = (new Seed(3).Stream(), OrthogonalCover.Even(dimension).ToArray());

        Assert.All(
            Enumerable.Range(0, 30).Select(_ => GroupElements.Orthogonal(dimension, random)),
            map => Assert.InRange(cover.Min(other => (map - other).Norm) / Math.Sqrt(2), 0, farthest));
    }

    private static IEnumerable<Matrix> Elements(string name) => name == "C1" ? [Matrix.Identity(3)]
        : [Matrix.Identity(3), .. SymmetryGroup.Named(name, 3).Elements.Select(element => Linear(element.Matrix, 3))];

    private static Matrix Linear(Matrix map, int n) => Matrix.Generate(n, n, (i, j) => map[i, j]);

    private static Matrix Disturbed(Matrix map, double size, RandomStream random) =>
        MatrixExponential.Of(GroupElements.Rotations(3).Select(turn => size * random.NextGaussian() * turn).Aggregate((a, b) => a + b)) * map;
}
