using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Groups;

public sealed class SymmetryGroupTests
{
    private const double Rounding = 1e-9;

    [Theory]
    [InlineData("C4", 2, 4)]
    [InlineData("D3", 2, 6)]
    [InlineData("C3v", 2, 6)]
    [InlineData("Cs", 2, 2)]
    [InlineData("C5", 3, 5)]
    [InlineData("C3v", 3, 6)]
    [InlineData("C3h", 3, 6)]
    [InlineData("D3", 3, 6)]
    [InlineData("D3h", 3, 12)]
    [InlineData("D2d", 3, 8)]
    [InlineData("D3d", 3, 12)]
    [InlineData("Ci", 3, 2)]
    [InlineData("T", 3, 12)]
    [InlineData("Td", 3, 24)]
    [InlineData("Th", 3, 24)]
    [InlineData("O", 3, 24)]
    [InlineData("Oh", 3, 48)]
    [InlineData("I", 3, 60)]
    [InlineData("Ih", 3, 120)]
    [InlineData("S3", 3, 6)]
    [InlineData("S5", 5, 120)]
    [InlineData("sign(2)", 3, 2)]
    public void Finite_groups_have_the_order_of_the_textbooks_and_orthogonal_elements(string name, int dimension, int order)
    {
        var group = SymmetryGroup.Named(name, dimension);

        Assert.Equal(order - 1, group.Elements.Length);
        Assert.True(group.IsCompact);
        Assert.All(group.Elements, element => Assert.InRange(((element.Matrix * element.Matrix.Transposed) - Matrix.Identity(dimension + 1)).Norm, 0, Rounding));
        Assert.Equal(order - 1, group.Elements.Select(element => element.Matrix.ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData("so(2)", 2, 1, 0, true)]
    [InlineData("SO(3)", 3, 3, 0, true)]
    [InlineData("o(4)", 4, 6, 1, true)]
    [InlineData("so(1,3)", 4, 6, 0, false)]
    [InlineData("o(1,3)", 4, 6, 2, false)]
    [InlineData("se(2)", 2, 3, 0, false)]
    [InlineData("e(3)", 3, 6, 1, false)]
    [InlineData("t(3)", 3, 3, 0, false)]
    [InlineData("sl(3)", 3, 8, 0, false)]
    [InlineData("gl(3)", 3, 9, 0, false)]
    [InlineData("aff(2)", 2, 6, 0, false)]
    public void Continuous_groups_have_as_many_generators_as_their_algebra_has_dimensions(string name, int dimension, int generators, int mirrors, bool isCompact)
    {
        var group = SymmetryGroup.Named(name, dimension);

        Assert.Equal((generators, mirrors, isCompact), (group.Generators.Length, group.Elements.Length, group.IsCompact));
        Assert.All(group.Generators, generator => Assert.All(Enumerable.Range(0, dimension + 1), j => Assert.Equal(0, generator.Matrix[dimension, j])));
    }

    [Fact]
    public void A_boost_keeps_the_square_of_a_four_vector()
    {
        var boost = MatrixExponential.Of(0.7 * SymmetryGroup.Named("so(1,3)", 4).Generators[0].Matrix);
        var image = new double[5];
        boost.Apply([3, 1, 0.5, -2, 1], image);

        Assert.Equal(9 - 1 - 0.25 - 4, (image[0] * image[0]) - (image[1] * image[1]) - (image[2] * image[2]) - (image[3] * image[3]), 1e-9);
    }

    [Fact]
    public void Several_vectors_are_moved_alike_and_other_coordinates_stay()
    {
        var group = SymmetryGroup.Named("so(2)", ["a", "b", "t", "c", "d"], [[0, 1], [4, 3]]);
        var image = new double[6];
        group.Generators[0].Matrix.Apply([1, 2, 5, 3, 4, 1], image);

        Assert.Equal([-2, 1, 0, 4, -3, 0], image);
    }

    [Fact]
    public void Blocks_of_coordinates_are_exchanged()
    {
        var group = SymmetryGroup.Named("S2", ["x1", "y1", "x2", "y2"], [[0, 1], [2, 3]]);
        var image = new double[5];
        Assert.Single(group.Elements).Matrix.Apply([1, 2, 3, 4, 1], image);

        Assert.Equal([3, 4, 1, 2, 1], image);
        Assert.Equal("(x1, y1) and (x2, y2) exchanged", group.Elements[0].Name);
    }

    [Fact]
    public void A_group_about_another_point_leaves_that_point()
    {
        var group = SymmetryGroup.Named("D4", 2).About([3, -1]);
        Assert.All(group.Elements, element =>
        {
            var image = new double[3];
            element.Matrix.Apply([3, -1, 1], image);
            Assert.Equal(3, image[0], Rounding);
            Assert.Equal(-1, image[1], Rounding);
        });
    }

    [Fact]
    public void Random_rotations_are_rotations_and_random_elements_of_O3_are_half_mirrors()
    {
        var random = new Seed(4).Stream();
        var rotations = Draws(SymmetryGroup.Named("so(3)", 3), random);
        var all = Draws(SymmetryGroup.Named("o(3)", 3), random);

        Assert.All(rotations, determinant => Assert.Equal(1, determinant, 1e-6));
        Assert.InRange(all.Count(determinant => determinant < 0), 150, 250);
    }

    [Fact]
    public void Elements_from_a_file_generate_their_group_and_a_rotation_by_an_odd_angle_none()
    {
        var quarter = Matrix.FromRows([0, -1], [1, 0]);
        var (s, c) = Math.SinCos(1.0);

        Assert.Equal(3, SymmetryGroup.OfElements("turns", [quarter], 2).Elements.Length);
        Assert.Throws<ArgumentException>(() => SymmetryGroup.OfElements("turns", [Matrix.FromRows([c, -s], [s, c])], 2));
    }

    [Theory]
    [InlineData("so(0)")]
    [InlineData("su(2)x")]
    [InlineData("C0")]
    [InlineData("Q8")]
    [InlineData("se(2,1)")]
    [InlineData("sign()")]
    [InlineData("")]
    public void Names_of_no_group_are_refused(string name) => Assert.Throws<FormatException>(() => SymmetryGroup.Named(name, 3));

    [Theory]
    [InlineData("so(3)", 4)]
    [InlineData("Td", 2)]
    [InlineData("C3", 4)]
    [InlineData("S3", 4)]
    [InlineData("sign(5)", 3)]
    public void Groups_of_other_numbers_of_coordinates_are_refused(string name, int dimension) =>
        Assert.Throws<ArgumentException>(() => SymmetryGroup.Named(name, dimension));

    private static double[] Draws(SymmetryGroup group, RandomStream random) =>
        [.. Enumerable.Range(0, 400).Select(_ => group.Draw!(random)).Select(m =>
            (m[0, 0] * ((m[1, 1] * m[2, 2]) - (m[1, 2] * m[2, 1]))) - (m[0, 1] * ((m[1, 0] * m[2, 2]) - (m[1, 2] * m[2, 0]))) + (m[0, 2] * ((m[1, 0] * m[2, 1]) - (m[1, 1] * m[2, 0]))))];
}
