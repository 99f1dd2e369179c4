using System.Text;
using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>Tables as instruments, spreadsheets and programs write them are read with a note, or refused with the true cause.</summary>
public sealed class TextLayoutTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("x;y\n1,5;2\n-0,25;1,5e3\n", "Numbers have a decimal comma: 1,5 was read as 1.5.")]
    [InlineData("x\ty\n1,5\t2\n-,25\t1.500,0\n", "Numbers have a decimal comma: 1,5 was read as 1.5.")]
    [InlineData("  x   y\n 1.5  2\n-.25 \t 1.5e3\n", "Blanks separate the columns.")]
    [InlineData("# x y\n1.5 2\n-.25 1500\n", "Blanks separate the columns.")]
    [InlineData("# device 7, run 3\n#\n\nx,y\n1.5,2\n-.25,1500\n",
        "2 lines before the names of the columns, which begin with # or %, are comments.")]
    [InlineData("% device 7\n# x,y\n1.5,2\n-.25,1500\n",
        "A line before the names of the columns, which begins with # or %, is a comment.")]
    [InlineData("sep=|\r\nx|y\r\n1.5|2\r\n-.25|1500\r\n", "The first line, sep=, is Excel's and names the separator.")]
    [InlineData("x,y,\n1.5,2,\n-.25,1500,\n", "Lines end in a separator, behind which there is no column.")]
    [InlineData("x,y\n1.5,2,\n-.25,1500,\n", "Lines end in a separator, behind which there is no column.")]

    public void What_a_reader_assumes_is_told(string text, string assumption)
    {
        var table = Read(text);

        Assert.Equal(["x", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal([1.5, -0.25], table.Columns[0].Numbers.ToArray());
        Assert.Equal([2, 1500], table.Columns[1].Numbers.ToArray());
        Assert.Equal([assumption], table.Assumptions);
        var first = text.IndexOf(text.Contains("1,5", StringComparison.Ordinal) ? "1,5" : "1.5", StringComparison.Ordinal);
        Assert.Equal(text[..first].Count(c => c == '\n') + 1, table.LineOf(0));
    }

    [Theory]
    [InlineData("x,y\n1.5,2\n")]
    [InlineData("# x,y\n1.5,2\n")]
    [InlineData("my label,y\n1.5,2\n")]
    [InlineData("x;kind\n1.5;a,5\n")]
    [InlineData("x,y\nmany,n/a\n1.5,2\n1,2\n1,3\n")]
    [InlineData("5,y\n1.5,2\n1,2\n")]
    public void Where_nothing_is_unusual_nothing_is_assumed(string text) => Assert.Empty(Read(text).Assumptions);

    [Theory]
    [InlineData("m", "[kg]")]
    [InlineData("km/s", "GeV")]
    [InlineData("", "m s^-2")]
    [InlineData("a.u.", "1/cm3")]
    public void A_line_of_units_is_no_sample(string first, string second)
    {
        var table = Read($"x,y,kind\n{first},{second},\n1.5,2,a\n-.25,1500,b\n3,4,a\n");

        Assert.Equal([1.5, -0.25, 3], table.Columns[0].Numbers.ToArray());
        Assert.StartsWith("Line 2 holds units (", Assert.Single(table.Assumptions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_molecule_is_a_table_of_atoms()
    {
        var table = Read("2\nwater, or part of it\nO 0.0 0.1 0.2\nH 1.0 0.0 -1e-3\n");

        Assert.Equal(["element", "x", "y", "z"], table.Columns.Select(column => column.Name));
        Assert.Equal([0.2, -1e-3], table.Columns[3].Numbers.ToArray());
        Assert.Equal(3, table.LineOf(0));
    }

    [Fact]
    public void What_pandas_writes_without_a_name_is_an_index() =>
        Assert.Equal(["index", "x"], Read(",x\n0,1.5\n1,2.5\n").Columns.Select(column => column.Name));

    [Theory]
    [InlineData("x;y\n1,5;2.5\n",
        "line 2: expected one decimal separator, found \"1,5\" in line 2 and \"2.5\"; write all numbers with a decimal point")]
    [InlineData("x;y\n1,500;2\n",
        "line 2: expected numbers, found \"1,500\", whose comma may be a decimal one or separate thousands; "
            + "write the numbers with a decimal point and without separators of thousands")]
    [InlineData("1\n\nO 0 0 0.5\n1\n\nO 0 0 0.6\n",
        "line 4: expected one molecule in XYZ format, found another one behind it; give each frame of a trajectory a file of its own")]
    [InlineData("x,,y\n1,2,3\n",
        "line 1: expected a name for every column, found none for column 2 of 3; name it; from pandas, write with index=False")]
    public void What_can_be_taken_in_two_ways_is_refused(string text, string message) =>
        Assert.Equal("t.csv " + message, _scratch.ErrorOf("t.csv", text));

    [Theory]
    [InlineData("12%", "remove the % sign from all cells of the column, or leave it out with --ignore")]
    [InlineData("\"1,234.5\"", "remove the separators of thousands")]
    [InlineData("1'234", "remove the separators of thousands")]
    [InlineData("1.5 kg", "write the unit into the name of the column, and numbers alone into its cells")]
    [InlineData("$3", "write the unit into the name of the column, and numbers alone into its cells")]
    [InlineData("\"1,5\"", "use . as the decimal separator")]
    [InlineData("\u22121.5", "write a hyphen (-) in place of the minus sign of typesetting")]
    public void A_column_of_numbers_that_are_text_is_never_dropped_in_silence(string cell, string remedy)
    {
        var table = Read($"x,y,class\n{cell},2,a\n{cell},3,b\n");

        var message = _scratch.ErrorOf(() => LoadedCloud.From(table, new() { Orbit = "class" }));

        Assert.Equal($"t.csv line 2, column \"x\": expected a number, found \"{cell.Trim('"')}\"; {remedy}", message);
    }

    [Fact]
    public void Labels_that_begin_with_a_number_stay_text()
    {
        var table = Read("x,y,cell\n" + string.Concat(Enumerable.Range(0, 60).Select(k => $"{k % 7},{k % 11},{k % 4}{"abc"[k % 3]}\n")));

        Assert.Equal("holds text", Assert.Single(LoadedCloud.From(table, new()).Ignored).Reason);
    }

    private Table Read(string text) => Table.Read(_scratch.Write("t.csv", Encoding.UTF8.GetBytes(text)), Execution.Default);
}
