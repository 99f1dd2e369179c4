using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;
using static Noether.Tests.Verification.SymmetrySamples;

namespace Noether.Tests.Verification;

/// <summary>Finite symmetries of functions with 5 % noise, in any orientation, each beside a function without them.</summary>
public static class FiniteSearchTests
{
    private const int Count = 2500;
    private const double Noise = 0.05;

    [Theory]
    [InlineData("Td", 24)]
    [InlineData("D3h", 12)]
    [InlineData("C2", 2)]
    [InlineData("none", 1)]
    public static void Groups_of_space_are_found_in_any_orientation(string name, int order)
    {
        Func<double[], double> function = name switch
        {
            "Td" => x => (5 * x[0] * x[1] * x[2]) + x.Sum(each => each * each * each * each),
            "D3h" => x => (x[0] * x[0] * x[0]) - (3 * x[0] * x[1] * x[1]) + (0.8 * x[2] * x[2]),
            "C2" => x => (x[0] * x[1]) + (x[2] / 2) + (0.7 * x[0] * x[0] * x[2]),
            _ => x => x[0] + (x[1] * x[1] * x[2]) - (x[0] * x[0] * x[1]),
        };

        var found = Find(function, 3, 5, GroupElements.Orthogonal(3, new Seed(5).Stream()));

        Assert.Equal(order, found.Group?.Order ?? 1);
        Assert.Equal(name == "none" ? null : name, found.Group?.Name);
        Assert.InRange(found.Group?.Asymmetry.Upper ?? 0, 0, 0.05);
        Assert.InRange(found.Group?.ClosureError ?? 0, 0, 0.02);
        Assert.Equal(order - 1, found.Group?.Elements.Length ?? 0);
    }

    [Fact]
    public static void Mirrors_of_the_plane_have_their_line_and_shuffled_values_none()
    {
        static double Even(double[] x) => (x[0] * x[0] * x[1]) + x[1] + (0.3 * x[1] * x[1]);
        var found = Find(Even, 2, 6, Matrix.Identity(2)).Group;
        var shifted = Find(x => Even([x[0] - 0.2, x[1]]), 2, 6, Matrix.Identity(2)).Group; // the mirror is where the function says

        Assert.Equal(("Cs", "m"), (found!.Name, found.HermannMauguin));
        Assert.Equal(["x -> -x"], found.Elements.Select(element => element.Name));
        Assert.InRange(Assert.Single(shifted!.Elements).Matrix[0, 2], 0.36, 0.44);
        Assert.Null(Find(_ => 0, 2, 6, Matrix.Identity(2)).Group);
    }

    [Fact]
    public static void An_even_function_of_one_column_has_its_mirror_and_an_odd_one_none()
    {
        var even = Find(x => (x[0] * x[0]) + (0.5 * x[0] * x[0] * x[0] * x[0]), 1, 9, Matrix.Identity(1)).Group;

        Assert.Equal("x -> -x", Assert.Single(even!.Elements).Name);
        Assert.Equal(2, even.Order);
        Assert.Null(Find(x => x[0] + (x[0] * x[0] * x[0]), 1, 9, Matrix.Identity(1)).Group);
    }

    [Theory]
    [InlineData("S_4", 4, 24)]
    [InlineData("C_5", 5, 5)]
    [InlineData("S_3 x S_2", 5, 12)]
    [InlineData("C_2", 4, 2)]
    [InlineData("none", 4, 1)]
    public static void Exchanges_and_signs_of_columns_are_found(string name, int columns, int order)
    {
        Func<double[], double> function = name switch
        {
            "S_4" => x => (0.3 * x.Sum() * x.Sum()) + x.Sum(each => each * each * each),
            "C_5" => x => Enumerable.Range(0, 5).Sum(i => (x[i] * x[i] * x[(i + 1) % 5]) + (0.5 * x[i])),
            "S_3 x S_2" => x => (x[0] * x[1]) + x[0] + x[1] + (2 * x[2] * x[3] * x[4]) + x[2] + x[3] + x[4]
                + (0.5 * (x[0] + x[1]) * ((x[2] * x[2]) + (x[3] * x[3]) + (x[4] * x[4]))) + Math.Pow(x[0], 3) + Math.Pow(x[1], 3),
            "C_2" => x => x[0] + (2 * x[1] * x[1]) - (x[2] * x[3] * x[0]) + (x[3] * x[3] * x[3]),
            _ => x => x[0] + (x[1] * x[1] * x[0]) + x[1] - (x[2] * x[3]) + (x[3] * x[3] * x[3]) + (0.6 * x[2] * x[2] * x[1]),
        };

        var found = Find(function, columns, 7, Matrix.Identity(columns), noise: 0.02);

        Assert.Equal(name == "none" ? null : name, found.Group?.Name);
        Assert.Equal(order, found.Group?.Order ?? 1);
    }

    [Theory]
    [InlineData(4, 100)]
    [InlineData(4, 150)]
    [InlineData(5, 240)]
    public static void Tables_with_fewer_rows_than_places_are_searched(int columns, int rows)
    {
        static double Quadratic(double[] x) => (0.3 * x.Sum() * x.Sum()) + x.Sum(each => each * each);

        Assert.Equal($"O({columns})", Find(Quadratic, columns, 7, Matrix.Identity(columns), noise: 0.005, rows).Group?.Name);
        Assert.Null(Find(x => Quadratic(x) + x[0] + (2 * x[1]) - x[2] - (3 * x[3] * x[3] * x[3]), columns, 7, Matrix.Identity(columns), 0.005, rows).Group);
    }

    [Fact]
    public static void Beside_rotations_the_rest_of_the_group_is_named()
    {
        Assert.Equal("O(2)", Find(x => (x[0] * x[0]) + (x[1] * x[1]), 2, 8, Matrix.Identity(2)).Group!.Name);
        Assert.Equal("O(3)", Find(x => Math.Exp(-x.Sum(each => each * each)), 3, 8, Matrix.Identity(3)).Group!.Name);
        Assert.Equal("D_inf h", Find(x => (x[0] * x[0]) + (x[1] * x[1]) + (2 * Math.Pow(x[2] - 0.1, 4)), 3, 8, Matrix.Identity(3), 0.01).Group!.Name);
        Assert.Equal("C_inf v", Find(x => (x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2] * x[2]) + x[2], 3, 8, Matrix.Identity(3)).Group!.Name);
    }

    private static FoundSymmetry Find(Func<double[], double> function, int dimension, ulong seed, Matrix turn, double noise = Noise, int rows = Count)
    {
        var points = Box(rows, dimension, seed);
        var exact = Values(points, x => function(Turned(x)), 0, seed);
        var deviation = Math.Sqrt(exact.Average(y => Math.Pow(y - exact.Average(), 2)));
        var random = new Seed(seed).For("noise").Stream();
        ImmutableArray<double> values = [.. exact.Select(y => y + ((deviation > 0 ? noise * deviation : 1) * random.NextGaussian()))];
        ImmutableArray<string> names = ["x", "y", "z", "u", "v"];
        return SymmetryFinder.FindWhole(
            new ValueSamples(points, [values]), new() { Names = names[..dimension] }, new(seed), Execution.Default);

        double[] Turned(double[] x)
        {
            var image = new double[dimension];
            turn.Apply(x, image);
            return image;
        }
    }
}
