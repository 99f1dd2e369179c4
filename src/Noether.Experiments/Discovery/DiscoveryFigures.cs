using Noether.Embeddings;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Discovery;

/// <summary>
/// The figures of a run through the whole chain: the map of the embedding beside the samples, the orbits, the generators.
/// </summary>
internal static class DiscoveryFigures
{
    /// <summary>Samples shown on the map; a larger data set is thinned evenly, since a picture with more dots shows no more.</summary>
    private const int MostDots = 12_000;

    /// <summary>Adds the figures, the arrays behind them, the map's findings and the time they took.</summary>
    public static Report AddTo(Report report, SampleSource source, SymmetryDiscovery discovery, DetectionOptions options, RunContext context)
    {
        if (discovery.Used.IsEmpty)
        {
            return report;
        }

        var clock = new StageClock(TimeProvider.System);
        var shown = Thinned(discovery.Used);
        var map = clock.Measure("map", () => TSneMap.Find(discovery.Embedding.Select(shown.AsSpan()), options.Map, context.Seed.For("map"), context.Execution));
        var plane = InputPlane.Of(source.Samples.Points, source.CoordinateNames, context.Execution);
        ImmutableArray<PointGrouping> groupings = [Classes(source, shown), Orbits(discovery.Orbits, shown)];
        return report with
        {
            Figures = [.. report.Figures, Embedding(map, plane, shown, groupings, options.Background), Orbits(source, discovery, plane, shown, groupings), .. GeneratorFigures.Of(report)],
            Arrays = [.. report.Arrays, .. Arrays(map, shown)],
            Findings = [.. report.Findings, .. map.Findings],
            Timings = [.. report.Timings, .. clock.Times],
        };
    }

    private static Figure Embedding(TSneMap map, InputPlane plane, ImmutableArray<int> shown, ImmutableArray<PointGrouping> groupings, ImmutableArray<Layer> background)
    {
        var dots = new ScatterLayer(Column(map.Points, 0), Column(map.Points, 1), groupings[0].Groups, groupings[0].Names) { Samples = shown, GroupTitle = groupings[0].Title, Groupings = groupings[1..] };
        return new(
            "embedding",
            "Samples in the embedding and in the input",
            "t-SNE map of the last hidden layer (the map is for looking, orbits are found in the full embedding), beside the same samples in the input. Equal colours are equal classes.",
            [
                new("t-SNE map of the embedding", "map 1", "map 2", [dots]) { EqualUnits = true },
                plane.Panel("samples in the input", shown, groupings, background),
            ]);
    }

    private static Figure Orbits(SampleSource source, SymmetryDiscovery discovery, InputPlane plane, ImmutableArray<int> shown, ImmutableArray<PointGrouping> groupings) => new(
        "orbits",
        $"{discovery.Orbits.Orbits.Length} orbits in {source.Samples.Cells.ClassCount} classes",
        "Samples coloured by the orbit within their class, the largest first: samples of one class in different colours have the same label and are not connected by a symmetry.",
        [plane.Panel("orbits in the input", shown, [.. groupings.Reverse()], [])]);

    private static PointGrouping Classes(SampleSource source, ImmutableArray<int> shown)
    {
        var cells = source.Samples.Cells.Select(shown.AsSpan());
        return new("class", cells.Classes, cells.ClassNames);
    }

    private static PointGrouping Orbits(OrbitPartition partition, ImmutableArray<int> shown)
    {
        var most = partition.Orbits.Select(orbit => orbit.Index).DefaultIfEmpty(0).Max();
        return new(
            "within its class",
            [.. shown.Select(sample => partition.OrbitOf[sample] is var orbit and >= 0 ? partition.Orbits[orbit].Index : most + 1)],
            [.. Enumerable.Range(0, most + 1).Select(index => $"orbit {index}"), "no orbit"]);
    }

    private static IEnumerable<NamedArray> Arrays(TSneMap map, ImmutableArray<int> shown) =>
    [
        new("map", [map.Points.Rows, map.Points.Columns], map.Points.Entries.ToArray()),
        new("map-samples", [shown.Length], shown.ToArray()),
    ];

    private static ImmutableArray<int> Thinned(ImmutableArray<int> samples)
    {
        var every = (samples.Length + MostDots - 1) / MostDots;
        return [.. samples.Where((_, position) => position % every == 0)];
    }

    private static ImmutableArray<double> Column(SingleMatrix points, int column) => [.. Enumerable.Range(0, points.Rows).Select(i => (double)points[i, column])];
}
