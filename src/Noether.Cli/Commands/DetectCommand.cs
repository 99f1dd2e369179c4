using System.CommandLine;
using Noether.Experiments.Discovery;
using Noether.Files;
using Noether.Reports;

namespace Noether.Cli.Commands;

/// <summary>noether detect DATA.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var command = new Command(
            "detect",
            """
            Looks for a symmetry in a table of samples: trains a classifier, finds the orbits, regresses generators and names the algebra.
            Tables are CSV or TSV with a header, NPY, NPZ or Parquet. Coordinates are the numeric columns that no option names.

            Example: noether detect samples.csv --label class --out out
            Example: noether detect samples.csv --value energy --classes 11 --out out
            Example: noether detect samples.csv --label class --model network.onnx --layer relu_3 --out out
            Example: noether detect samples.csv --value energy --levels -1:1:0.2 --width 0.001 --out out
            Example: noether detect samples.csv --value W.re --value W.im --levels -1:1:0.2 --width 0.02 --layers 200,200,200,100 \
                       --fields 2 --conjugate 1 --complex pairs --linear --out out
            """);
        var data = new Argument<string>("DATA") { Description = "The table." };
        var samples = SampleOptions.AddTo(command);
        var fields = FieldOptions.AddTo(command);
        var layers = LayerOption.Create();
        var repeats = RunOptions.Repeats();
        var model = ModelOptions.AddTo(command, instead: [layers, repeats]);
        command.Arguments.Add(data);
        command.Options.Add(layers);
        command.Options.Add(repeats);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "detect",
            parsed,
            run.Read(parsed),
            (context, settings) => Detect(
                parsed.GetValue(data)!,
                samples.Read(parsed),
                loaded => model.Read(parsed, loaded, context.Execution),
                source => new()
                {
                    Discovery = new()
                    {
                        Network = parsed.GetValue(layers) ?? new(),
                        Search = fields.Read(parsed, source.Source, source.CoordinateNames),
                        Repeats = parsed.GetValue(repeats),
                    },
                    Figures = settings.Figures,
                },
                context),
            cancellation));
        return command;
    }

    private static Report Detect(string path, TableRoles roles, Func<LoadedSamples, GivenEmbedding?> embedding, Func<LoadedSamples, DetectionOptions> options, RunContext context)
    {
        context.Execution.Report("read", 0, path);
        var samples = LoadedSamples.From(Table.Read(path, context.Execution), roles);
        var source = new SampleSource(samples.Source, samples.Sha256, samples.Points, samples.CoordinateNames, samples.Dropped, samples.Findings) { Embedding = embedding(samples) };
        return Detection.Run(source, options(samples), context);
    }
}
