using Noether.Data;
using Noether.Generators;
using Noether.Generators.Flows;
using Noether.Generators.TangentSpaces;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

/// <summary>Flows of generators, and what is made of them on sparse orbits: a torus of rank two that turns four planes.</summary>
public static class FlowTests
{
    private const int Dimension = 8;

    private static readonly int[][] Weights = [[1, 0], [0, 1], [2, -1], [3, 1]];

    private static readonly Matrix[] Truth = [Turning(0), Turning(1)];

    private static TangencyConstraint Constraint { get; } = new(new GeneratorBasis(GeneratorSpace.Rotations, Dimension, translations: false), FieldLayout.Single, Dimension);

    [Fact]
    public static void A_flow_between_two_points_of_an_orbit_is_found_and_straightened_to_its_velocity()
    {
        var field = FlowField.Of(Coordinates(Truth), Constraint, Dimension);
        var from = Torus(2, 0, new(3)).Row(0).ToArray();
        var mixture = (0.4 * Truth[0]) + (-0.3 * Truth[1]);
        var (to, velocity, straight) = (new double[Dimension], new double[Dimension], new double[Dimension]);
        MatrixExponential.Of(mixture).Apply(from, to);
        mixture.Apply(from, velocity);

        var path = new FlowPath(field);
        path.Fit(from, to);
        var normals = new FlowNormals(Dimension);
        normals.Fit(path, 2, 2);
        var miss = Math.Sqrt(normals.SquareOf(path.Gap));
        path.Straighten(from, straight);

        Assert.InRange(miss, 0, 1e-3);
        Assert.All(Enumerable.Range(0, Dimension), i => Assert.Equal(from[i] + velocity[i], straight[i], 1e-2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(17)]
    public static void A_matrix_by_columns_acts_as_by_rows_with_the_same_bits_in_vectors_and_number_by_number(int size)
    {
        var stream = new Seed(9).For(size).Stream();
        var (matrix, translation, point) = (Random(size * size), Random(size), Random(size));
        var (rows, vectors, portable) = (new double[size], new double[size], new double[size]);

        FlowField.Apply(matrix, translation, point, vectors);
        FlowField.ApplyPortable(matrix, translation, point, portable);
        Matrix.FromEntries(size, size, matrix).Transposed.Apply(point, rows);

        Assert.Equal(portable, vectors);
        Assert.All(Enumerable.Range(0, size), i => Assert.Equal(rows[i] + translation[i], vectors[i], 1e-12));

        double[] Random(int count) => [.. Enumerable.Range(0, count).Select(_ => stream.NextGaussian())];
    }

    [Fact]
    public static void A_wrong_guess_becomes_the_generators_to_many_digits()
    {
        var orbit = Torus(1000, 0, new(4));
        var guess = Truth.Select((matrix, k) => matrix + (0.3 * Skew(new((ulong)k)))).ToArray();
        FlowPair[] pairs = [.. FlowPairs.Of(0, orbit, PointTree.Build(orbit), 8, 600)];

        var fit = new FlowRegression([orbit], pairs, Constraint, [2]).Run(GramSchmidt.Rows(Coordinates(guess)), Execution.Default);

        Assert.InRange(GeneratorAgreement.Sine(Truth, guess), 0.05, 1);
        Assert.InRange(SineTo(fit.Generators), 0, 1e-4);
    }

    [Fact]
    public static void Any_number_of_threads_gives_the_same_bits()
    {
        var orbit = Torus(500, 0.02, new(5));
        var one = GeneratorEstimate.FromOrbits([orbit], LiePcaOptions.Default, new(1), new() { Threads = 1 });
        var three = GeneratorEstimate.FromOrbits([orbit], LiePcaOptions.Default, new(1), new() { Threads = 3 });

        Assert.Equal(one.Generators, three.Generators);
    }

    [Theory]
    [InlineData(0, 0.001)]
    [InlineData(0.02, 0.1)] // noise of this size hides the curvature: flat neighbourhoods answer, less exactly
    public static void A_sparse_orbit_gives_its_generators_and_points_without_one_give_none(double noise, double largest)
    {
        var estimate = GeneratorEstimate.FromOrbits([Torus(1000, noise, new(6))], LiePcaOptions.Default, new(1), Execution.Default);
        var random = new Seed(7).Stream();
        var control = new PointCloud(1000, 4, [.. Enumerable.Range(0, 4000).Select(_ => random.NextGaussian())]);

        Assert.Equal(2, estimate.Count);
        Assert.InRange(GeneratorAgreement.Sine(Truth, estimate.Generators), 0, largest);
        Assert.Equal(0, GeneratorEstimate.FromOrbits([control], LiePcaOptions.Default, new(1), Execution.Default).Count);
    }

    private static double SineTo(Matrix coordinates) =>
        GeneratorAgreement.Sine(Truth, [.. Enumerable.Range(0, coordinates.Rows).Select(k => new GeneratorBasis(GeneratorSpace.Rotations, Dimension, translations: false).Linear(coordinates.Row(k)))]);

    private static Matrix Coordinates(IEnumerable<Matrix> matrices)
    {
        var basis = new GeneratorBasis(GeneratorSpace.Rotations, Dimension, translations: false);
        return Matrix.FromRows([.. matrices.Select(matrix =>
        {
            var row = new double[basis.Size];
            basis.Form(matrix.Entries, new double[Dimension], row);
            return row;
        })]);
    }

    private static PointCloud Torus(int points, double noise, Seed seed)
    {
        double[] vector = [.. Enumerable.Range(0, Dimension).Select(i => i % 2 == 0 ? 0.5 : 0)];
        return SyntheticOrbits.OfGroup(
            points, [vector], random => MatrixExponential.Of((random.NextUniform(0, 2 * Math.PI) * Truth[0]) + (random.NextUniform(0, 2 * Math.PI) * Truth[1])), noise, seed);
    }

    private static Matrix Turning(int phase) =>
        Matrix.Generate(Dimension, Dimension, (i, j) => i / 2 != j / 2 || i == j ? 0 : (i < j ? -1 : 1) * Weights[i / 2][phase]);

    private static Matrix Skew(Seed seed)
    {
        var random = seed.Stream();
        var matrix = Matrix.Generate(Dimension, Dimension, (_, _) => random.NextGaussian());
        return 0.5 * (matrix - matrix.Transposed);
    }
}
