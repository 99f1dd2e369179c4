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
    /// <summary>Runs a model on samples as far as a layer.</summary>
    /// <param name="path">The model, an .onnx file; weights in files of their own are looked for beside it.</param>
    /// <param name="layer">The name of a node's output or of a node; any layer will do, not only outputs of the model. Null to be told the names.</param>
    /// <param name="points">The samples in the units that the network was trained on.</param>
    /// <param name="execution">Threads, which change no bit, and cancellation.</param>
    /// <exception cref="DataFileException">The file is no ONNX model, has no such layer, takes other samples, gives no finite numbers, too many of them, or others for a sample when other samples go in with it; the message says what to do.</exception>
    public static OnnxEmbedding Of(string path, string? layer, PointCloud points, Execution execution)
    {
        using var opened = OpenModel.Open(path, layer, isOutputMeant: false, points.Dimension);
        return opened.Guarded(() => new OnnxEmbedding(opened.Sha256, opened.Layer, opened.Run.Values(points, execution)));
    }
}
