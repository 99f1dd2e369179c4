using System.Runtime.CompilerServices;
using Noether.Runs;
using Noether.Samples.MakeTables;

namespace Noether.Files.Tests;

/// <summary>The sample tables are what their generating code makes, and load as samples/README.md says.</summary>
public static class SampleTablesTests
{
    /// <summary>Units in the last printed digit by which the functions of another machine may round differently.</summary>
    private const double LastDigits = 2e-6;

    [Theory]
    [InlineData("hat.csv")]
    [InlineData("circles.csv")]
    public static void A_table_is_what_its_code_makes(string name)
    {
        var made = (name == "hat.csv" ? HatTable.Text() : CirclesTable.Text()).Split('\n');
        var kept = File.ReadAllText(PathOf(name)).Split('\n');

        Assert.Equal(made.Length, kept.Length);
        Assert.All(made.Zip(kept), pair => Assert.True(AreSame(pair.First, pair.Second), $"made {pair.First}, kept {pair.Second}"));
    }

    [Fact]
    public static void The_quantiles_of_the_hat_are_its_levels()
    {
        var table = Table.Read(PathOf("hat.csv"), Execution.Default);

        var byQuantile = LoadedSamples.From(table, new() { Values = ["V"] });
        var byWindow = LoadedSamples.From(table, new() { Values = ["V"], Levels = new(-1, 1, 0.2, 0.0011) });

        Assert.Equal(0, byWindow.Dropped);
        Assert.Equal(["x", "y"], byQuantile.CoordinateNames);
        Assert.Equal(byWindow.Points.Heads[0].Classes, byQuantile.Points.Heads[0].Classes);
        Assert.All(byQuantile.Points.Heads[0].Members(), members => Assert.Equal(300, members.Length));
    }

    [Fact]
    public static void The_circles_lie_about_their_axis()
    {
        var samples = LoadedSamples.From(Table.Read(PathOf("circles.csv"), Execution.Default), new() { Labels = ["class"] });

        Assert.Equal(["amber", "blue", "coral", "dusk", "ember"], samples.Points.Heads[0].ClassNames);
        Assert.Equal([200, 400, 200, 400, 200], samples.Points.Heads[0].Members().Select(members => members.Length));
        Assert.All(samples.Points.Heads[0].Members()[0], i =>
        {
            var point = samples.Points.Points.Row(i);
            var height = (point[0] + (2 * point[1]) + (2 * point[2])) / 3;
            var radius = Math.Sqrt((point[0] * point[0]) + (point[1] * point[1]) + (point[2] * point[2]) - (height * height));
            Assert.Equal(0, height, 0.06);
            Assert.Equal(1, radius, 0.06);
        });
    }

    private static bool AreSame(string made, string kept) =>
        made == kept || made.Split(',').Zip(kept.Split(',')).All(cell =>
            cell.First == cell.Second || (double.TryParse(cell.First, out var x) && double.TryParse(cell.Second, out var y) && Math.Abs(x - y) < LastDigits));

    private static string PathOf(string name) => Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "samples", "tables", name);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
