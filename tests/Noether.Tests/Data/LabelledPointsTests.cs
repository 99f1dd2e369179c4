using Noether.Data;

namespace Noether.Tests.Data;

public static class LabelledPointsTests
{
    private static readonly PointCloud Points = new(4, 1, [0, 1, 2, 3]);

    [Fact]
    public static void Several_heads_make_one_cell_per_combination_that_occurs()
    {
        var data = new LabelledPoints(Points, new("real", [0, 0, 1, 1], ["a", "b"]), new Labels("imaginary", [0, 1, 1, 1], ["x", "y"]));

        Assert.Equal([0, 1, 2, 2], data.Cells.Classes);
        Assert.Equal(["a, x", "a, y", "b, y"], data.Cells.ClassNames);
    }

    [Fact]
    public static void A_selection_keeps_points_and_labels_together()
    {
        var data = new LabelledPoints(Points, new Labels("l", [0, 1, 0, 1], ["a", "b"])).Select([3, 0]);

        Assert.Equal([3, 0], data.Points.Values.ToArray());
        Assert.Equal([1, 0], data.Heads[0].Classes);
    }

    [Fact]
    public static void Shuffled_labels_keep_every_class_as_large_as_it_was()
    {
        var labels = new Labels("l", [.. Enumerable.Range(0, 300).Select(i => i % 3)], ["a", "b", "c"]);

        var shuffled = labels.Shuffled(new(1));

        Assert.NotEqual(labels.Classes, shuffled.Classes);
        Assert.Equal(labels.Classes.Order(), shuffled.Classes.Order());
        Assert.Equal(shuffled.Classes, labels.Shuffled(new(1)).Classes);
    }

    [Fact]
    public static void Names_that_are_numbers_are_ordered_by_value()
    {
        Assert.Equal(["-1", "2", "10"], Labels.FromNames("l", ["10", "2", "-1", "2"]).ClassNames);
        Assert.Equal(["10", "2", "b"], Labels.FromNames("l", ["10", "2", "b"]).ClassNames);
    }

    [Fact]
    public static void What_does_not_fit_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LabelledPoints(Points));
        Assert.Throws<ArgumentException>(() => new LabelledPoints(Points, new Labels("l", [0], ["a"])));
        Assert.Throws<ArgumentException>(() => new Labels("l", [0, 2], ["a", "b"]));
        var message = Assert.Throws<ArgumentException>(() => new PointCloud(2, 2, [1, 2, 3, double.NaN])).Message;
        Assert.Contains("point 1 has NaN in coordinate 1", message, StringComparison.Ordinal);
    }
}
