using Microsoft.ML.OnnxRuntime;
using Noether.Data;
using Noether.Files;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Onnx;

/// <summary>What a layer of a user's own network makes of samples.</summary>
/// <param name="Sha256">Hash of the model file in lower-case hexadecimal; with weights in files beside it, of the list of its hash and theirs with their names.</param>
/// <param name="Layer">The layer's name in the model.</param>
/// <param name="Values">
/// One row a sample; further axes of the layer are laid out row by row. Layers in double precision are told about the mean of the first samples: distances, not places, are
/// those of the layer. Shape [n, width].
/// </param>
public sealed record OnnxEmbedding(string Sha256, string Layer, SingleMatrix Values)
{
    private const int MostNamed = 40;

    /// <summary>Runs a model on samples as far as a layer.</summary>
    /// <param name="path">The model, an .onnx file; weights in files of their own are looked for beside it.</param>
    /// <param name="layer">The name of a node's output or of a node; any layer will do, not only outputs of the model. Null to be told the names.</param>
    /// <param name="points">The samples in the units that the network was trained on.</param>
    /// <param name="execution">Threads, which change no bit, and cancellation.</param>
    /// <exception cref="DataFileException">The file is no ONNX model, has no such layer, takes other samples, gives no finite numbers, too many of them, or others for a sample when other samples go in with it; the message says what to do.</exception>
    public static OnnxEmbedding Of(string path, string? layer, PointCloud points, Execution execution)
    {
        var model = ReadFile(path);
        var (graph, weights) = Read(path, () => (ModelGraph.Read(model), ExternalWeights.Files(model)));
        var output = layer is null ? null : graph.Find(layer);
        if (output is null)
        {
            throw new DataFileException(path, layer is null ? "the name of a layer, by --layer NAME" : $"a layer \"{layer}\"", layer is null ? "none" : "no such layer", $"its layers are {Names(graph)}");
        }

        if (!graph.SeesInput(output))
        {
            throw new DataFileException(path, "a layer that is computed from the samples", $"\"{output}\", which is the same whatever they are", $"its layers are {Names(graph)}");
        }

        try
        {
            using var options = Options(path);
            using var session = new InferenceSession(graph.Exposing(output), options);
            var run = new LayerRun(session, ModelInput.Of(session, path, points.Dimension), output, path);
            return new(ExternalWeights.Hash(path, model, weights), output, run.Values(points, execution));
        }
        catch (OnnxRuntimeException exception)
        {
            throw new DataFileException(path, "a model that ONNX Runtime can run", exception.Message.ReplaceLineEndings(" "), "check it with the program that exported it; one that works for so many samples alone must say so in its input's first axis", exception);
        }
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "an ONNX model", $"none that can be read ({exception.Message})", "name a file with --model", exception);
        }
    }

    private static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException(path, "an ONNX model", $"something else ({exception.Message})", "export the network as .onnx", exception);
        }
    }

    // One thread a run and the samples shared out in fixed blocks: the same bits on any number of threads.
    private static SessionOptions Options(string path)
    {
        var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", Path.GetDirectoryName(Path.GetFullPath(path))!);
        return options;
    }

    private static string Names(ModelGraph graph)
    {
        var names = string.Join(", ", graph.Layers.Take(MostNamed).Select(layer => $"\"{layer.Output}\" ({layer.Operation})"));
        return (graph.Layers.Count > MostNamed ? $"{names} and {graph.Layers.Count - MostNamed} more" : names).ReplaceLineEndings(" ");
    }
}
