using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Data;
using Noether.Experiments.PointClouds;
using Noether.Files;
using Noether.Generators;
using Noether.Generators.Gradients;
using Noether.Reports;

namespace Noether.Cli.Commands;

/// <summary>noether generators CLOUD.</summary>
internal sealed class GeneratorsCommand
{
    private readonly Argument<string> _cloud = new("CLOUD") { Description = "The table: one point per row." };

    private readonly Option<string?> _orbit = new("--orbit") { Description = "Column that names the orbit of each point. Default: all points are on one orbit.", HelpName = "COL" };

    private readonly Option<string?> _value = new("--value") { Description = "Column with the values of a function, in place of orbits: the gradient of the values is the normal of the level sets, however thick.", HelpName = "COL" };

    private readonly Option<string[]> _ignored = new("--ignore") { Description = "Column that is no coordinate; may be given again.", HelpName = "COL" };

    private readonly Option<string[]> _used = new("--use")
    {
        Description = "Column that is a coordinate; the coordinates are then exactly these, in this order. May be given again.",
        HelpName = "COL",
    };

    private readonly Option<int> _fields = new("--fields") { Description = "The coordinates are M vectors of equal length, moved together.", DefaultValueFactory = _ => 1, HelpName = "M" };

    private readonly Option<int[]> _conjugate = new("--conjugate") { Description = "Field, counted from 0, in the conjugate representation: moved by -A' where the others are moved by A; may be given again.", HelpName = "I" };

    private readonly Option<string?> _complex = new("--complex") { Description = "The fields are complex: pairs (re, im, re, im, ...) or blocks (all re, then all im). Conjugate fields need to know.", HelpName = "pairs|blocks" };

    private readonly Option<bool> _linear = new("--linear") { Description = "Look among all matrices, not only rotations: scalings, shears, boosts. By Lie-PCA." };

    private readonly Option<bool> _affine = new("--affine") { Description = "Look among all matrices and translations. By Lie-PCA." };

    private readonly Option<bool> _whiten = new("--whiten") { Description = "Change to coordinates in which the orbits have unit covariance first: for rotations that units or shears have stretched to ellipses." };

    private readonly Option<string> _method = new("--method") { Description = "hyperplane, lie-pca or both; of values neither.", DefaultValueFactory = _ => "both", HelpName = "hyperplane|lie-pca|both" };

    private readonly Option<int?> _neighbours = new("--neighbours") { Description = "Points per neighbourhood. Default: from the data.", HelpName = "K" };

    private readonly Option<int?> _dimension = new("--orbit-dimension") { Description = "Dimension of the orbits. Default: from the data.", HelpName = "M" };

    public static Command Create() => new GeneratorsCommand().Build();

