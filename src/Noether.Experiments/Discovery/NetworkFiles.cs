using Noether.Learning;
using Noether.Reports;

namespace Noether.Experiments.Discovery;

/// <summary>The trained network as files: weights to load again, and ONNX for other programs.</summary>
internal static class NetworkFiles
{
    /// <summary>classifier.safetensors and classifier.onnx.</summary>
    public static ImmutableArray<NamedFile> Of(Network network) =>
    [
        new("classifier.safetensors", Bytes(stream => WeightTensors.Write(network, stream))),
        new("classifier.onnx", Bytes(stream => OnnxModel.Write(network, stream))),
    ];

    private static ImmutableArray<byte> Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return [.. stream.ToArray()];
    }
}
