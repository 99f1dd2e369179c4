using System.Numerics.Tensors;
using Noether.Embeddings;
using Noether.Experiments.Discovery;
using Noether.Learning;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Pieces;

/// <summary>The pieces of the method alone, on a table: classifier embedding, principal components, t-SNE map, neighbours: noether embed.</summary>
internal static class TableEmbedding
{
    /// <summary>Points drawn; more make a picture no richer.</summary>
    private const int MostDots = 12_000;

    /// <summary>Runs the wanted pieces in the order classifier, principal components, neighbours, map; classifier and components hand their points on, neighbours and map are of the same points.</summary>
    /// <param name="source">The points; with one label for all where the table has none.</param>
    /// <param name="options">Which pieces.</param>
    /// <param name="clock">Times the stages; may have timed earlier ones.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report Run(SampleSource source, TableEmbeddingOptions options, StageClock clock, RunContext context)
    {
        var report = DiscoveryReport.WithData(context.Blank, source) with { Verdict = Sentence(source, options) };
        if (!options.Classifier && (options.PrincipalComponents is not null || options.Map))
        {
            source.RequireComponents(); // a map starts from two of them
        }

        var (points, unit, mean) = options.Classifier ? new(source.Samples.Points.ToSingle(), 1, []) : CentredPoints.Of(source.Samples.Points);
        if (options.Classifier)
        {
            var classifier = clock.Measure("train", () => TrainedClassifier.Train(source.Samples, options.Network, options.Training, context.Seed.For("training"), context.Execution));
            points = clock.Measure("embed", () => classifier.Network.Embed(points, context.Execution));
            report = With(report, "embedding", points) with { Classifier = new(classifier.Accuracy, classifier.Epochs, clock.Times.First(time => time.Stage == "train").Seconds, classifier.Network.Layers) };
            report = report with { Findings = [.. report.Findings, .. classifier.Findings], Files = NetworkFiles.Of(classifier.Network) };
            context.Finished.Report(report with { Timings = clock.Times });
        }

        if (options.PrincipalComponents is { } count)
        {
            report = report with { Findings = [.. report.Findings, .. Fewer(count, points)] };
            var components = clock.Measure("pca", () => PrincipalComponents.Find(points, new() { Count = Math.Min(count, points.Columns) }, context.Execution));
            points = clock.Measure("pca", () => components.Transform(points, context.Execution));
            report = With(With(report, "pca", points, unit), components, unit, mean) with { Verdict = Sentence(source, options with { PrincipalComponents = points.Columns }) };
            context.Finished.Report(report with { Timings = clock.Times });
        }

        var found = options.Neighbours is null && !options.Map ? null : clock.Measure("neighbours", () => FindNeighbours(points, options, context.Execution));
        if (options.Neighbours is { } neighbours)
        {
            report = report with { Arrays = [.. report.Arrays, .. NeighbourArrays(found!, neighbours, unit)] };
            context.Finished.Report(report with { Timings = clock.Times });
        }

        var map = options.Map ? clock.Measure("tsne", () => TSneMap.Find(points, found!, options.MapOptions, context.Seed.For("map"), context.Execution)) : null;
        return Finish(report, source, options, points, unit, map) with { Timings = clock.Times };
    }

    /// <summary>One search serves the neighbours that are written and those that the map is made of.</summary>
    private static NearestNeighbours FindNeighbours(SingleMatrix points, TableEmbeddingOptions options, Execution execution) => options.Neighbours is { } written
        ? NearestNeighbours.Find(points, new() { Count = Math.Max(written, options.Map ? options.MapOptions.NeighboursOf(points.Rows) : 0) }, execution)
        : TSneMap.FindNeighbours(points, options.MapOptions, execution);

    private static Report Finish(Report report, SampleSource source, TableEmbeddingOptions options, SingleMatrix points, double unit, TSneMap? map)
    {
        if (map is not null)
        {
            report = With(report, "tsne", map.Points) with
            {
                Verdict = $"{report.Verdict} The map's Kullback-Leibler divergence is {Math.Max(map.Divergence, 0):0.0000} after {map.Iterations} steps.",
                Findings = [.. report.Findings, .. map.Findings],
            };
            (points, unit) = (map.Points, 1);
        }

        if (options.Figures && points.Columns > 1)
        {
            report = report with { Figures = [Picture(source, points, unit, options)] };
        }

        return report;
    }