    private Command Build()
    {
        var command = new Command(
            "generators",
            """
            Finds the generators of the linear action behind points of one or several orbits, tests them, and names their algebra.
            Tables are CSV or TSV with a header, NPY, NPZ or Parquet. Coordinates are the numeric columns that no option names.
            The columns of an NPY file are x0, x1, ..

            Example: noether generators points.csv --out out
            Example: noether generators points.csv --orbit orbit --method both --out out
            Example: noether generators samples.csv --value energy --linear --out out
            Example: noether generators fields.npy --fields 2 --conjugate 1 --complex pairs --out out
            """) { _cloud, _orbit, _value, _ignored, _used, _fields, _conjugate, _complex, _linear, _affine, _whiten, _method, _neighbours, _dimension };
        _method.AcceptOnlyFromAmong("hyperplane", "lie-pca", "both");
        _complex.AcceptOnlyFromAmong("pairs", "blocks");
        _fields.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        _neighbours.Validators.Add(result => RunOptions.RequireAtLeast(result, 3));
        _dimension.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        command.Validators.Add(Check);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync("generators", parsed, run.Read(parsed), (context, settings) => Find(parsed, settings, context), cancellation));
        return command;
    }

    private Report Find(ParseResult parsed, RunSettings settings, RunContext context)
    {
        var path = parsed.GetValue(_cloud)!;
        context.Execution.Report("read", 0, path);
        var table = Table.Read(path, context.Execution);
        ImmutableArray<string> ignored = [.. parsed.GetValue(_ignored) ?? []];
        ImmutableArray<string> used = [.. parsed.GetValue(_used) ?? []];
        var fields = Fields(parsed);
        var options = new CloudOptions { Search = new() { Methods = Methods(parsed), Hyperplane = Hyperplane(parsed, fields), LiePca = LiePca(parsed, fields) }, Figures = settings.Figures };
        if (parsed.GetValue(_value) is { } value)
        {
            var samples = LoadedSamples.From(table, new() { Values = [value], Ignored = ignored, Used = used });
            RequireNeighbours(parsed, samples);
            return CloudReport.Run(new(samples.Source, samples.Sha256, samples.Points, samples.CoordinateNames, samples.Dropped, samples.Findings) { Values = samples.Values[0] }, options, context);
        }

        var review = fields.Count > 1 ? ColumnReview.Clocks : ColumnReview.Full;
        var cloud = LoadedCloud.From(table, new() { Orbit = parsed.GetValue(_orbit), Ignored = ignored, Used = used, Review = review });
        RequireFields(cloud, fields);
        return CloudReport.Run(new(cloud.Source, cloud.Sha256, new LabelledPoints(cloud.Points, cloud.Orbits), cloud.CoordinateNames, cloud.Dropped, cloud.Findings), options, context);
    }

    private FieldLayout Fields(ParseResult parsed) => new(parsed.GetValue(_fields), [.. parsed.GetValue(_conjugate) ?? []])
    {
        Complex = parsed.GetValue(_complex) switch
        {
            "pairs" => ComplexLayout.Pairs,
            "blocks" => ComplexLayout.Blocks,
            _ => ComplexLayout.None,
        },
    };

    private static void RequireFields(LoadedCloud cloud, FieldLayout fields)
    {
        try
        {
            fields.DimensionOf(cloud.Points.Dimension);
        }
        catch (ArgumentException exception)
        {
            throw new DataFileException(cloud.Source, $"coordinates that {fields.Count} fields share evenly", $"{cloud.Points.Dimension} ({string.Join(", ", cloud.CoordinateNames.Take(12))})", exception.Message.Split(" (Parameter", StringSplitOptions.None)[0]);
        }
    }

    private void RequireNeighbours(ParseResult parsed, LoadedSamples samples)
    {
        var fewest = GradientEstimate.FewestNeighbours(samples.Points.Points.Dimension);
        if (parsed.GetValue(_neighbours) < fewest)
        {
            throw new InvalidDataException($"{samples.Source}: expected at least {fewest} points per neighbourhood for gradients in {samples.Points.Points.Dimension} coordinates, found --neighbours {parsed.GetValue(_neighbours)}; give more, or leave the option out");
        }
    }

    private GeneratorMethods Methods(ParseResult parsed) => parsed.GetValue(_method) switch
    {
        "hyperplane" => GeneratorMethods.Hyperplane,
        "lie-pca" => GeneratorMethods.LiePca,
        _ => GeneratorMethods.LiePca | (parsed.GetValue(_linear) || parsed.GetValue(_affine) ? GeneratorMethods.None : GeneratorMethods.Hyperplane),
    };

    private HyperplaneOptions Hyperplane(ParseResult parsed, FieldLayout fields) => new() { Fields = fields, Whiten = parsed.GetValue(_whiten) };

    private LiePcaOptions LiePca(ParseResult parsed, FieldLayout fields) => new()
    {
        Fields = fields,
        Whiten = parsed.GetValue(_whiten),
        Neighbours = parsed.GetValue(_neighbours),
        OrbitDimension = parsed.GetValue(_dimension),
        Space = parsed.GetValue(_affine) ? GeneratorSpace.Affine : parsed.GetValue(_linear) ? GeneratorSpace.Linear : GeneratorSpace.Rotations,
    };

    private void Check(CommandResult result)
    {
        if (result.GetValue(_value) is not null && (result.GetValue(_orbit) is not null || result.GetResult(_method) is { Implicit: false } || result.GetValue(_whiten) || result.GetValue(_dimension) is not null || result.GetValue(_fields) > 1))
        {
            result.AddError("--value takes the gradient of the values, of all samples and coordinates together: it goes with neither --orbit, --method, --whiten, --orbit-dimension nor --fields. Leave these out; noether detect has --value with --fields.");
        }

        if (result.GetValue(_method) == "hyperplane" && (result.GetValue(_neighbours) is not null || result.GetValue(_dimension) is not null))
        {
            result.AddError("--neighbours and --orbit-dimension are of Lie-PCA: the hyperplane method has neither. Leave them out, or take --method lie-pca.");
        }

        if (result.GetValue(_method) == "hyperplane" && (result.GetValue(_linear) || result.GetValue(_affine)))
        {
            result.AddError("--linear and --affine need Lie-PCA: the hyperplane method finds rotations.");
        }

        foreach (var field in result.GetValue(_conjugate) ?? [])
        {
            if (field < 0 || field >= result.GetValue(_fields))
            {
                result.AddError($"--conjugate: there are {result.GetValue(_fields)} fields, counted from 0; got {field}. Say how many with --fields M.");
            }
        }
    }
}
