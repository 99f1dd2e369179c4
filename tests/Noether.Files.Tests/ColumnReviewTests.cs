using Noether.Reports;
using Noether.Runs;

namespace Noether.Files.Tests;

/// <summary>Columns of a user's table that are no coordinates, each beside a control in which nothing is to be set aside.</summary>
public sealed class ColumnReviewTests : IDisposable
{
    private const string NamedTwice =
        "expected one role for each column, found one that is named twice; name it once, as label, value or coordinate, or to be ignored";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("rows", "counts the rows")]
    [InlineData("backwards", "decreases in equal steps from row to row, like a counter or a clock")]
    [InlineData("gaps", "counts the rows")]
    [InlineData("numbers", "increases from row to row like a clock")]
    [InlineData("tens", "increases in equal steps from row to row, like a counter or a clock")]
    [InlineData("rounded", "increases in equal steps from row to row, like a counter or a clock")]
    [InlineData("nanoseconds", "increases in equal steps from row to row, like a counter or a clock")]
    [InlineData("jitter", "increases from row to row like a clock")]
    [InlineData("pauses", "increases from row to row like a clock")]
    public void Counters_and_clocks_are_set_aside_at_any_length(string kind, string reason)
    {
        foreach (var count in new[] { 120, 1500 })
        {
            var cloud = Cloud(count, new(7), (kind, Ordered(kind, count, new(3))));

            Assert.Equal(["x", "y"], cloud.CoordinateNames);
            Assert.Equal([new IgnoredColumn(kind, reason)], cloud.Ignored);
            var finding = Assert.Single(cloud.Findings);
            Assert.Equal(("DAT008", Severity.Caution), (finding.Id, finding.Severity));
            Assert.Equal(
                $"Not used as a coordinate: {kind} {reason}. To use it nevertheless, name all coordinates: --use {kind} --use x --use y.",
                finding.Message);
        }
    }

    [Fact]
    public void Random_columns_are_never_set_aside_and_no_row_is_left_out()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var random = new Seed(seed).Stream();
            var count = 50 + random.NextIndex(200);
            var table = TableOf(
                ("uniform", Values(count, _ => random.NextDouble())),
                ("gauss", Values(count, _ => random.NextGaussian())),
                ("heavy", Values(count, _ => random.NextGaussian() / random.NextGaussian())),
                ("rounded", Values(count, _ => Math.Round(random.NextGaussian(), 1))),
                ("integer", Values(count, _ => random.NextIndex(20))),
                ("coin", Values(count, _ => random.NextIndex(2))),
                ("rare", Values(count, i => i % 40 == 3 ? 1 : 0)),
                ("lognormal", Values(count, _ => Math.Exp(4 * random.NextGaussian()))));

            var cloud = LoadedCloud.From(table, new());

            Assert.Equal(table.Columns.Select(column => column.Name), cloud.CoordinateNames);
            Assert.Empty(cloud.Findings);
            Assert.Equal(0, cloud.Dropped);
        }
    }

    [Fact]
    public void A_table_sorted_by_a_coordinate_keeps_it_with_a_note()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var random = new Seed(seed).Stream();
            var count = 60 + random.NextIndex(1000);
            var sorted = Values(count, _ => seed % 2 == 0 ? random.NextDouble() : random.NextGaussian()).Order().ToArray();

            var cloud = Cloud(count, new(seed), ("u", sorted));

            Assert.Equal(["u", "x", "y"], cloud.CoordinateNames);
            var finding = Assert.Single(cloud.Findings);
            Assert.Equal(("DAT009", Severity.Note), (finding.Id, finding.Severity));
            Assert.Equal(
                "The rows are sorted: u increases from row to row. If that is a clock and no coordinate, exclude it with --ignore u.",
                finding.Message);
        }
    }

    [Fact]
    public void Sorted_integers_of_any_size_are_kept()
    {
        var cloud = Cloud(200, new(1), ("people", Values(200, i => Math.Floor(1e7 / (1 + i)))));

        Assert.Equal(["people", "x", "y"], cloud.CoordinateNames);
        Assert.Equal("DAT009", Assert.Single(cloud.Findings).Id);
    }

    [Fact]
    public void Curves_that_are_followed_by_their_angle_are_kept()
    {
        foreach (var (from, to) in new[] { (0.0, 2 * Math.PI), (0.0, Math.PI), (-0.6, 0.6) })
        {
            var angles = Values(500, i => from + ((to - from) * i / 500));
            var cloud = LoadedCloud.From(TableOf(("x", [.. angles.Select(Math.Cos)]), ("y", [.. angles.Select(Math.Sin)])), new());

            Assert.Equal(["x", "y"], cloud.CoordinateNames);
            Assert.DoesNotContain(cloud.Findings, finding => finding.Severity > Severity.Note);
        }
    }

    [Fact]
    public void An_angle_that_grows_from_row_to_row_in_equal_steps_is_set_aside_and_one_that_starts_anew_is_kept()
    {
        var angle = Values(300, i => 2 * Math.PI * i / 300);

        Assert.Equal(["x", "y"], Cloud(300, new(2), ("angle", angle)).CoordinateNames);
        Assert.Equal(["angle", "x", "y"], Cloud(300, new(2), ("angle", [.. angle.Select(a => 3 * a % (2 * Math.PI))])).CoordinateNames);
    }

    [Fact]
    public void Grids_are_kept()
    {
        var grid = TableOf(
            ("u", Values(400, i => i / 20)),
            ("v", Values(400, i => i % 20)),
            ("w", Values(400, i => Math.Pow(10, (i * 7) % 13))));

        var cloud = LoadedCloud.From(grid, new());

        Assert.Equal(["u", "v", "w"], cloud.CoordinateNames);
        Assert.Empty(cloud.Findings);
        Assert.Equal(0, cloud.Dropped);
    }

    [Fact]
    public void Fewer_than_fifty_rows_say_nothing_of_order_or_copies()
    {
        Assert.Equal(["id", "id2", "x", "y"], NamesOf(49));
        Assert.Equal(["x", "y"], NamesOf(50));

        IEnumerable<string> NamesOf(int count) =>
            Cloud(count, new(1), ("id", Ordered("rows", count, new(1))), ("id2", Ordered("tens", count, new(1)))).CoordinateNames;
    }

    [Fact]
    public void A_constant_column_is_set_aside_with_a_note()
    {
        var cloud = Cloud(60, new(1), ("c", Values(60, _ => 2.5)));

        Assert.Equal(["x", "y"], cloud.CoordinateNames);
        Assert.Equal([new IgnoredColumn("c", "has the same value in every row")], cloud.Ignored);
        Assert.Equal(("DAT002", Severity.Note), (Assert.Single(cloud.Findings).Id, cloud.Findings[0].Severity));
    }

    [Fact]
    public void Copies_of_coordinates_labels_and_values_are_set_aside_and_near_relatives_are_kept()
    {
        var random = new Seed(5).Stream();
        var x = Values(300, _ => random.NextGaussian());
        var label = Values(300, _ => random.NextIndex(4));
        var value = Values(300, _ => random.NextDouble());
        var table = TableOf(
            ("code", [.. label.Select(k => 10 * (k + 1))]),
            ("x", x),
            ("x_mm", [.. x.Select(v => Math.Round(1000 * v, 1))]),
            ("minus", [.. x.Select(v => 3 - v)]),
            ("noisy", [.. x.Select(v => v + (1e-3 * random.NextGaussian()))]),
            ("cube", [.. x.Select(v => v * v * v)]),
            ("energy", [.. value.Select(v => v - 7)]),
            ("k", label),
            ("f", value));

        var samples = LoadedSamples.From(table, new() { Labels = ["k"], Values = ["f"] });

        Assert.Equal(["x", "noisy", "cube"], samples.CoordinateNames);
        Assert.Equal(
            [
                new("code", "copies the labels of k"),
                new("x_mm", "copies x"),
                new("minus", "copies x"),
                new("energy", "copies the values of f"),
            ],
            samples.Ignored);
        var finding = Assert.Single(samples.Findings);
        Assert.Equal(("DAT010", Severity.Caution), (finding.Id, finding.Severity));
        Assert.Contains("x_mm copies x; minus copies x", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_common_outlier_makes_no_copy()
    {
        var random = new Seed(6).Stream();
        var (a, b) = (Values(100, i => i == 40 ? 1e9 : random.NextGaussian()), Values(100, i => i == 40 ? 1e9 : random.NextGaussian()));

        Assert.Equal(["a", "b"], LoadedCloud.From(TableOf(("a", a), ("b", b)), new()).CoordinateNames);
    }

    [Theory]
    [InlineData(-9999)]
    [InlineData(-999)]
    [InlineData(99999)]
    [InlineData(1e30)]
    public void Rows_with_a_code_for_missing_measurements_are_left_out_of_points_labels_and_values(double code)
    {
        var random = new Seed(8).Stream();
        var table = TableOf(
            ("x", Values(1500, i => i % 100 == 7 ? code : random.NextGaussian())),
            ("row", Values(1500, i => (i * 77) % 1500)),
            ("k", Values(1500, i => i % 3)),
            ("f", Values(1500, i => Math.Cos(i))));

        var samples = LoadedSamples.From(table, new() { Labels = ["k"], Values = ["f"] });

        int[] kept = [.. Enumerable.Range(0, 1500).Where(i => i % 100 != 7)];
        Assert.Equal(15, samples.Dropped);
        Assert.Equal(
            kept.Select(i => (double)((i * 77) % 1500)),
            Enumerable.Range(0, kept.Length).Select(i => samples.Points.Points.Row(i)[1]));
        Assert.Equal(kept.Select(i => i % 3), samples.Points.Heads[0].Classes);
        Assert.Equal(kept.Select(i => Math.Cos(i)), samples.Values[0], (a, b) => Math.Abs(a - b) < 1e-12);
        var finding = Assert.Single(samples.Findings);
        Assert.Equal(("DAT011", Severity.Caution), (finding.Id, finding.Severity));
        Assert.Equal(
            FormattableString.Invariant($"{code:R} stands in 1.0 % of x, far outside the other values; ")
                + "these 15 rows were left out as missing measurements. If it is a measurement, name the coordinates: --use x --use row.",
            finding.Message);
    }

    [Fact]
    public void Several_codes_and_columns_are_seen_and_windows_count_apart()
    {
        var random = new Seed(9).Stream();
        var table = TableOf(
            ("x", Values(1000, i => i % 50 == 0 ? -9999 : i % 50 == 1 ? 1e30 : i % 50 == 2 ? -999 : random.NextGaussian())),
            ("y", Values(1000, i => i % 50 is 2 or 3 ? 9999 : random.NextGaussian())),
            ("f", Values(1000, i => i % 2 == 0 ? 0 : i % 4)));

        var samples = LoadedSamples.From(table, new() { Values = ["f"], Levels = new(0, 1, 1, 0.1) });

        Assert.Equal(80 + 230, samples.Dropped);
        Assert.Contains("these 80 rows", samples.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal("230 of 1000 samples lie outside every window and were left out.", samples.Findings[1].Message);
    }

    [Fact]
    public void Outliers_saturation_levels_and_logarithmic_grids_are_no_codes()
    {
        var random = new Seed(10).Stream();
        var table = TableOf(
            ("outlier", Values(1000, i => i == 3 ? 1e6 : random.NextGaussian())),
            ("saturated", Values(1000, _ => Math.Clamp(random.NextGaussian() / random.NextGaussian(), -100, 100))),
            ("levels", Values(1000, _ => new[] { 1.0, 2, 1000 }[random.NextIndex(3)])),
            ("grid", Values(1000, _ => Math.Pow(10, random.NextIndex(25) - 12))));

        var cloud = LoadedCloud.From(table, new());

        Assert.Equal(0, cloud.Dropped);
        Assert.Empty(cloud.Findings);
    }

    [Fact]
    public void Rows_are_kept_if_most_of_them_lack_a_measurement()
    {
        var random = new Seed(11).Stream();
        var cloud = Cloud(300, new(1), ("z", Values(300, i => i % 3 == 0 ? random.NextGaussian() : -9999)));

        Assert.Equal(0, cloud.Dropped);
        Assert.Contains("these 200 rows were kept", Assert.Single(cloud.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_coordinates_are_exactly_these_in_this_order_and_the_review_only_cautions()
    {
        var random = new Seed(12).Stream();
        var table = TableOf(
            ("id", Ordered("rows", 200, new(1))),
            ("x", Values(200, i => i % 20 == 0 ? -9999 : random.NextGaussian())),
            ("y", Values(200, _ => random.NextGaussian())),
            ("c", Values(200, _ => 1)),
            ("k", Values(200, i => i % 2)));

        var samples = LoadedSamples.From(table, new() { Labels = ["k"], Used = ["x", "c", "id"] });

        Assert.Equal(["x", "c", "id"], samples.CoordinateNames);
        Assert.Equal(-9999, samples.Points.Points.Row(0)[0]);
        Assert.Equal(0, samples.Dropped);
        Assert.Equal([new IgnoredColumn("y", "not named by --use")], samples.Ignored);
        Assert.Equal(["DAT002", "DAT011", "DAT008"], samples.Findings.Select(finding => finding.Id));
        Assert.Equal(
            "Kept as a coordinate, though unlikely to be one: id counts the rows. If it is none, leave out --use id.",
            samples.Findings[2].Message);
    }

    [Theory]
    [InlineData("xx", "", "points.csv: expected a column \"xx\", found x, y, k; did you mean \"x\"?")]
    [InlineData("x", "x", "points.csv, column \"x\": " + NamedTwice)]
    [InlineData("k", "", "points.csv, column \"k\": " + NamedTwice)]
    public void What_is_wrong_with_named_coordinates_is_said(string used, string ignored, string message)
    {
        var table = _scratch.Read("points.csv", "x,y,k\n1,2,a\n3,5,b\n4,4,a\n");

        ImmutableArray<string> left = ignored.Length > 0 ? [ignored] : [];

        Assert.Equal(message, _scratch.ErrorOf(() => LoadedSamples.From(table, new() { Labels = ["k"], Used = [used], Ignored = left })));
        Assert.Equal(message, _scratch.ErrorOf(() => LoadedCloud.From(table, new() { Orbit = "k", Used = [used], Ignored = left })));
    }

    [Fact]
    public void Columns_of_a_file_of_labels_and_text_are_no_named_coordinates()
    {
        var data = _scratch.Write("points.csv", "x,name\n1,a\n2,b\n4,a\n3,b\n");
        var labels = _scratch.Write("labels.csv", "k,angle\na,1\na,2\nb,3\nb,5\n");
        var table = SampleTable.Read(data, labels, Execution.Default);

        Assert.Equal(
            "labels.csv, column \"angle\": expected a column of the samples as a coordinate, found one beside "
                + "pictures or in a file of labels; use another column, or put it into the table of the samples",
            _scratch.ErrorOf(() => LoadedSamples.From(table, new() { Labels = ["k"], Used = ["angle"] })));
        Assert.Equal(
            "points.csv line 2, column \"name\": expected a number, found \"a\"; correct the cell, or leave the column out",
            _scratch.ErrorOf(() => LoadedSamples.From(table, new() { Labels = ["k"], Used = ["name"] })));
    }

    [Fact]
    public void Every_column_without_a_role_is_listed_with_its_reason()
    {
        var table = _scratch.Read("points.csv", "name,x,y,z,orbit\na,1,2,7,p\nb,3,5,8,p\na,4,4,1,q\nb,6,1,2,q\n");

        var cloud = LoadedCloud.From(table, new() { Orbit = "orbit", Ignored = ["z"] });

        Assert.Equal([new("name", "holds text"), new("z", "by --ignore")], cloud.Ignored);
    }

    [Fact]
    public void The_last_coordinates_are_kept()
    {
        var table = TableOf(("x", Ordered("tens", 100, new(1))), ("f", Values(100, i => i * i)));

        var samples = LoadedSamples.From(table, new() { Values = ["f"] });

        Assert.Equal(["x"], samples.CoordinateNames);
        Assert.Equal("DAT008", samples.Findings[0].Id);
    }

    [Fact]
    public void Fields_keep_their_columns_and_without_a_review_nothing_changes()
    {
        (string, double[])[] more = [("id", Ordered("rows", 100, new(1))), ("zero", Values(100, _ => 0))];

        Assert.Equal(["zero", "x", "y"], Cloud(100, new(1), ColumnReview.Clocks, more).CoordinateNames);
        Assert.Equal(["id", "zero", "x", "y"], Cloud(100, new(1), ColumnReview.Caution, more).CoordinateNames);
        Assert.Equal(["DAT002"], Cloud(100, new(1), ColumnReview.None, more).Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Arrays_have_no_named_columns_and_are_not_reviewed()
    {
        var random = new Seed(13).Stream();
        var numbers = Values(200, i => i % 2 == 0 ? i : random.NextGaussian());
        var array = _scratch.Read("a.npy", NumpyTableTests.Npy([100, 2], numbers));
        var times = new NamedArray("t", [100], Ordered("rows", 100, new(1)));
        var archive = _scratch.Read("a.npz", NumpyTableTests.Npz(new("p", [100, 2], numbers), times));

        Assert.Empty(LoadedCloud.From(array, new()).Findings);
        Assert.Equal(["p0", "p1"], LoadedCloud.From(archive, new()).CoordinateNames);
    }

    private static LoadedCloud Cloud(int count, Seed seed, params (string Name, double[] Values)[] more) =>
        Cloud(count, seed, ColumnReview.Full, more);

    private static LoadedCloud Cloud(int count, Seed seed, ColumnReview review, params (string Name, double[] Values)[] more)
    {
        var random = seed.For("points").Stream();
        (string, double[])[] points = [("x", Values(count, _ => random.NextGaussian())), ("y", Values(count, _ => random.NextGaussian()))];
        return LoadedCloud.From(TableOf([.. more, .. points]), new() { Review = review });
    }

    private static double[] Ordered(string kind, int count, Seed seed)
    {
        var random = seed.Stream();
        var sum = 0.0;
        return Values(count, i => kind switch
        {
            "rows" => i,
            "backwards" => 1000 - (2 * i),
            "gaps" => sum += random.NextIndex(10) == 0 ? 3 : 1,
            "numbers" => sum += 1 + Math.Floor(-10 * Math.Log(1 - random.NextDouble())),
            "tens" => 10 * i,
            "rounded" => Math.Round(i * 0.02, 2),
            "nanoseconds" => 1709294400000000000 + (10000000.0 * i),
            "jitter" => sum += random.NextUniform(0.8, 1.2),
            _ => sum += i % 25 == 24 ? 17.5 : 0.5,
        });
    }

    private static double[] Values(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    private static Table TableOf(params (string Name, double[] Values)[] columns) =>
        new("points.csv", "", [.. columns.Select(column => new Column(column.Name, column.Values))]);
}
