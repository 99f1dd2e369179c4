using System.CommandLine;
using Noether.Experiments.Discovery;
using Noether.Files;

namespace Noether.Cli.Commands;

/// <summary>noether detect DATA.</summary>
internal static class DetectCommand
{
    // The classifier shows the orbits; the verdict on values does not rest on it, and it gets a second or two.
    private const int ValueSteps = 12_000;
    private const int LabelSteps = 20_000;
    private const int MostSamples = 20_000;
    private const int MostProposalCoordinates = 8;
    private const int SamplesPerClass = 1_000;

    // Per orbit: a second road to the answer on values, which the eleven orbits of a table have planes enough for.
    private const int PlanesBesideValues = 60;

    public static Command Create()
    {
        var command = new Command(
            "detect",
            """
            Says which continuous symmetry the samples of a function or of classes have: its generators, the algebra they span, and by how much it is broken at most.
            Nothing needs to be known beforehand. A classifier's embedding shows the orbits beside it.
            Tables are CSV or TSV with a header, NPY, NPZ or Parquet. Coordinates are the numeric columns that no option names.
            The columns of an NPY file are x0, x1, ..; those of an NPZ archive have the names of its arrays, numbered where one has two axes: points0, points1, ..
            Pictures of one size are a folder of PNG files, in sub-folders named after their classes, or an array of three axes in an IDX, NPY or NPZ file.

            Example: noether detect samples.csv --label class --out out
            Example: noether detect samples.csv --value energy --classes 11 --out out
            Example: noether detect samples.csv --label class --model network.onnx --layer relu_3 --out out
            Example: noether detect samples.csv --value energy --levels -1:1:0.2 --width 0.001 --out out
            Example: noether detect samples.csv --value W.re --value W.im --levels -1:1:0.2 --width 0.02 --layers 200,200,200,100 \
                       --fields 2 --conjugate 1 --complex pairs --out out
            Example: noether detect pictures --out out
            Example: noether detect pictures.npy --labels labels.npy --components 3 --neighbours 3 --out out
            """);
        var data = new Argument<string>("DATA") { Description = "The table, or a folder of pictures." };
        var samples = SampleOptions.AddTo(command, data);
        var fields = FieldOptions.AddTo(command);
        var pictures = PictureOptions.AddTo(command, fields);
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
            (context, settings) =>
            {
                var path = parsed.GetValue(data)!;
                context.Execution.Report("read", 0, path);
                var table = SampleTable.Read(path, samples.LabelFile(parsed), context.Execution);
                var loaded = LoadedSamples.From(table, samples.Read(parsed) with { Review = ReviewOf(parsed, model, fields) });
                var source = loaded.ToSource() with { Embedding = model.Read(parsed, loaded, context.Execution) };
                var search = fields.Read(parsed, source.Name, source.CoordinateNames);
                var isOfValues = !source.Samples.Values.IsEmpty;
                var options = new DetectionOptions
                {
                    Discovery = pictures.Read(parsed, table) with
                    {
                        Network = parsed.GetValue(layers) ?? new(),
                        Symmetry = search,
                        Generators = new() { Fields = search.Fields, Planes = isOfValues ? PlanesBesideValues : null },
                        MostSteps = isOfValues ? ValueSteps : LabelSteps,
                        MostSamples = MostSamples,
                        MostProposalCoordinates = MostProposalCoordinates,
                        SamplesPerClass = SamplesPerClass,
                        Repeats = parsed.GetValue(repeats),
                    },
                    Figures = settings.Figures,
                };
                return Detection.Run(PictureOptions.InComponents(source, options.Discovery, context.Execution), options, context);
            },
            cancellation));
        return command;
    }

    private static ColumnReview ReviewOf(ParseResult parsed, ModelOptions model, FieldOptions fields) =>
        model.IsGiven(parsed) ? ColumnReview.Caution : fields.AreTied(parsed) ? ColumnReview.Clocks : ColumnReview.Full;
}
