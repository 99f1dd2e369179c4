using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Experiments.Discovery;
using Noether.Experiments.PointClouds;
using Noether.Files;
using Noether.Generators;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Cli.Commands;

/// <summary>noether generators CLOUD.</summary>
internal sealed class GeneratorsCommand
{
    private readonly Argument<string> _cloud = new("CLOUD") { Description = "The table: one point per row." };

    private readonly Option<string?> _orbit = new("--orbit")
    {
        Description = "Column that names the orbit of each point. Default: all points are on one orbit.",
        HelpName = "COL",
    };

    private readonly Option<string[]> _values = new("--value")
    {
        Description = "Column with the values of a function, in place of orbits; give it again for several.",
        HelpName = "COL",
    };

    private readonly Option<string[]> _ignored = new("--ignore") { Description = "Column that is no coordinate; may be given again.", HelpName = "COL" };

    private readonly Option<string[]> _used = new("--use")
    {
        Description = "Column that is a coordinate; the coordinates are then exactly these, in this order. May be given again.",
        HelpName = "COL",
    };

    private readonly Option<string> _method = new("--method")
    {
        Description = "Which estimators propose generators beside the surfaces of the orbits: hyperplane, lie-pca or both.",
        DefaultValueFactory = _ => "both",
        HelpName = "hyperplane|lie-pca|both",
    };

    private readonly Option<int?> _neighbours = new("--neighbours") { Description = "Points per neighbourhood of Lie-PCA. Default: from the data.", HelpName = "K" };

    private readonly Option<int?> _dimension = new("--orbit-dimension") { Description = "Dimension of the orbits. Default: from the data.", HelpName = "M" };

    public static Command Create() => new GeneratorsCommand().Build();

    private Command Build()
    {
        var command = new Command(
            "generators",
            """
            Finds the generators of the symmetry behind points of one or several orbits, says by how much it is broken at most, and names their algebra.
            Tables are CSV or TSV with a header, NPY, NPZ or Parquet. Coordinates are the numeric columns that no option names.
            The columns of an NPY file are x0, x1, ..

            Example: noether generators points.csv --out out
            Example: noether generators points.csv --orbit orbit --out out
            Example: noether generators samples.csv --value energy --out out
            Example: noether generators fields.npy --fields 2 --conjugate 1 --complex pairs --out out
            """) { _cloud, _orbit, _values, _ignored, _used };
        var fields = FieldOptions.AddTo(command);
        command.Options.Add(_method);
        command.Options.Add(_neighbours);
        command.Options.Add(_dimension);
        _method.AcceptOnlyFromAmong("hyperplane", "lie-pca", "both");
        _neighbours.Validators.Add(result => RunOptions.RequireAtLeast(result, 3));
        _dimension.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        command.Validators.Add(Check);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "generators", parsed, run.Read(parsed), (context, settings) => Find(parsed, fields, settings, context), cancellation));
        return command;
    }

    private Report Find(ParseResult parsed, FieldOptions fields, RunSettings settings, RunContext context)
    {
        var path = parsed.GetValue(_cloud)!;
        context.Execution.Report("read", 0, path);
        var source = Read(parsed, fields, Table.Read(path, context.Execution));
        var search = fields.Read(parsed, source.Name, source.CoordinateNames);
        return CloudReport.Run(source, new() { Symmetry = search, Estimators = [.. Estimators(parsed, search)], Figures = settings.Figures }, context);
    }

    private SampleSource Read(ParseResult parsed, FieldOptions fields, Table table)
    {
        ImmutableArray<string> ignored = [.. parsed.GetValue(_ignored) ?? []];
        ImmutableArray<string> used = [.. parsed.GetValue(_used) ?? []];
        var review = fields.AreTied(parsed) ? ColumnReview.Clocks : ColumnReview.Full;
        if (parsed.GetValue(_values) is { Length: > 0 } values)
        {
            return LoadedSamples.From(table, new() { Values = [.. values], Ignored = ignored, Used = used, Review = review }).ToSource();
        }

        return LoadedCloud.From(table, new() { Orbit = parsed.GetValue(_orbit), Ignored = ignored, Used = used, Review = review }).ToSource();
    }

    private IEnumerable<IGeneratorEstimator> Estimators(ParseResult parsed, SymmetryFinderOptions search)
    {
        var method = parsed.GetValue(_method);
        if (method != "lie-pca" && search.Space is null or GeneratorSpace.Rotations)
        {
            yield return new HyperplaneEstimator(new() { Fields = search.Fields });
        }

        if (method != "hyperplane")
        {
            yield return new LiePcaEstimator(new()
            {
                Fields = search.Fields,
                Neighbours = parsed.GetValue(_neighbours),
                OrbitDimension = parsed.GetValue(_dimension),
                Space = search.Space ?? GeneratorSpace.Rotations,
            });
        }
    }

    private void Check(CommandResult result)
    {
        var isOfLiePca = result.GetValue(_neighbours) is not null || result.GetValue(_dimension) is not null;
        if (result.GetValue(_values) is { Length: > 0 } && (result.GetValue(_orbit) is not null || result.GetResult(_method) is { Implicit: false } || isOfLiePca))
        {
            result.AddError("--value takes the values in place of orbits: it goes with neither --orbit, --method, --neighbours nor --orbit-dimension. Leave these out.");
        }

        if (result.GetValue(_method) == "hyperplane" && isOfLiePca)
        {
            result.AddError("--neighbours and --orbit-dimension are of Lie-PCA: the hyperplane method has neither. Leave them out, or take --method lie-pca.");
        }
    }
}
