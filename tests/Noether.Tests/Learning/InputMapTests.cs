using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class InputMapTests
{
    private const int Inputs = 7;
    private const int Mapped = 5;

    private static readonly NetworkOptions Layers = new() { Hidden = [new(11), new(4, Activation.Linear)] };

    [Fact]
    public static void A_network_that_took_the_map_in_gives_for_inputs_what_it_gave_for_mapped_ones()
    {
        var (map, points) = (Map(), Random(40, Inputs, "points"));
        var network = Network.Untrained(Mapped, [3, 2], Layers, new(1));

        var expected = network.Logits(map.Apply(points, Execution.Default), Execution.Default);
        var logits = map.Before(network).Logits(points, Execution.Default);

        foreach (var (wanted, got) in expected.Zip(logits))
        {
            Assert.All(wanted.Entries.ToArray().Zip(got.Entries.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
            Assert.True(wanted.Entries.ToArray().Max() - wanted.Entries.ToArray().Min() > 0.1);
        }
    }

    [Fact]
    public static void Inputs_are_centred_and_then_mapped()
    {
        var (map, points) = (Map(), Random(3, Inputs, "points"));

        var mapped = map.Apply(points, Execution.Default);

        for (var i = 0; i < points.Rows; i++)
        {
            for (var k = 0; k < Mapped; k++)
            {
                Assert.Equal(Enumerable.Range(0, Inputs).Sum(j => (points[i, j] - map.Mean[j]) * (double)map.Map[j, k]), mapped[i, k], 1e-4);
            }
        }
    }

    [Fact]
    public static void A_map_and_what_it_serves_must_fit()
    {
        Assert.Throws<ArgumentException>(() => new InputMap([0, 0], Random(3, 2, "map")));
        Assert.Throws<ArgumentException>(() => Map().Before(Network.Untrained(Inputs, [2], Layers, new(1))));
        Assert.Throws<ArgumentException>(() => Map().Before(Network.Untrained(new Standardisation([1, 1, 1, 1, 1], [1, 1, 1, 1, 1]), [2], Layers, new(1))));
        Assert.Throws<ArgumentException>(() => Map().Apply(Random(2, Mapped, "points"), Execution.Default));
    }

    private static InputMap Map() => new([.. Random(1, Inputs, "mean").Entries.ToArray()], Random(Inputs, Mapped, "map"));

    private static SingleMatrix Random(int rows, int columns, string name)
    {
        var stream = new Seed(3).For(name).Stream();
        return new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => (float)stream.NextUniform(-1, 1))]);
    }
}
