using Noether.Runs;

namespace Noether.Files.Tests.Images;

/// <summary>Pictures as samples: folders of PNG, IDX, NPY and NPZ stacks, with labels.</summary>
public sealed class SampleTableTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Sub_folders_name_the_classes_and_brightness_is_that_of_the_eye()
    {
        Png.Write(_scratch.Path("set/b/1.png"), 1, 2, [(255, 255, 255), (0, 0, 0)]);
        Png.Write(_scratch.Path("set/a/deep/2.PNG"), 1, 2, [(255, 0, 0), (0, 255, 0)]);
        File.WriteAllText(_scratch.Path("set/notes.txt"), "not a picture");

        var table = SampleTable.Read(_scratch.Path("set"), null, Execution.Default);

        Assert.Equal(["pixel0_0", "pixel0_1", "label"], table.Columns.Select(column => column.Name));
        Assert.Equal((1, 2), table.PictureSize);
        Assert.Equal(["a", "b"], Texts(table, "label"));
        Assert.Equal([0.299, 1], table.Columns[0].Numbers.ToArray().Select(value => Math.Round(value, 3)));
        Assert.Equal([0.587, 0], table.Columns[1].Numbers.ToArray().Select(value => Math.Round(value, 3)));
    }

    [Fact]
    public void A_table_of_labels_finds_its_pictures_by_name_in_any_order()
    {
        Dots("set/1.png", "set/2.png");
        var labels = _scratch.Write("labels.csv", "file,digit,angle\n2.png,eight,0.5\n1.png,one,0\n");

        var table = SampleTable.Read(_scratch.Path("set"), labels, Execution.Default);

        Assert.Equal(["one", "eight"], Texts(table, "digit"));
        Assert.Equal([0, 0.5], table.Find("angle")!.Numbers.ToArray());
    }

    [Theory]
    [InlineData("file,k\n1.png,a\n", "labels.csv, column \"file\": expected a row for 2.png, found none; add it, or take the picture out of the folder")]
    [InlineData("file,k\n1.png,a\n2.png,a\n1.png,b\n", "labels.csv line 4, column \"file\": expected each picture once, found \"1.png\"; take one of its rows out")]
    [InlineData("file,k\n1.png,a\n2.png,a\n3.png,b\n", "labels.csv line 4, column \"file\": expected a picture in set, found \"3.png\"; take the row out, or correct the name")]
    [InlineData("name,k\n1.png,a\n2.png,a\n", "labels.csv: expected a column \"file\" that names the pictures in set, found name, k; add it: names relative to the folder, such as a/1.png")]
    public void Labels_that_do_not_fit_the_folder_are_refused_with_the_place(string text, string message)
    {
        Dots("set/1.png", "set/2.png");
        var labels = _scratch.Write("labels.csv", text);

        Assert.Equal(message, _scratch.ErrorOf(() => SampleTable.Read(_scratch.Path("set"), labels, Execution.Default)));
    }

    [Fact]
    public void Pictures_of_two_sizes_broken_ones_and_empty_folders_are_refused_with_the_file()
    {
        Dots("sizes/a/1.png");
        Png.Write(_scratch.Path("sizes/a/2.png"), 2, 1, [(0, 0, 0), (0, 0, 0)]);
        Png.Write(_scratch.Path("cut/a/1.png"), 40, 40, [.. Enumerable.Range(0, 1600).Select(i => ((byte)(i * 7), (byte)(i * 13), (byte)(i * 29)))]);
        File.WriteAllBytes(_scratch.Path("cut/a/1.png"), File.ReadAllBytes(_scratch.Path("cut/a/1.png"))[..^200]);
        Dots("other/a/1.png");
        File.WriteAllText(_scratch.Path("other/a/2.png"), "no picture");
        Dots("flat/1.png");
        Directory.CreateDirectory(_scratch.Path("empty"));
        Dots("blank/a/1.png");
        File.WriteAllBytes(_scratch.Path("blank/a/2.png"), []);

        Assert.Equal("sizes/a/2.png: expected a picture of 1 x 1 pixels (height x width) as a/1.png, found 2 x 1; bring all pictures to one size", ErrorOf("sizes"));
        Assert.Equal("cut/a/1.png: expected a PNG picture, found a picture that is cut; write the picture anew, or take it out of the folder", ErrorOf("cut"));
        Assert.Equal("other/a/2.png: expected a PNG picture, found other content; write the picture anew, or take it out of the folder", ErrorOf("other"));
        Assert.Equal("blank/a/2.png: expected a PNG picture, found an empty file; write the picture anew, or take it out of the folder", ErrorOf("blank"));
        Assert.Equal("flat: expected pictures in sub-folders that are named after their classes, found 1.png in none; move it into one, or give a table of labels with --labels FILE", ErrorOf("flat"));
        Assert.Equal("empty: expected PNG pictures, found a folder with none; name the folder that holds them", ErrorOf("empty"));
    }

    [Fact]
    public void Stacks_in_idx_npy_and_npz_are_tables_of_pixels()
    {
        var idx = _scratch.Write("images", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102]);
        var names = _scratch.Write("names", [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]);
        var npy = _scratch.Write("images.npy", NumpyTableTests.Npy([2, 1, 2], new[] { 0, 1, 0.2, 0.4 }));
        var npz = _scratch.Write("images.npz", NumpyTableTests.Npz(new("p", [2, 1, 2], new[] { 0, 1, 0.2, 0.4 }), new("kind", [2], new[] { 7, 3 })));

        Table[] tables = [SampleTable.Read(idx, names, Execution.Default), SampleTable.Read(npy, names, Execution.Default), SampleTable.Read(npz, null, Execution.Default)];

        Assert.All(tables, table =>
        {
            Assert.Equal((1, 2), table.PictureSize);
            Assert.Equal([0, 0.2], table.Columns[0].Numbers.ToArray());
            Assert.Equal([1, 0.4], table.Columns[1].Numbers.ToArray());
            Assert.Equal([7, 3], table.Columns[2].Numbers.ToArray());
        });
        Assert.Equal(["pixel0_0", "pixel0_1", "label"], tables[0].Columns.Select(column => column.Name));
        Assert.Equal(["x0_0", "x0_1", "label"], tables[1].Columns.Select(column => column.Name));
        Assert.Equal(["p0_0", "p0_1", "kind"], tables[2].Columns.Select(column => column.Name));
    }

    [Fact]
    public void Labels_of_another_number_are_refused()
    {
        var npy = _scratch.Write("images.npy", NumpyTableTests.Npy([2, 1, 2], new[] { 0, 1, 0.2, 0.4 }));
        var names = _scratch.Write("names.npy", NumpyTableTests.Npy([3], new[] { 1, 2, 1 }));

        Assert.Equal("names.npy: expected a row for each of the 2 samples in images.npy, found 3 rows; give the labels that belong to the samples", _scratch.ErrorOf(() => SampleTable.Read(npy, names, Execution.Default)));
    }

    [Fact]
    public void Of_pictures_only_the_pixels_are_coordinates_whatever_stands_beside_them()
    {
        Dots("set/1.png", "set/2.png", "set/3.png", "set/4.png");
        var named = _scratch.Write("named.csv", "file,k,angle,note\n1.png,a,0.5,n\n2.png,a,1,n\n3.png,b,2,n\n4.png,b,3,n\n");
        var inOrder = _scratch.Write("labels.csv", "k,angle,note\na,0.5,n\na,1,n\nb,2,n\nb,3,n\n");
        var stack = _scratch.Write("images.npy", NumpyTableTests.Npy([4, 1, 2], new[] { 0, 1, 0.2, 0.4, 0.1, 0.3, 0.7, 0.9 }));
        var archive = _scratch.Write("images.npz", NumpyTableTests.Npz(new("angle", [4], new[] { 0.5, 1, 2, 3 }), new("p", [4, 1, 2], new[] { 0, 1, 0.2, 0.4, 0.1, 0.3, 0.7, 0.9 }), new("k", [4], new[] { 7, 7, 3, 3 })));
        var points = _scratch.Write("points.npy", NumpyTableTests.Npy([4, 1], new[] { 0, 1, 0.2, 0.4 }));

        Assert.Equal(["pixel0_0"], CoordinatesOf(_scratch.Path("set"), named));
        Assert.Equal(["x0_0", "x0_1"], CoordinatesOf(stack, inOrder));
        Assert.Equal(["p0_0", "p0_1"], CoordinatesOf(archive, null));
        Assert.Equal(["x0"], CoordinatesOf(points, inOrder));

        string[] CoordinatesOf(string data, string? labels)
        {
            var samples = LoadedSamples.From(SampleTable.Read(data, labels, Execution.Default), new() { Labels = ["k"] });
            Assert.Contains(samples.Findings, finding => finding.Id == "DAT001" && finding.Message.Contains("angle", StringComparison.Ordinal));
            return [.. samples.CoordinateNames];
        }
    }

    [Theory]
    [InlineData("file,k,v\n4.png,b,1\n3.png,,2\n2.png,a,3\n1.png,a,4\n", "k", null, "labels.csv line 3, column \"k\": expected a class label, found an empty cell; leave the row out, or fill in the label")]
    [InlineData("file,k,v\n4.png,b,1\n3.png,b,x\n2.png,a,3\n1.png,a,4\n", "k", "v", "labels.csv line 3, column \"v\": expected a number, found \"x\"; ")]
    [InlineData("file,k,v\n4.png,b,1\n3.png,b,\n2.png,a,3\n1.png,a,\n", "k", "v", "labels.csv line 3, column \"v\": expected a finite number, found an empty cell; leave the row out, or fill in the value")]
    [InlineData("file,k,v\n4.png,b,1\n3.png,b,1\n2.png,b,3\n1.png,b,4\n", "k", null, "labels.csv, column \"k\": expected two classes or more, found only \"b\"; name a column with at least two different labels")]
    [InlineData("file,k\n4.png,b\n3.png,c\n2.png,d\n1.png,e\n", "label", null, "labels.csv, column \"k\": expected classes with several samples each, found 4 different labels in 4 rows; name the column that holds classes")]
    [InlineData("file,k,v\n4.png,b,1\n3.png,b,1\n2.png,b,3\n1.png,b,4\n", "kk", null, "labels.csv: expected a column \"kk\", found k, v; did you mean \"k\"?")]
    [InlineData("file,k,pixel0_0\n4.png,b,1\n3.png,b,1\n2.png,b,3\n1.png,b,4\n", "k", null, "labels.csv: expected names other than those of the columns in set, found \"pixel0_0\" in both; rename the column")]
    public void Errors_of_labels_name_the_file_the_line_and_the_column_where_they_stand(string text, string label, string? value, string message)
    {
        Dots("set/1.png", "set/2.png", "set/3.png", "set/4.png");
        var labels = _scratch.Write("labels.csv", text);

        var error = _scratch.ErrorOf(() => LoadedSamples.From(SampleTable.Read(_scratch.Path("set"), labels, Execution.Default), new() { Labels = [label], Values = value is null ? [] : [value] }));

        Assert.StartsWith(message, error.Replace(_scratch.Path("set"), "set", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pixel_that_is_hardly_lit_is_no_fault_and_pictures_out_of_all_scale_are()
    {
        var dim = _scratch.Write("dim.npz", NumpyTableTests.Npz(new("p", [4, 1, 2], new[] { 0, 1, 1e-30, 0.4, 0, 0.3, 0, 0.9 }), new("k", [4], new[] { 7, 7, 3, 3 })));
        var dark = _scratch.Write("dark.npz", NumpyTableTests.Npz(new("p", [4, 1, 2], new[] { 0, 1e-30, 1e-30, 0, 0, 0, 0, 0 }), new("k", [4], new[] { 7, 7, 3, 3 })));

        Assert.Equal(2, Load(dim).CoordinateNames.Length);
        Assert.Contains("use other units", _scratch.ErrorOf(() => Load(dark)), StringComparison.Ordinal);

        static LoadedSamples Load(string path) => LoadedSamples.From(SampleTable.Read(path, null, Execution.Default), new() { Labels = ["k"] });
    }

    private string ErrorOf(string folder) => _scratch.ErrorOf(() => SampleTable.Read(_scratch.Path(folder), null, Execution.Default));

    private void Dots(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Png.Write(_scratch.Path(name), 1, 1, [(9, 9, 9)]);
        }
    }

    private static string[] Texts(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(table.Find(column)!.TextAt)];
}
