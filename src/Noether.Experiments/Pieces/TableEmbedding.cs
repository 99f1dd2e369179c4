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

    /// <summary>Runs the wanted pieces in the order classifier, principal components, map, neighbours; each takes what the one before gives.</summary>
    /// <param name="source">The points; with one label for all where the table has none.</param>
    /// <param name="options">Which pieces.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report Run(SampleSource source, TableEmbeddingOptions options, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
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
            report = With(report, "embedding", points) with { Classifier = new(classifier.Accuracy, classifier.Epochs, clock.Times[0].Seconds, classifier.Network.Layers) };
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

        if (options.Neighbours is { } neighbours)
        {
            var found = clock.Measure("neighbours", () => NearestNeighbours.Find(points, new() { Count = neighbours }, context.Execution));
            report = report with { Arrays = [.. report.Arrays, .. NeighbourArrays(found, unit)] };
            context.Finished.Report(report with { Timings = clock.Times });
        }

        return Finish(report, source, options, points, unit, clock, context);
    }

    private static Report Finish(Report report, SampleSource source, TableEmbeddingOptions options, SingleMatrix points, double unit, StageClock clock, RunContext context)
    {
        if (options.Map)
        {
            var map = clock.Measure("tsne", () => TSneMap.Find(points, options.MapOptions, context.Seed.For("map"), context.Execution));
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

        return report with { Timings = clock.Times };
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

    private static IEnumerable<NamedArray> NeighbourArrays(NearestNeighbours found, double unit)
    {
        var (n, k) = (found.PointCount, found.NeighbourCount);
        var (indices, distances) = (new int[checked(n * k)], new double[checked(n * k)]);
        for (var i = 0; i < n; i++)
        {
            found.Indices(i).CopyTo(indices.AsSpan(i * k));
            TensorPrimitives.Multiply(found.Distances(i), unit, distances.AsSpan(i * k, k));
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
