using System.Text;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Files.Tests;

public sealed class LoadedMatricesTests : IDisposable
{
    private static readonly Matrix Rotation = Matrix.FromRows([0, -1], [1, 0]);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("[[0, -1], [1, 0]]")]
    [InlineData("[[[0, -1], [1, 0]]]")]
    [InlineData("""{"matrices": [[[0, -1], [1, 0]]]}""")]
    [InlineData("""{"schema": 1, "generators": {"count": 1, "matrices": [[[0, -1.0], [1e0, 0]],]}} // written by hand""")]
    public void Json_holds_matrices_in_any_of_four_ways(string json) => Assert.Equal([Rotation], Read("m.json", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Standard_errors_beside_the_matrices_are_read_with_them()
    {
        var path = _scratch.Write("m.json", Encoding.UTF8.GetBytes("""{"generators": {"matrices": [[[0, -1], [1, 0]]], "standardErrors": [0.02]}}"""));

        Assert.Equal([0.02], LoadedMatrices.Read(path, Execution.Default).StandardErrors);
        Assert.Empty(LoadedMatrices.Read(_scratch.Write("n.json", "[[0, -1], [1, 0]]"u8.ToArray()), Execution.Default).StandardErrors);
    }

    [Fact]
    public void Arrays_hold_one_matrix_or_a_stack()
    {
        Assert.Equal([Rotation], Read("m.npy", NumpyTableTests.Npy([2, 2], new double[] { 0, -1, 1, 0 })));
        var stack = new NamedArray("stack", [2, 2, 2], new float[] { 0, -1, 1, 0, 1, 0, 0, 1 });
        Assert.Equal([Rotation, Rotation, Matrix.Identity(2)], Read("m.npz", NumpyTableTests.Npz(new NamedArray("one", [2, 2], new[] { 0, -1, 1, 0 }), stack)));
    }

    [Theory]
    [InlineData("[[[0, -1], [1]]]", "m.json, array \"[0][1]\": expected 2 entries as in the row before, found 1; write each matrix as a list of rows, such as [[0, -1], [1, 0]]")]
    [InlineData("[[[0, \"NaN\"], [1, 0]]]", "m.json, array \"[0][0][1]\": expected a number, found \"NaN\"; write each matrix as a list of rows, such as [[0, -1], [1, 0]]")]
    [InlineData("[[[0, 1]]]", "m.json, array \"[0]\": expected a square matrix, found one of 1 x 2; generators map a space to itself: give one row per column")]
    [InlineData("{\"matrices\": [[[1]], [[0, 1], [1, 0]]]}", "m.json, array \"matrices[1]\": expected a 1 x 1 matrix as the first one, found one of 2 x 2; leave out matrices that act on another space")]
    [InlineData("{\"matrices\": []}", "m.json, array \"matrices\": expected a list of matrices, found an empty list; write each matrix as a list of rows, such as [[0, -1], [1, 0]]")]
    [InlineData("[]", "m.json: expected a list of matrices, found an empty list; write each matrix as a list of rows, such as [[0, -1], [1, 0]]")]
    [InlineData("{\"matrices\": 3}", "m.json, array \"matrices\": expected a list of matrices, found 3; write each matrix as a list of rows, such as [[0, -1], [1, 0]]")]
    [InlineData("{\"generators\": 3}", "m.json: expected \"matrices\", or \"generators\" with \"matrices\", found neither; name a report.json in which generators were found, or write an object with \"matrices\"")]
    [InlineData("{\"matrices\": [[[1]]], \"standardErrors\": [1, 2]}", "m.json, array \"standardErrors\": expected a list of 1 numbers, one per matrix, found 2; give one standard error per matrix, or leave \"standardErrors\" out")]
    [InlineData("{\"matrices\": [[[1]]], \"standardErrors\": [-1]}", "m.json, array \"standardErrors\": expected finite numbers from zero, found -1; give one standard error per matrix, or leave \"standardErrors\" out")]
    [InlineData("[[[1e999]]]", "m.json, array \"[0]\": expected finite entries, found Infinity; leave the matrix out, or correct the entry")]
    [InlineData("[\n[[0, -1], [1, 0]\n", "m.json line 3: expected JSON, or matrices in NPY or NPZ, found text that is not JSON; check brackets, commas and quotes")]
    [InlineData("x,y\n1,2\n", "m.json line 1: expected JSON, or matrices in NPY or NPZ, found text that is not JSON; check brackets, commas and quotes")]
    public void What_is_wrong_with_json_names_the_place(string json, string message) =>
        Assert.Equal(message, _scratch.ErrorOf(() => Read("m.json", Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void What_is_wrong_with_arrays_names_the_array()
    {
        Assert.Equal(
            "m.npz, array \"x\": expected shape (n, n) or (count, n, n), found shape (4); stack the matrices with numpy.stack",
            _scratch.ErrorOf(() => Read("m.npz", NumpyTableTests.Npz(new NamedArray("x", [4], new double[4])))));
        Assert.Equal(
            "m.npy: expected finite entries, found NaN; leave the matrix out, or correct the entry",
            _scratch.ErrorOf(() => Read("m.npy", NumpyTableTests.Npy([1, 1], new[] { double.NaN }))));
    }

    private ImmutableArray<Matrix> Read(string name, byte[] bytes) => LoadedMatrices.Read(_scratch.Write(name, bytes), Execution.Default).Matrices;
}
