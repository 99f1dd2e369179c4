using System.IO.Compression;
using System.Text;
using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>What is wrong with a text file is said with file, line, column, expectation, finding and remedy.</summary>
public sealed class TextTableErrorTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("x,y\n1,2\n3\n", "points.csv line 3: expected 2 columns as in the first line, found 1; add or remove cells; put a cell that holds the separator into quotes")]
    [InlineData("x,y\n1,2,3\n", "points.csv line 2: expected 2 columns as in the first line, found 3; add or remove cells; put a cell that holds the separator into quotes")]
    [InlineData("x,y\n", "points.csv: expected rows of data below the names of the columns, found none; check the program that wrote the file")]
    [InlineData("\n\n", "points.csv: expected rows of data below the names of the columns, found only blank lines; check the program that wrote the file")]
    [InlineData("1.5,2\n3,4\n", "points.csv line 1: expected the names of the columns, found numbers (\"1.5\"); add a first line with a name for each column, such as x0,x1,label")]
    [InlineData("5,0,0\n7,0,1\n", "points.csv line 1: expected the names of the columns, found numbers (\"5\", \"0\", \"0\"); add a first line with a name for each column, such as x0,x1,label")]
    [InlineData("1.5,2,A\n3,4,B\n", "points.csv line 1: expected the names of the columns, found numbers (\"1.5\"); add a first line with a name for each column, such as x0,x1,label")]
    [InlineData("x,y,x\n1,2,3\n", "points.csv line 1: expected columns with different names, found two columns named \"x\"; rename one of them")]
    [InlineData("x,,y\n0,1,2\n",
        "points.csv line 1: expected a name for every column, found none for column 2 of 3; name it; from pandas, write with index=False")]
    [InlineData("x,y\n1,\"2\n3,4\n", "points.csv line 2: expected cells with quotes around the whole cell or none, found a quote that is never closed; close the quote, or double each quote inside a quoted cell")]
    [InlineData("x,y\n1,a\"b\n", "points.csv line 2: expected cells with quotes around the whole cell or none, found a quote in the middle of a cell; close the quote, or double each quote inside a quoted cell")]
    [InlineData("x,y\n1,\"a\"b\n", "points.csv line 2: expected cells with quotes around the whole cell or none, found text behind the closing quote of a cell; close the quote, or double each quote inside a quoted cell")]
    public void Text_that_is_not_a_table(string text, string message) => Assert.Equal(message, _scratch.ErrorOf("points.csv", text));

    [Fact]
    public void A_missing_file() =>
        Assert.Equal(
            $"points.csv: expected a file, found none of this name; check the spelling; the current folder is {Environment.CurrentDirectory}",
            _scratch.ErrorOf(() => Table.Read(_scratch.Path("points.csv"), Execution.Default)));

    [Fact]
    public void A_name_that_no_file_can_have() =>
        Assert.Contains("expected a file, found none of this name", _scratch.ErrorOf(() => Table.Read("", Execution.Default)), StringComparison.Ordinal);

    [Fact]
    public void A_folder() =>
        Assert.Equal($"{_scratch.Folder}: expected a file, found a folder; name a file in it", _scratch.ErrorOf(() => Table.Read(_scratch.Folder, Execution.Default)));

    [Fact]
    public void An_empty_file() =>
        Assert.Equal("points.csv: expected a table, found an empty file; check the program that wrote it", _scratch.ErrorOf("points.csv", ""));

    [Fact]
    public void A_file_without_permission()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions do not bind this user.");
        var path = _scratch.Write("points.csv", "x\n1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        Assert.Equal(
            "points.csv: expected a file that may be read, found one without permission to read it; ask its owner, or copy it to a folder of your own",
            _scratch.ErrorOf(() => Table.Read(path, Execution.Default)));
    }

    [Fact]
    public void A_binary_file_called_csv()
    {
        Assert.Equal(
            "points.csv: expected a table (CSV, TSV, NPY, NPZ or Parquet), found binary data of another kind; export the table as CSV",
            _scratch.ErrorOf("points.csv", [7, 1, 0, 200, 0, 0, 3, 9]));
        Assert.Equal(
            "points.csv: expected a table (CSV, TSV, NPY, NPZ or Parquet), found a PNG picture; name the folder that holds the pictures, in sub-folders that are named after their classes",
            _scratch.ErrorOf("points.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10]));
        Assert.Equal(
            "points.csv line 1: expected text in UTF-8, found bytes of another encoding; save the file as UTF-8",
            _scratch.ErrorOf("points.csv", [0xC3, 0x28, 0xFE, (byte)',', 0xA9, 10, 3]));
    }

    [Fact]
    public void Text_in_another_encoding()
    {
        Assert.Equal(
            "points.csv: expected text in UTF-8, found text that looks like UTF-16 without a byte order mark; save it as UTF-8",
            _scratch.ErrorOf("points.csv", Encoding.Unicode.GetBytes("x,y\n1,2\n")));
        Assert.Equal(
            "points.csv line 3, column \"label\": expected text in UTF-8, found bytes of another encoding; save the file as UTF-8",
            _scratch.ErrorOf("points.csv", Encoding.Latin1.GetBytes("x,label\n1,nah\n2,fähig\n")));
    }

    [Fact]
    public void A_cut_gzip_file()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes("x,y\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},{i * i * 31 % 9973}\n"))));
        }

        Assert.Equal(
            "points.csv.gz: expected a gzip file, found broken content (the compressed data are cut, damaged, or made of several parts); write the file anew, or copy it again from where it came",
            _scratch.ErrorOf("points.csv.gz", compressed.ToArray()[..^500]));
    }
}
