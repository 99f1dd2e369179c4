using CsCheck;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class PanelProductTests
{
    private static readonly Gen<(int M, int K, int N, int Seed)> Shapes = Gen.Select(Gen.Int[1, 70], Gen.Int[1, 90], Gen.Int[1, 50], Gen.Int[0, 1000]);

    public static TheoryData<int> Paths => [.. Enum.GetValues<VectorPath>().Select(path => (int)path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public static void Every_path_adds_the_product_that_the_definition_gives(int path) =>
        Shapes.Sample(
            shape =>
            {
                var stream = new Seed((ulong)shape.Seed).Stream();
                var (a, b, c) = (Random(shape.M, shape.K, stream), Random(shape.K, shape.N, stream), Random(shape.M, shape.N, stream));
                var result = ToPanels(c);

                PanelProduct.Add((VectorPath)path, ToPanels(a), ToPanels(b), result);

                AssertEqual(shape.M, shape.N, (i, j) => c[i, j] + Sum(shape.K, k => (double)a[i, k] * b[k, j]), result, shape.K);
            },
            iter: 60);

    [Theory]
    [MemberData(nameof(Paths))]
    public static void Every_path_adds_the_product_with_a_transpose_panel_by_panel(int path) =>
        Shapes.Sample(
            shape =>
            {
                var stream = new Seed((ulong)shape.Seed).Stream();
                var (a, b, c) = (Random(shape.K, shape.M, stream), Random(shape.K, shape.N, stream), Random(shape.M, shape.N, stream));
                var result = ToPanels(c);

                for (var panel = 0; panel < result.Panels; panel++)
                {
                    PanelProduct.AddTransposed((VectorPath)path, ToPanels(a), ToPanels(b), result, panel);
                }

                AssertEqual(shape.M, shape.N, (i, j) => c[i, j] + Sum(shape.K, k => (double)a[k, i] * b[k, j]), result, shape.K);
            },
            iter: 60);

    [Fact]
    public static void The_padding_of_a_product_stays_zero()
    {
        var stream = new Seed(3).Stream();
        var result = new PanelMatrix(5, 20);

        PanelProduct.Add(VectorPaths.Best, ToPanels(Random(5, 7, stream)), ToPanels(Random(7, 20, stream)), result);

        for (var i = 0; i < result.Rows; i++)
        {
            for (var j = 0; j < PanelMatrix.Padded(20); j++)
            {
                Assert.Equal(i >= 5 || j >= 20, result.Entries[(j / 16 * result.PanelLength) + (i * 16) + (j % 16)] == 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public static void Transposing_panel_by_panel_swaps_rows_and_columns(int path)
    {
        var a = Random(37, 21, new Seed(1).Stream());
        var (source, target) = (ToPanels(a), new PanelMatrix(21, 37));

        for (var panel = 0; panel < source.Panels; panel++)
        {
            PanelTranspose.Panel((VectorPath)path, source, target, panel);
        }

        var row = new float[37];
        for (var i = 0; i < 21; i++)
        {
            target.CopyRow(i, 0, row);
            Assert.Equal(Enumerable.Range(0, 37).Select(j => a[j, i]), row);
        }
    }

    [Fact]
    public static void Columns_written_at_any_place_are_read_back() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 60]).Sample((first, length) =>
        {
            var matrix = new PanelMatrix(3, 120);
            var values = Enumerable.Range(1, length).Select(i => (float)i).ToArray();

            matrix.SetRow(1, first, values);

            var read = new float[length];
            matrix.CopyRow(1, first, read);
            Assert.Equal(values, read);
            Assert.Equal(values.Sum(), matrix.Entries.ToArray().Sum());
        });

    private static float[,] Random(int rows, int columns, RandomStream stream)
    {
        var matrix = new float[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                matrix[i, j] = (float)stream.NextUniform(-1, 1);
            }
        }

        return matrix;
    }

    private static PanelMatrix ToPanels(float[,] matrix)
    {
        var panels = new PanelMatrix(matrix.GetLength(0), matrix.GetLength(1));
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            panels.SetRow(i, [.. Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j])]);
        }

        return panels;
    }

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);

    private static void AssertEqual(int rows, int columns, Func<int, int, double> expected, PanelMatrix actual, int terms)
    {
        // Each of the terms is at most 1 in size and rounded once, the sum after each.
        var rounding = (terms + 1) * (terms + 1) * Math.Pow(2, -24);
        var row = new float[columns];
        for (var i = 0; i < rows; i++)
        {
            actual.CopyRow(i, 0, row);
            for (var j = 0; j < columns; j++)
            {
                Assert.InRange(row[j] - expected(i, j), -rounding, rounding);
            }
        }
    }
}
