using Microsoft.ML.OnnxRuntime;
using Noether.Files;

namespace Noether.Onnx;

/// <summary>A user's model, ready to be run as far as one layer.</summary>
internal sealed class OpenModel : IDisposable
{
    private const int MostNamed = 40;

    private readonly string _path;
    private readonly InferenceSession _session;

    private OpenModel(string path, InferenceSession session, string sha256, string layer, int? coordinates)
    {
        (_path, _session, Sha256, Layer) = (path, session, sha256, layer);
        Coordinates = coordinates ?? ModelInput.Coordinates(session, path);
        Run = new(session, ModelInput.Of(session, path, Coordinates), layer, path);
    }

    /// <summary>Hash of the model file; with weights in files beside it, of the list of its hash and theirs with their names.</summary>
    public string Sha256 { get; }

    /// <summary>The layer's name in the model.</summary>
    public string Layer { get; }

    /// <summary>The numbers that make up a sample.</summary>
    public int Coordinates { get; }

    /// <summary>Runs samples.</summary>
    public LayerRun Run { get; }

    /// <summary>Opens a model.</summary>
    /// <param name="path">An .onnx file.</param>
    /// <param name="layer">The name of a node's output or of a node; null to be told the names.</param>
    /// <param name="isOutputMeant">Whether null means the model's output, where it has one alone.</param>
    /// <param name="coordinates">The numbers that make up a sample; null to learn them from the model.</param>
    /// <exception cref="DataFileException">The file is no ONNX model, has no such layer, or takes other samples.</exception>
    public static OpenModel Open(string path, string? layer, bool isOutputMeant, int? coordinates)
    {
        var model = ReadFile(path);
        var (graph, weights) = Read(path, () => (ModelGraph.Read(model), ExternalWeights.Files(model)));
        var output = Find(path, graph, layer, isOutputMeant);
        try
        {
            using var options = Options(path);
            var session = new InferenceSession(graph.Exposing(output), options);
            try
            {
                return new(path, session, ExternalWeights.Hash(path, model, weights), output, coordinates);
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
        catch (OnnxRuntimeException exception)
        {
            throw Unfit(path, exception);
        }
    }

    /// <summary>Runs it, and says what to do where ONNX Runtime cannot.</summary>
    public T Guarded<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (OnnxRuntimeException exception)
        {
            throw Unfit(_path, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static string Find(string path, ModelGraph graph, string? layer, bool isOutputMeant)
    {
        if (layer is null && isOutputMeant && graph.Outputs is [var only])
        {
            return only;
        }

        var output = layer is null ? null : graph.Find(layer);
        if (output is null)
        {
            throw new DataFileException(
                path,
                layer is null ? "the name of a layer, by --layer NAME" : $"a layer \"{layer}\"",
                layer is null ? "none" : "no such layer",
                $"its layers are {Names(graph)}");
        }

        return graph.SeesInput(output) ? output
            : throw new DataFileException(path, "a layer that is computed from the samples", $"\"{output}\", which is the same whatever they are", $"its layers are {Names(graph)}");
    }

    private static DataFileException Unfit(string path, OnnxRuntimeException exception) => new(
        path,
        "a model that ONNX Runtime can run",
        exception.Message.ReplaceLineEndings(" "),
        "check it with the program that exported it; one that works for so many samples alone must say so in its input's first axis",
        exception);

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
