using System.Text;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Files.Tests;

public sealed class LoadedMatricesTests : IDisposable
{
    private const string TextRemedy =
        "; write a row of numbers a line and an empty line between matrices, or JSON such as [[0, -1], [1, 0]]";

    private static readonly Matrix Rotation = Matrix.FromRows([0, -1], [1, 0]);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("[[0, -1], [1, 0]]")]
    [InlineData("[[[0, -1], [1, 0]]]")]
    [InlineData("""{"matrices": [[[0, -1], [1, 0]]]}""")]
    [InlineData("""{"schema": 1, "generators": {"count": 1, "matrices": [[[0, -1.0], [1e0, 0]],]}} // written by hand""")]
    public void Json_holds_matrices_in_any_of_four_ways(string json) => Assert.Equal([Rotation], Read("m.json", Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("# two of them\n0 -1\n1 0\n\n1,0\n0,1\n")]
    [InlineData("0.0e+00 -1.0e+00\r\n1.0e+00 0.0e+00\r\n1 0\r\n0 1")]
    [InlineData("%%MatrixMarket matrix coordinate integer skew-symmetric\n2 2 1\n2 1 1\n"
        + "%%MatrixMarket matrix array real symmetric\n% by columns\n2 2\n1\n0\n1\n")]
    public void Text_holds_matrices_as_programs_write_them(string text) =>
        Assert.Equal([Rotation, Matrix.Identity(2)], Read("m.txt", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("m.json", "[[[0, [0, -1]], [[0, 1], 0]]]")]
    [InlineData("m.json", "[[0, \"-i\"], [\"1j\", 0]]")]
    [InlineData("m.json", "[[\"(0+0j)\", \"0 - 1*I\"], [\"0e-1+1e0i\", \"0\"]]")]
    [InlineData("m.json", "{\"matrices\": [[[[0, 0], [0, -1]], [[0, 1], [0, 0]]]]}")]
    [InlineData("m.txt", " (0.0e+00+0.0e+00j) (0.0e+00-1.0e+00j)\n(0.0e+00+1.0e+00j) (0.0e+00+-0.0e+00j)\n")]
    [InlineData("m.mtx", "%%MatrixMarket matrix coordinate complex hermitian\n2 2 1\n2 1 0 1\n")]
    public void Complex_Hermitian_matrices_are_read_as_i_times_themselves(string name, string text)
    {
        var loaded = LoadedMatrices.Read(_scratch.Write(name, Encoding.UTF8.GetBytes(text)), Execution.Default);

        Assert.Equal([Matrix.FromRows([0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 1], [0, 0, -1, 0])], loaded.Matrices); // i sigma_y is real
        Assert.Equal("ALG005", Assert.Single(loaded.Findings).Id);
    }

    [Theory]
    [InlineData("1.02", true)]
    [InlineData("1.5", false)]
    public void Errors_of_entries_leave_matrices_Hermitian(string entry, bool isHermitian)
    {
        var path = _scratch.Write("m.json", Encoding.UTF8.GetBytes($"[[0, \"-{entry}i\"], [\"1i\", 0]]"));

        var assumed = Assert.Single(LoadedMatrices.Read(path, Execution.Default).Findings).Message;

        Assert.Equal(isHermitian, assumed.Contains("stands for", StringComparison.Ordinal));
    }

    [Fact]
    public void Complex_arrays_are_read_in_both_precisions()
    {
        double[] parts = [0, 0, 0, -1, 0, 1, 0, 0];
        var wide = Read("m.npy", NumpyTableTests.Npy("<c16", isFortran: false, "(2, 2)", [.. parts.SelectMany(BitConverter.GetBytes)]));
        var singles = parts.SelectMany(part => BitConverter.GetBytes((float)part));
        var narrow = Read("n.npy", NumpyTableTests.Npy("<c8", isFortran: false, "(2, 2)", [.. singles]));

        Assert.Equal([Matrix.FromRows([0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 1], [0, 0, -1, 0])], wide);
        Assert.Equal(wide, narrow);
    }

    [Fact]
    public void The_user_says_what_matrices_mean()
    {
        var path = _scratch.Write("m.json", "[[0, 1], [1, 0]]"u8.ToArray());
        var other = _scratch.Write("n.json", "[[0, -1], [1, 0]]"u8.ToArray());
        LoadedMatrices Reading(MatrixReading reading) => LoadedMatrices.Read(path, reading, Execution.Default);

        Assert.Equal("ALG006", Assert.Single(Reading(MatrixReading.Default).Findings).Id);
        var rotating = Assert.Single(Reading(new() { Hermitian = true }).Matrices);
        Assert.Equal(Matrix.FromRows([0, 0, 0, -1], [0, 0, -1, 0], [0, 1, 0, 0], [1, 0, 0, 0]), rotating);
        Assert.Equal(2, Reading(new() { OverComplex = true }).Matrices.Length);
        Assert.Empty(LoadedMatrices.Read(other, Execution.Default).Findings);
        Assert.Equal(
            "n.json: expected Hermitian matrices, as you say that they are, found that matrix 1 differs from its conjugate transpose; "
                + "correct it, or leave --hermitian out",
            _scratch.ErrorOf(() => LoadedMatrices.Read(other, new() { Hermitian = true }, Execution.Default)));
    }

    [Theory]
    [InlineData("0 -1\n1\n",
        "m.txt line 2: expected 2 numbers as in the row before, found 1" + TextRemedy)]
    [InlineData("0 -1\n1 x\n",
        "m.txt line 2: expected matrices: rows of numbers, JSON, Matrix Market, NPY or NPZ, found \"x\"" + TextRemedy)]
    [InlineData("0 -1\n1 0\n2 2\n",
        "m.txt, array \"1\": expected a square matrix, found one of 3 x 2; generators map a space to itself: give one row per column")]
    [InlineData("%%MatrixMarket matrix coordinate real general\n2 2 1\n3 1 1\n",
        "m.txt line 3: expected row and column of an entry of 2 x 2, found 3 1 1; "
            + "write the matrix anew, with scipy.io.mmwrite for example")]
    [InlineData("%%MatrixMarket matrix array real general\n2 2\n1\n",
        "m.txt line 3: expected one number, found none; write the matrix anew, with scipy.io.mmwrite for example")]
    public void What_is_wrong_with_text_names_the_line(string text, string message) =>
        Assert.Equal(message, _scratch.ErrorOf(() => Read("m.txt", Encoding.UTF8.GetBytes(text))));

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
    [InlineData("[\n[[0, -1], [1, 0]\n",
        "m.json line 3: expected matrices in JSON, found text that is not JSON; check brackets, commas and quotes")]
    [InlineData("x,y\n1,2\n",
        "m.json line 1: expected matrices: rows of numbers, JSON, Matrix Market, NPY or NPZ, found \"x\"" + TextRemedy)]
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
