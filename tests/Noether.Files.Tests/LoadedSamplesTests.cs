using Noether.Runs;

namespace Noether.Files.Tests;

public sealed class LoadedSamplesTests : IDisposable
{
    private const string Points = "x,y,label,V\n1,2,a,0.1\n3,4,b,0.2\n5,6,a,0.3\n7,8,b,0.9\n";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Coordinates_are_the_numeric_columns_that_no_role_names()
    {
        var samples = From(Points, new() { Labels = ["label"], Ignored = ["V"] });

        Assert.Equal(["x", "y"], samples.CoordinateNames);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], samples.Points.Points.Values.ToArray());
        Assert.Equal(["a", "b"], samples.Points.Heads[0].ClassNames);
        Assert.Equal([0, 1, 0, 1], samples.Points.Heads[0].Classes);
        Assert.Equal(64, samples.Sha256.Length);
    }

    [Fact]
    public void Numbers_as_labels_are_classes_in_the_order_of_their_values()
    {
        var samples = From("x,digit\n1,10\n2,9\n3,10.0\n4,9\n", new() { Labels = ["digit"] });

        Assert.Equal(["9", "10"], samples.Points.Heads[0].ClassNames);
        Assert.Equal([1, 0, 1, 0], samples.Points.Heads[0].Classes);
    }

    [Fact]
    public void Samples_outside_every_window_are_dropped_and_counted()
    {
        var samples = From(Points, new() { Values = ["V"], Levels = new(0.1, 0.3, 0.1, 0.01), Ignored = ["label"] });

        Assert.Equal(1, samples.Dropped);
        Assert.Equal(["0.1", "0.2", "0.3"], samples.Points.Heads[0].ClassNames);
        Assert.Equal([0.1, 0.2, 0.3], samples.Values[0]);
        Assert.Equal([1, 2, 3, 4, 5, 6], samples.Points.Points.Values.ToArray());
        Assert.Contains(new Finding("DAT004", Severity.Note, "1 of 4 samples lie outside every window and were left out."), samples.Findings);
    }

    [Fact]
    public void With_several_heads_a_sample_must_be_in_a_window_of_each()
    {
        var table = "x,U,V\n1,0,0\n2,0,1\n3,1,0\n4,1,1\n5,0,0.5\n6,0.5,1\n7,0,0\n";

        var samples = From(table, new() { Values = ["U", "V"], Levels = new(0, 1, 1, 0.1) });

        Assert.Equal([1, 2, 3, 4, 7], samples.Points.Points.Values.ToArray());
        Assert.Equal(2, samples.Dropped);
        Assert.Equal(["0, 0", "0, 1", "1, 0", "1, 1"], samples.Points.Cells.ClassNames);
    }

    [Fact]
    public void Quantiles_are_the_default_and_never_split_equal_values()
    {
        var table = "x,V\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{(i < 90 ? 0 : i)}\n"));

        var samples = From(table, new() { Values = ["V"], Classes = 5 });

        Assert.Equal(0, samples.Dropped);
        Assert.All(samples.Values[0].Zip(samples.Points.Heads[0].Classes), pair => Assert.Equal(pair.First == 0, pair.Second == 0));
        Assert.Contains(samples.Findings, finding => finding == new Finding("DAT003", Severity.Note, "The values of V repeat so often that they fall into 2 classes instead of 5; equal values are never in two classes."));
    }

    [Fact]
    public void A_window_without_samples_is_left_out_with_a_finding()
    {
        var samples = From(Points, new() { Values = ["V"], Levels = new(0, 0.3, 0.1, 0.01), Ignored = ["label"], SmallestClass = 1 });

        Assert.Equal(["0.1", "0.2", "0.3"], samples.Points.Heads[0].ClassNames);
        Assert.Contains(new Finding("DAT006", Severity.Note, "No sample is in these classes of V, which were left out: 0."), samples.Findings);
        Assert.DoesNotContain(samples.Findings, finding => finding.Id == "DAT005");
    }

    [Fact]
    public void A_constant_coordinate_unused_text_and_small_classes_are_findings()
    {
        var samples = From("x,name,c,label\n1,p,5,a\n2,q,5,a\n3,r,5,b\n4,s,5,b\n", new() { Labels = ["label"] });

        Assert.Equal(
            [
                new("DAT001", Severity.Note, "Not used as coordinates: name. Name a column with --label if it holds classes, or with --value if it holds values of a function."),
                new("DAT002", Severity.Note, "Not used as a coordinate: c has the same value in every row. To use it nevertheless, name all coordinates: --use x --use c."),
                new("DAT005", Severity.Caution, "Fewer than 21 samples are in 2 of 2 classes of label: a, b. Orbits in them rest on fewer neighbours than elsewhere; add samples or make classes wider."),
            ],
            samples.Findings);
    }

    [Fact]
    public void A_clean_table_gives_no_finding()
    {
        var table = "x,label\n" + string.Concat(Enumerable.Range(0, 42).Select(i => $"{i},{i % 2}\n"));

        Assert.Empty(From(table, new() { Labels = ["label"] }).Findings);
    }

    [Theory]
    [InlineData("lable", "points.csv: expected a column \"lable\", found x, y, label, V; did you mean \"label\"?")]
    [InlineData("LABEL", "points.csv: expected a column \"LABEL\", found x, y, label, V; did you mean \"label\"?")]
    [InlineData("temperature", "points.csv: expected a column \"temperature\", found x, y, label, V; name one of these")]
    public void An_unknown_column_is_answered_with_the_nearest_names(string name, string message) => Assert.Equal(message, ErrorOf(Points, new() { Labels = [name] }));

    [Fact]
    public void Roles_that_contradict_each_other_are_refused()
    {
        Assert.Equal("points.csv, column \"V\": expected one role for each column, found one that is named twice; name it once, as label, value or coordinate, or to be ignored", ErrorOf(Points, new() { Labels = ["V"], Values = ["V"] }));
        Assert.Equal("points.csv: expected a column of labels or of function values, found none named; name one with --label or --value", ErrorOf(Points, new()));
        Assert.Equal("points.csv: expected at least one column of coordinates besides those named, found none that holds numbers; leave the columns of coordinates unnamed", ErrorOf(Points, new() { Labels = ["label"], Ignored = ["x", "y", "V"] }));
    }

    [Theory]
    [InlineData("x,label\n1,a\n\"1,5\",b\n", "points.csv line 3, column \"x\": expected a number, found \"1,5\"; use . as the decimal separator")]
    [InlineData("x,label\n1,a\nmany,b\n", "points.csv line 3, column \"x\": expected a number, found \"many\"; correct the cell, or leave the column out")]
    [InlineData("x,label\nmany,a\n1,b\n", "points.csv line 2, column \"x\": expected a number, found \"many\"; correct the cell, or leave the column out")]
    [InlineData("x,label\n1 2,a\n1,b\n", "points.csv line 2, column \"x\": expected a number, found \"1 2\"; separate the columns by commas")]
    [InlineData("x,label\n1,a\n,b\n", "points.csv line 3, column \"x\": expected a finite number, found an empty cell; leave the row out, or fill in the value")]
    [InlineData("x,label\n1,a\nNaN,b\n", "points.csv line 3, column \"x\": expected a finite number, found \"NaN\"; leave the row out, or fill in the value")]
    [InlineData("x,label\n1,a\n-inf,b\n", "points.csv line 3, column \"x\": expected a finite number, found \"-inf\"; leave the row out, or fill in the value")]
    [InlineData("x,label\n1,a\n1e999,b\n", "points.csv line 3, column \"x\": expected a finite number, found \"1e999\"; leave the row out, or fill in the value")]
    [InlineData("x,label\n1,a\n2,\n", "points.csv line 3, column \"label\": expected a class label, found an empty cell; leave the row out, or fill in the label")]
    [InlineData("x,label\n1,1\n2,\n", "points.csv line 3, column \"label\": expected a class label, found an empty cell; leave the row out, or fill in the label")]
    [InlineData("x,label\n1,a\n2,a\n", "points.csv, column \"label\": expected two classes or more, found only \"a\"; name a column with at least two different labels")]
    [InlineData("x,y,z,label\n1,2,3,a\n2,2,4,b\n1,3,5,a\n", "points.csv: expected more than 3 samples for 3 coordinates, found 3; add samples, leave columns out, or transpose the table: one row per sample")]
    [InlineData("x,label\n1,0.1\n2,0.2\n3,0.3\n", "points.csv, column \"label\": expected classes with several samples each, found 3 different labels in 3 rows; bin the values of a function with --value \"label\"")]
    [InlineData("x,label\n1,a\n2,b\n3,c\n", "points.csv, column \"label\": expected classes with several samples each, found 3 different labels in 3 rows; name the column that holds classes")]
    public void What_is_wrong_with_labelled_samples_is_said(string text, string message) => Assert.Equal(message, ErrorOf(text, new() { Labels = ["label"] }));

    [Fact]
    public void What_is_wrong_with_values_is_said()
    {
        Assert.Equal("points.csv line 2, column \"label\": expected a number, found \"a\"; correct the cell, or leave the column out", ErrorOf(Points, new() { Values = ["label"] }));
        Assert.Equal("points.csv, column \"V\": expected two classes or more, found only \"3\"; choose a function that varies, or other --levels", ErrorOf("x,V\n1,3\n2,3\n", new() { Values = ["V"] }));
        Assert.Equal(
            "points.csv, column \"V\": expected values within a window about a level, found none of 4 (they run from 0.1 to 0.9); choose other --levels, or a larger --width",
            ErrorOf(Points, new() { Values = ["V"], Levels = new(5, 6, 1, 0.1), Ignored = ["label"] }));
    }

    [Fact]
    public void Text_that_holds_only_numbers_counts_as_numbers()
    {
        var path = _scratch.Write("a.npz", NumpyTableTests.Npy("<U1", false, "(2,)", [.. System.Text.Encoding.UTF32.GetBytes("12")]));

        Assert.True(Table.Read(path, Execution.Default).Columns[0].IsNumeric);
    }

    private LoadedSamples From(string text, TableRoles roles) => LoadedSamples.From(_scratch.Read("points.csv", text), roles);

    private string ErrorOf(string text, TableRoles roles) => _scratch.ErrorOf(() => From(text, roles));
}
