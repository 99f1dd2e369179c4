using Noether.Learning.Exchange;

namespace Noether.Learning;

/// <summary>Networks as ONNX models, which most tools of the field can run.</summary>
/// <remarks>
/// The input is "points", shape [n, d], in the units of the data: the model standardises it itself. The outputs are "embedding", shape [n, width], and
/// "probabilities.0" and so on, shape [n, classes], one per head.
/// They use operators of version 13 and no others than Sub, Div, Gemm, Relu, Softplus and Softmax.
/// </remarks>
public static class OnnxModel
{
    /// <summary>The name of the output that holds the last hidden layer.</summary>
    public const string EmbeddingName = "embedding";

    // The first version of the file format that goes with operators of version 13.
    private const int FormatVersion = 7;
    private const int OperatorVersion = 13;

    /// <summary>The name of the output that holds a head's class probabilities.</summary>
    /// <param name="head">The head, counted from 0.</param>
    public static string ProbabilitiesName(int head) => string.Create(null, $"probabilities.{head}");

    /// <summary>Writes a network.</summary>
    public static void Write(Network network, Stream stream) => new ProtobufMessage()
        .Integer(1, FormatVersion)
        .Text(2, "Noether")
        .Message(7, OnnxGraph.Of(network))
        .Message(8, new ProtobufMessage().Text(1, string.Empty).Integer(2, OperatorVersion))
        .CopyTo(stream);
}
