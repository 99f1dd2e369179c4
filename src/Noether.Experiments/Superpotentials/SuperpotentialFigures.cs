using Noether.Embeddings;
using Noether.Experiments.Discovery;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Superpotentials;

/// <summary>Both panels of Figure 2: the map of the embedding and the plane of the invariant p, with the same classes highlighted.</summary>
internal static class SuperpotentialFigures
{
    /// <summary>Samples on the map: enough for the highlighted classes to show their shape.</summary>
    private const int MostDots = 12_000;

    /// <summary>Highlighted classes with two values of p, and with one.</summary>
    private const int Pairs = 5;
    private const int Singles = 2;

    /// <summary>Adds the figures, the map and its samples, and the time they took.</summary>
    public static Report AddTo(Report report, SuperpotentialOrbits truth, SymmetryDiscovery discovery, DetectionOptions options, RunContext context)
    {
        if (discovery.Used.IsEmpty)
        {
            return report;
        }

        var clock = new StageClock(TimeProvider.System);
        var highlighted = Highlighted(truth, discovery.Used);
        var shown = Shown(truth, discovery.Used, highlighted);
        var map = clock.Measure("map", () => TSneMap.Find(discovery.Embedding.Select(shown.AsSpan()), options.Map, context.Seed.For("map"), context.Execution));
        return report with
        {
            Figures = [.. report.Figures, Figure(truth, map, shown, highlighted), .. GeneratorFigures.Of(report)],
            Arrays =
            [
                .. report.Arrays,
                new("map", [map.Points.Rows, map.Points.Columns], map.Points.Entries.ToArray()),
                new("map-samples", [shown.Length], shown.ToArray()),
                new("invariant", [truth.Invariants.Length, 2], truth.Invariants.SelectMany(p => new[] { p.Real, p.Imaginary }).ToArray()),
            ],
            Findings = [.. report.Findings, .. map.Findings],
            Timings = [.. report.Timings, .. clock.Times],
        };
    }

    private static Figure Figure(SuperpotentialOrbits truth, TSneMap map, ImmutableArray<int> shown, ImmutableArray<int> highlighted) => new(
        "embedding",
        "Classes in the embedding, and their values of the invariant p",
        "Left: t-SNE map of the last hidden layer; the map is for looking, orbits are found in the full embedding. Right: the invariant of the same samples. A class whose samples have two values of p makes two clusters, one with a single value makes one.",
        [
            new("t-SNE map of the embedding", "map 1", "map 2", Layers(truth, shown, highlighted, place => (map.Points[place, 0], map.Points[place, 1]))) { EqualUnits = true },
            new("invariant p = Q1 Qt1 + Q2 Qt2", "Re p", "Im p", Layers(truth, shown, highlighted, place => (truth.Invariants[shown[place]].Real, truth.Invariants[shown[place]].Imaginary))) { EqualUnits = true },
        ]);

    private static ImmutableArray<Layer> Layers(SuperpotentialOrbits truth, ImmutableArray<int> shown, ImmutableArray<int> highlighted, Func<int, (double X, double Y)> at)
    {
        var places = Enumerable.Range(0, shown.Length).ToLookup(place => highlighted.Contains(truth.Cells.Classes[shown[place]]));
        var others = places[false].ToArray();
        var chosen = places[true].ToArray();
        return
        [
            new ScatterLayer([.. others.Select(place => at(place).X)], [.. others.Select(place => at(place).Y)], [.. others.Select(_ => 0)], ["other classes"]) { Muted = true },
            new ScatterLayer(
                [.. chosen.Select(place => at(place).X)],
                [.. chosen.Select(place => at(place).Y)],
                [.. chosen.Select(place => highlighted.IndexOf(truth.Cells.Classes[shown[place]]))],
                [.. highlighted.Select(cell => $"W = {truth.Cells.ClassNames[cell]}")]),
        ];
    }

    /// <summary>Classes spread over all, some with two values and some with one, in the order of their numbers.</summary>
    private static ImmutableArray<int> Highlighted(SuperpotentialOrbits truth, ImmutableArray<int> used)
    {
        var counts = truth.CountPerCell(used);
        var cells = Enumerable.Range(0, counts.Length).ToArray();
        return [.. Spread([.. cells.Where(cell => counts[cell] > 1)], Pairs).Concat(Spread([.. cells.Where(cell => counts[cell] == 1)], Singles)).Order()];
    }

    private static IEnumerable<int> Spread(int[] cells, int most)
    {
        var count = Math.Min(cells.Length, most);
        return Enumerable.Range(0, count).Select(i => cells[((2 * i) + 1) * cells.Length / (2 * count)]);
    }

    /// <summary>All samples of the highlighted classes, and others evenly.</summary>
    private static ImmutableArray<int> Shown(SuperpotentialOrbits truth, ImmutableArray<int> used, ImmutableArray<int> highlighted)
    {
        var chosen = used.Where(sample => highlighted.Contains(truth.Cells.Classes[sample])).ToArray();
        var every = Math.Max(1, (int)Math.Ceiling((double)(used.Length - chosen.Length) / Math.Max(1, MostDots - chosen.Length)));
        return [.. used.Except(chosen).Where((_, position) => position % every == 0).Concat(chosen).Order()];
    }
}
