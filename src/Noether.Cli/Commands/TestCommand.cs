using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Experiments.GroupTests;
using Noether.Files;
using Noether.Onnx;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Cli.Commands;

/// <summary>noether test DATA --group G.</summary>
internal sealed class TestCommand
{
    // A model that is given no data is asked at so many places.
    private const int Places = 2000;

    private readonly Argument<string> _data = new("DATA") { Description = "The table, one sample per row; or a network, an .onnx file." };

    private readonly Option<string[]> _labels = new("--label") { Description = "Column with class labels; give it again for several.", HelpName = "COL" };

    private readonly Option<string[]> _values = new("--value") { Description = "Column with the values of a function; give it again for several.", HelpName = "COL" };

    private readonly Option<string[]> _ignored = new("--ignore") { Description = "Column that is no coordinate; may be given again.", HelpName = "COL" };

    private readonly Option<string[]> _used = new("--use") { Description = "Column that is a coordinate; the coordinates are then exactly these, in this order. May be given again.", HelpName = "COL" };

    private readonly Option<string?> _places = new("--data") { Description = "Where a network is asked: a table of its inputs. Default: 2000 places of a normal distribution.", HelpName = "FILE" };

    private readonly Option<string?> _layer = new("--layer") { Description = "The output or layer of a network, by its name. Default: its only output.", HelpName = "NAME" };

    public static Command Create() => new TestCommand().Build();

    private Command Build()
    {
        var command = new Command(
            "test",
            """
            Tests a group that you name: are values, classes, the distribution of points, or a trained network symmetric under it, by how much not, and where.
            Groups act on the coordinates in the units of the table, about the origin.

            Example: noether test samples.csv --value energy --group "so(3)" --out out
            Example: noether test samples.csv --label class --group C4 --centre mean --out out
            Example: noether test events.csv --value mass --group S2 --on px1,py1,pz1 --on px2,py2,pz2 --out out
            Example: noether test points.csv --group D3 --out out
            Example: noether test network.onnx --group "so(3)" --output-group "so(3)" --data samples.csv --out out
            """) { _data };
        var group = GroupOptions.AddTo(command);
        var verdict = FieldOptions.AddVerdictTo(command);
        foreach (var option in new Option[] { _labels, _values, _ignored, _used, _places, _layer })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result => Check(result, group));
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "test",
            parsed,
            run.Read(parsed),
            (context, _) => IsModel(parsed.GetValue(_data)!) ? OfModel(parsed, group, verdict.ReadTest(parsed), context) : OfTable(parsed, group, verdict.ReadTest(parsed), context),
            cancellation));
        return command;
    }

    private Report OfTable(ParseResult parsed, GroupOptions groups, SymmetryTestOptions options, RunContext context)
    {
        var source = Read(parsed, parsed.GetValue(_data)!, context.Execution);
        var group = groups.Read(parsed, source.Name, source.CoordinateNames, source.Samples.Points.Mean, context.Execution);
        if (GroupTest.Objection(source.Samples.Points, group) is { } objection)
        {
            throw new DataFileException(source.Name, $"samples on which {group.Name} can be tested", $"{source.Samples.Count}", objection);
        }

        return GroupTestRun.OfSamples(source, parsed.GetValue(_labels) is { Length: > 0 }, group, options, context);
    }

    private Report OfModel(ParseResult parsed, GroupOptions groups, SymmetryTestOptions options, RunContext context)
    {
        var path = parsed.GetValue(_data)!;
        context.Execution.Report("model", 0, path);
        using var function = OnnxFunction.Open(path, parsed.GetValue(_layer));
        var places = parsed.GetValue(_places) is { } table ? Read(parsed, table, context.Execution) : null;
        var points = places?.Samples.Points ?? Normal(function.Inputs, context.Seed.For("places"));
        if (points.Dimension != function.Inputs)
        {
            throw new DataFileException(places!.Name, $"{function.Inputs} coordinates, the inputs of {path}", $"{points.Dimension} ({string.Join(", ", places.CoordinateNames.Take(12))})", "leave out columns with --ignore, or name them with --use");
        }

        var names = places?.CoordinateNames ?? [.. Enumerable.Range(1, function.Inputs).Select(number => $"x{number}")];
        var group = groups.Read(parsed, path, names, points.Mean, context.Execution);
        var outputs = groups.ReadOutputs(parsed, path, function.Outputs, context.Execution);
        try
        {
            return GroupTestRun.OfFunction((function, path, function.Sha256), (points, names, places?.Findings ?? [NormalPlaces]), (group, outputs), options, context);
        }
        catch (ArgumentException exception)
        {
            throw new DataFileException(path, "groups that act on inputs and outputs alike", exception.Message.Split(" (Parameter", StringSplitOptions.None)[0], "name another --output-group, or give both as files of matrices in the same order", exception);
        }
    }

    private static Finding NormalPlaces { get; } =
        new("TST001", Severity.Note, $"The network was asked at {Places} places of a normal distribution of mean 0 and variance 1. Where it is used may lie elsewhere: name a table of its inputs with --data.");

    private SampleSource Read(ParseResult parsed, string path, Execution execution)
    {
        execution.Report("read", 0, path);
        var table = Table.Read(path, execution);
        ImmutableArray<string> ignored = [.. parsed.GetValue(_ignored) ?? []];
        ImmutableArray<string> used = [.. parsed.GetValue(_used) ?? []];
        var (labels, values) = (parsed.GetValue(_labels) ?? [], parsed.GetValue(_values) ?? []);
        if (labels.Length + values.Length > 0)
        {
            return LoadedSamples.From(table, new() { Labels = [.. labels], Values = [.. values], Ignored = ignored, Used = used, Review = ColumnReview.Full }).ToSource();
        }

        return LoadedCloud.From(table, new() { Ignored = ignored, Used = used, Review = ColumnReview.Full }).ToSource();
    }

    private static PointCloud Normal(int dimension, Seed seed)
    {
        var random = seed.Stream();
        return new(Places, dimension, [.. Enumerable.Range(0, Places * dimension).Select(_ => random.NextGaussian())]);
    }

    private static bool IsModel(string path) => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    private void Check(CommandResult result, GroupOptions group)
    {
        var isModel = IsModel(result.GetValue(_data) ?? "");
        var named = new Option[] { _labels, _values }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false });
        if (isModel && named is not null)
        {
            result.AddError($"{named.Name} names a column of a table; {result.GetValue(_data)} is a network, whose output is tested. Leave it out.");
        }

        if (!isModel && (result.GetValue(_places) is not null || result.GetValue(_layer) is not null || group.HasOutputGroup(result)))
        {
            result.AddError("--data, --layer and --output-group are for a network: name an .onnx file as DATA, or leave them out.");
        }

        if ((result.GetValue(_labels) ?? []).Length > 0 && (result.GetValue(_values) ?? []).Length > 0)
        {
            result.AddError("--label or --value: a test asks about classes or about values; give one of them.");
        }
    }
}
