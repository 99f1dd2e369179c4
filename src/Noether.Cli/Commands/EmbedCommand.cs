using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Experiments.Pieces;
using Noether.Files;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Cli.Commands;

/// <summary>noether embed DATA.</summary>
internal static class EmbedCommand
{
    private static readonly Option<bool> Classifier = new("--classifier") { Description = "Train a classifier on --label and use its last hidden layer in place of the coordinates." };

    private static readonly Option<int?> Pca = new("--pca") { Description = "Keep this many principal components.", HelpName = "K" };

    private static readonly Option<bool> Map = new("--tsne") { Description = "Make a t-SNE map." };

    private static readonly Option<double> Perplexity = new("--perplexity") { Description = "The map's perplexity; made smaller for few points.", DefaultValueFactory = _ => 30 };

    private static readonly Option<int?> Neighbours = new("--neighbours") { Description = "Find the K nearest neighbours of every point.", HelpName = "K" };

    private static readonly Option<string?> Label = new("--label") { Description = "Column with labels: the picture's colours and the classifier's classes.", HelpName = "COL" };

    private static readonly Option<string[]> Ignored = new("--ignore") { Description = "Column that is no coordinate; may be given again.", HelpName = "COL" };

    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "The table." };
        var command = new Command(
            "embed",
            """
            The pieces of the method alone, on a table: classifier embedding, principal components, nearest neighbours, t-SNE map.
            The classifier's embedding takes the place of the coordinates, components that of either; neighbours and map are of these points. Results are NPY files and a picture.

            Example: noether embed samples.csv --label class --pca 10 --tsne --neighbours 20 --out out
            """) { data, Classifier, Pca, Map, Perplexity, Neighbours, Label, Ignored };
        Pca.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        Neighbours.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        Perplexity.Validators.Add(result => RunOptions.RequireAtLeast(result, 1.0));
        command.Validators.Add(Check);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "embed",
            parsed,
            run.Read(parsed),
            (context, settings) => Embed(parsed.GetValue(data)!, parsed, settings, context),
            cancellation));
        return command;
    }

    private static Report Embed(string path, ParseResult parsed, RunSettings settings, RunContext context)
    {
        context.Execution.Report("read", 0, path);
        var clock = new StageClock(TimeProvider.System);
        var roles = new CloudRoles
        {
            Orbit = parsed.GetValue(Label),
            OrbitOption = Label.Name,
            Ignored = [.. parsed.GetValue(Ignored) ?? []],
            Review = ColumnReview.None,
            MayBeWide = true,
        };
        var cloud = clock.Measure("read", () => LoadedCloud.From(Table.Read(path, context.Execution), roles));
        var source = new SampleSource(cloud.Source, cloud.Sha256, new LabelledPoints(cloud.Points, cloud.Orbits), cloud.CoordinateNames, Dropped: 0, cloud.Findings);
        var options = new TableEmbeddingOptions
        {
            Classifier = parsed.GetValue(Classifier),
            PrincipalComponents = parsed.GetValue(Pca),
            Map = parsed.GetValue(Map),
            MapOptions = new() { Perplexity = parsed.GetValue(Perplexity) },
            Neighbours = parsed.GetValue(Neighbours),
            Figures = settings.Figures,
        };
        RequireRoom(options, cloud);
        return TableEmbedding.Run(source, options, clock, context);
    }

    /// <summary>Refuses before a long search what has no neighbours to find, or no room in one array.</summary>
    private static void RequireRoom(TableEmbeddingOptions options, LoadedCloud cloud)
    {
        var count = cloud.Points.Count;
        if (options.Neighbours >= count)
        {
            throw new DataFileException(cloud.Source, $"more than {options.Neighbours} points for --neighbours {options.Neighbours}", $"{count}", "ask for fewer neighbours");
        }

        var room = Array.MaxLength / Math.Max(count, 1);
        if (options.Neighbours > room)
        {
            throw new DataFileException(cloud.Source, $"at most {Array.MaxLength} neighbours in all, as many as one array holds", $"{count} points with --neighbours {options.Neighbours}", $"ask for at most {room}, or take fewer points");
        }

        // Of two points either may be a neighbour of the other, so that affinities can be twice as many.
        if (options.Map && options.MapOptions.NeighboursOf(count) > room / 2)
        {
            throw new DataFileException(cloud.Source, $"at most {room / 2} neighbours of each point in a map, three times its perplexity", $"{count} points with {options.MapOptions.NeighboursOf(count)}", "lower --perplexity, or take fewer points");
        }
    }

    private static void Check(CommandResult result)
    {
        if (result.GetValue(Pca) is null && result.GetValue(Neighbours) is null && !result.GetValue(Map) && !result.GetValue(Classifier))
        {
            result.AddError("Say what to make of the table: --classifier, --pca K, --neighbours K, --tsne, or several of them.");
        }

        if (result.GetValue(Classifier) && result.GetValue(Label) is null)
        {
            result.AddError("--classifier needs the column with the classes: --label COL.");
        }
    }
}