    private static IEnumerable<Finding> Fewer(int wanted, SingleMatrix points)
    {
        var most = Math.Min(points.Columns, points.Rows - 1);
        if (wanted > most)
        {
            yield return new("TSN004", Severity.Note, $"{wanted} principal components were asked for; {points.Rows} points with {points.Columns} coordinates differ in {most} at most, and those beyond are zero or left out. Ask for fewer.");
        }
    }

    private static Report With(Report report, string name, SingleMatrix points) =>
        report with { Arrays = [.. report.Arrays, new(name, [points.Rows, points.Columns], points.Entries.ToArray())] };

    private static Report With(Report report, string name, SingleMatrix points, double unit)
    {
        var entries = new double[points.Entries.Length];
        TensorPrimitives.ConvertTruncating<float, double>(points.Entries, entries);
        TensorPrimitives.Multiply(entries, unit, entries);
        return report with { Arrays = [.. report.Arrays, new(name, [points.Rows, points.Columns], entries)] };
    }

    /// <summary>What leads back: a point is the mean plus its components times the directions.</summary>
    private static Report With(Report report, PrincipalComponents components, double unit, ImmutableArray<double> taken) => report with
    {
        Arrays =
        [
            .. report.Arrays,
            new("pca-directions", [components.Count, components.Mean.Length], components.Directions.Entries.ToArray()),
            new("pca-mean", [components.Mean.Length], components.Mean.Select((value, j) => (unit * value) + (taken.IsEmpty ? 0 : taken[j])).ToArray()),
            new("pca-deviations", [components.Count], components.StandardDeviations.Select(deviation => unit * deviation).ToArray()),
        ],
    };

    private static IEnumerable<NamedArray> NeighbourArrays(NearestNeighbours found, int k, double unit)
    {
        var n = found.PointCount;
        var (indices, distances) = (new int[checked(n * k)], new double[checked(n * k)]);
        for (var i = 0; i < n; i++)
        {
            found.Indices(i)[..k].CopyTo(indices.AsSpan(i * k));
            TensorPrimitives.Multiply(found.Distances(i)[..k], unit, distances.AsSpan(i * k, k));
        }

        return [new("neighbours", [n, k], indices), new("distances", [n, k], distances)];
    }

    private static Figure Picture(SampleSource source, SingleMatrix points, double unit, TableEmbeddingOptions options)
    {
        var (title, axis) = options switch
        {
            { Map: true } => ("t-SNE map", "map"),
            { PrincipalComponents: not null } => ("Principal components", "principal component"),
            { Classifier: true } => ("The classifier's embedding", "coordinate"),
            _ => ("First two coordinates", "coordinate from the mean,"),
        };
        var every = (points.Rows + MostDots - 1) / MostDots;
        var shown = Enumerable.Range(0, points.Rows).Where(i => i % every == 0).ToImmutableArray();
        var labels = source.Samples.Cells.Select(shown.AsSpan());
        ImmutableArray<double> Column(int column) => [.. shown.Select(i => points[i, column] * unit)];
        var dots = new ScatterLayer(Column(0), Column(1), labels.Classes, labels.ClassNames) { Z = points.Columns > 2 ? Column(2) : [], Samples = shown, GroupTitle = "label" };
        return new("embedding", title, "Every dot is a row of the table; colours are labels.", [new(title, $"{axis} 1", $"{axis} 2", [dots]) { Depth = $"{axis} 3", EqualUnits = true }]);
    }

    private static string Sentence(SampleSource source, TableEmbeddingOptions options)
    {
        string?[] pieces =
        [
            options.Classifier ? "the classifier's embedding" : null,
            options.PrincipalComponents is { } count ? $"{count} principal components" : null,
            options.Neighbours is { } neighbours ? $"{neighbours} nearest neighbours" : null,
            options.Map ? "a t-SNE map" : null,
        ];
        return $"Made {string.Join(", ", pieces.OfType<string>())} of {source.Samples.Count} points.";
    }
}
