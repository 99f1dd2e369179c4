using System.IO.Compression;
using System.Text;
using CsCheck;
using Noether.Reports;

namespace Noether.Files.Tests;

public sealed class NumpyTableTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Written_arrays_read_back_bit_by_bit()
    {
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 4], Gen.Int[0, 3]).SelectMany(t => Values(t.Item1 * t.Item2, t.Item3).Select(values => (Rows: t.Item1, Columns: t.Item2, Values: values)))
            .Sample(t =>
            {
                var table = _scratch.Read("a.npy", Npy([t.Rows, t.Columns], t.Values));
                var back = Enumerable.Range(0, t.Rows).SelectMany(i => table.Columns.Select(column => column.Numbers[i])).ToArray();
                return table.Columns.Length == t.Columns && back.AsSpan().SequenceEqual(t.Values.Cast<object>().Select(Convert.ToDouble).ToArray());
            }, iter: 200, threads: 1);
    }

    [Fact]
    public void An_archive_gives_a_column_per_array_or_one_per_column_of_it()
    {
        var path = _scratch.Path("a.npz");
        using (var stream = File.Create(path))
        {
            NumpyWriter.WriteNpz(stream, new NamedArray("x", [3, 2], new float[] { 1, 2, 3, 4, 5, 6 }), new NamedArray("label", [3], new[] { 7, 8, 9 }));
        }

        var table = Table.Read(path, Runs.Execution.Default);

        Assert.Equal(["x0", "x1", "label"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 3, 5], table.Columns[0].Numbers.ToArray());
        Assert.Equal([7, 8, 9], table.Columns[2].Numbers.ToArray());
        Assert.Null(table.LineOf(0));
    }

    [Theory]
    [InlineData("<f8", false, "000000000000F03F 0000000000000040")]
    [InlineData(">f8", false, "3FF0000000000000 4000000000000000")]
    [InlineData("<f4", false, "0000803F 00000040")]
    [InlineData(">f4", false, "3F800000 40000000")]
    [InlineData("<f2", false, "003C 0040")]
    [InlineData(">i2", false, "0001 0002")]
    [InlineData("<i8", true, "0100000000000000 0200000000000000")]
    [InlineData("|u1", true, "01 02")]
    [InlineData("|i1", true, "01 02")]
    [InlineData("<u4", false, "01000000 02000000")]
    [InlineData("<U2", false, "3100000000000000 3200000000000000")]
    [InlineData("|S1", false, "31 32")]
    public void Every_type_that_numpy_writes_for_numbers_and_text_is_read(string type, bool isFortran, string elements)
    {
        var table = _scratch.Read("a.npy", Npy(type, isFortran, "(2, 1)", Convert.FromHexString(elements.Replace(" ", "", StringComparison.Ordinal))));

        Assert.Equal(["1", "2"], [table.Columns[0].TextAt(0), table.Columns[0].TextAt(1)]);
    }

    [Fact]
    public void Negative_integers_keep_their_sign()
    {
        Assert.Equal(-2, _scratch.Read("a.npy", Npy("|i1", false, "(1,)", [0xFE])).Columns[0].Numbers[0]);
        Assert.Equal(-2, _scratch.Read("a.npy", Npy(">i4", false, "(1,)", [0xFF, 0xFF, 0xFF, 0xFE])).Columns[0].Numbers[0]);
    }

    [Fact]
    public void The_order_of_fortran_is_undone()
    {
        var table = _scratch.Read("a.npy", Npy("|u1", true, "(2, 3)", [1, 4, 2, 5, 3, 6]));

        Assert.Equal([1, 4], table.Columns[0].Numbers.ToArray());
        Assert.Equal([3, 6], table.Columns[2].Numbers.ToArray());
    }

    [Theory]
    [InlineData("<c16", "(1,)", 16,
        "a.npy: expected real numbers or text, found complex numbers; save real and imaginary parts as separate real columns")]
    [InlineData("|O", "(1,)", 8, "a.npy: expected numbers or text, found Python objects; convert with array.astype(float) before saving")]
    [InlineData("<f16", "(1,)", 16, "a.npy: expected numbers or text, found type '<f16'; convert with array.astype(float) before saving")]
    [InlineData("<M8[ns]", "(1,)", 8, "a.npy: expected numbers or text, found type '<M8[ns]'; convert with array.astype(float) before saving")]
    [InlineData("<f8", "(2, 2)", 24, "a.npy: expected 32 bytes for shape (2, 2) of type '<f8', found 24; the file is cut: copy it again")]
    [InlineData("<f8", "(2, 2)", 40, "a.npy: expected 32 bytes for shape (2, 2) of type '<f8', found 40; save one array per file, or all with numpy.savez")]
    [InlineData("<f8", "(2, 1, 1, 1)", 16, "a.npy: expected an array of one or two axes, or pictures of one size as three, found shape (2, 1, 1, 1); reshape it to one row per sample: array.reshape(len(array), -1)")]
    [InlineData("<f8", "()", 8, "a.npy: expected an array of one or two axes, or pictures of one size as three, found shape (); reshape it to one row per sample: array.reshape(len(array), -1)")]
    [InlineData("<f8", "(0, 2)", 0, "a.npy: expected at least one row and one column, found shape (0, 2); check the program that wrote the file")]
    [InlineData("<f8", "(2147483647, 2147483647, 9)", 8, "a.npy: expected an array that fits into memory, found shape (2147483647, 2147483647, 9); write the array anew")]
    [InlineData("<f8", "(99999999999,)", 8, "a.npy: expected axes of length 0 to 2147483647, found 99999999999; write the array anew with numpy.save or numpy.savez")]
    public void What_is_wrong_with_an_array_is_said(string type, string shape, int bytes, string message) =>
        Assert.Equal(message, _scratch.ErrorOf("a.npy", Npy(type, false, shape, new byte[bytes])));

    [Fact]
    public void A_header_that_is_cut_or_foreign_is_said_so()
    {
        var whole = Npy([2], new double[] { 1, 2 });

        Assert.Equal("a.npy: expected a whole NPY header, found a cut or broken one; write the array anew with numpy.save or numpy.savez", _scratch.ErrorOf("a.npy", whole[..50]));
        whole[6] = 9;
        Assert.Equal("a.npy: expected version 1, 2 or 3 of the NPY format, found version 9; write the array anew with numpy.save or numpy.savez", _scratch.ErrorOf("a.npy", whole));
        Assert.Equal("a.npy: expected the NPY format that its name promises, found other content; write the file anew, or rename it after what it holds", _scratch.ErrorOf("a.npy", "x,y\n1,2\n"));
    }

    [Fact]
    public void Arrays_of_unequal_length_name_the_array()
    {
        var bytes = Npz(new NamedArray("x", [3], new double[] { 1, 2, 3 }), new NamedArray("label", [2], new[] { 1, 2 }));

        Assert.Equal("a.npz, array \"label\": expected 3 rows as in the array before, found 2; save arrays of equal length", _scratch.ErrorOf("a.npz", bytes));
    }

    [Fact]
    public void Damage_to_an_archive_is_noticed()
    {
        var bytes = Npz(new NamedArray("x", [300], Enumerable.Range(0, 300).ToArray()));
        var changed = bytes.ToArray();
        changed[200] ^= 0x40;

        Assert.StartsWith("a.npz", _scratch.ErrorOf("a.npz", changed), StringComparison.Ordinal);
        Assert.StartsWith("a.npz: expected a table, found broken content", _scratch.ErrorOf("a.npz", bytes[..^40]), StringComparison.Ordinal);
        Assert.Equal(300, _scratch.Read("a.npz", bytes).RowCount);
    }

    [Fact]
    public void A_spreadsheet_and_an_archive_without_arrays_are_told_apart()
    {
        Assert.Equal("a.npz: expected an archive of NumPy arrays, found an Excel workbook or another Office document; save the sheet as CSV", _scratch.ErrorOf("a.npz", Zip("[Content_Types].xml")));
        Assert.Equal("a.npz: expected an archive of NumPy arrays, found a ZIP archive without any; write it with numpy.savez, or unpack it and name the table inside", _scratch.ErrorOf("a.npz", Zip("points.csv")));
    }

    internal static byte[] Npy(ImmutableArray<int> shape, Array values)
    {
        using var stream = new MemoryStream();
        NumpyWriter.WriteNpy(stream, new("a", shape, values));
        return stream.ToArray();
    }

    internal static byte[] Npz(params NamedArray[] arrays)
    {
        using var stream = new MemoryStream();
        NumpyWriter.WriteNpz(stream, arrays);
        return stream.ToArray();
    }

    internal static byte[] Npy(string type, bool isFortran, string shape, byte[] elements)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': {(isFortran ? "True" : "False")}, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. elements];
    }

    private static byte[] Zip(string entry)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = archive.CreateEntry(entry).Open();
            content.WriteByte(1);
        }

        return stream.ToArray();
    }

    private static Gen<Array> Values(int count, int type) => type switch
    {
        0 => Gen.Double[-1e9, 1e9].Array[count].Select(values => (Array)values),
        1 => Gen.Single[-1e9f, 1e9f].Array[count].Select(values => (Array)values),
        2 => Gen.Int.Array[count].Select(values => (Array)values),
        _ => Gen.Long[-1L << 53, 1L << 53].Array[count].Select(values => (Array)values),
    };
}
