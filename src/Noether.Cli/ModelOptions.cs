using System.CommandLine;
using System.CommandLine.Parsing;
using Noether.Experiments.Discovery;
using Noether.Files;
using Noether.Onnx;
using Noether.Runs;

namespace Noether.Cli;

/// <summary>The options for a network of the user's own.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string?> _model = new("--model") { Description = "A network of your own, an ONNX model of the coordinates: its layer takes the place of a trained classifier's embedding.", HelpName = "FILE" };

    private readonly Option<string?> _layer = new("--layer") { Description = "The layer of --model, by the name of a node or of what it gives; leave it out to be told the names.", HelpName = "NAME" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="instead">Its options for training, which a given network leaves nothing to do.</param>
    public static ModelOptions AddTo(Command command, Option[] instead)
    {
        var options = new ModelOptions();
        command.Options.Add(options._model);
        command.Options.Add(options._layer);
        command.Validators.Add(result => options.Check(result, instead));
        return options;
    }

    /// <summary>Whether a network was given, which takes the coordinates that it was trained with.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_model) is not null;

    /// <summary>What the user's network makes of the samples; null where none was given.</summary>
    public GivenEmbedding? Read(ParseResult parsed, LoadedSamples samples, Execution execution)
    {
        if (parsed.GetValue(_model) is not { } path)
        {
            return null;
        }

        execution.Report("model", 0, path);
        var embedding = OnnxEmbedding.Of(path, parsed.GetValue(_layer), samples.Points.Points, execution);
        return new(path, embedding.Sha256, embedding.Layer, embedding.Values);
    }

    private void Check(CommandResult result, Option[] instead)
    {
        if (result.GetValue(_model) is null && result.GetValue(_layer) is not null)
        {
            result.AddError("--layer names a layer of a model; name its file with --model.");
        }

        if (result.GetValue(_model) is not null && instead.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } trained)
        {
            result.AddError($"{trained.Name} is about training a network; with --model none is trained.");
        }
    }
}
