namespace Noether.Learning.Exchange;

/// <summary>A network as an ONNX graph; the numbers in the calls are the field numbers of onnx.proto.</summary>
internal static class OnnxGraph
{
    private const int Float = 1;

    /// <summary>The graph: points to embedding and class probabilities.</summary>
    public static ProtobufMessage Of(Network network)
    {
        var nodes = new List<ProtobufMessage> { Node("Sub", "centred", "points", "input.mean"), Node("Div", "standardised", "centred", "input.scale") };
        var read = "standardised";
        for (var i = 0; i < network.Hidden.Length; i++)
        {
            var output = i == network.Hidden.Length - 1 ? OnnxModel.EmbeddingName : $"hidden.{i}";
            nodes.AddRange(Layer(network.Hidden[i], read, output, $"hidden.{i}"));
            read = output;
        }

        for (var i = 0; i < network.Heads.Length; i++)
        {
            nodes.Add(Node("Gemm", $"logits.{i}", read, $"head.{i}.kernel", $"head.{i}.bias"));
            nodes.Add(Node("Softmax", OnnxModel.ProbabilitiesName(i), $"logits.{i}"));
        }

        return new ProtobufMessage()
            .Messages(1, nodes)
            .Text(2, "noether")
            .Messages(5, NetworkTensors.Of(network).Select(Initializer))
            .Message(11, Value("points", network.InputDimension))
            .Message(12, Value(OnnxModel.EmbeddingName, network.EmbeddingDimension))
            .Messages(12, network.Heads.Select((head, i) => Value(OnnxModel.ProbabilitiesName(i), head.Outputs)));
    }

    private static IEnumerable<ProtobufMessage> Layer(DenseLayer layer, string read, string output, string name)
    {
        var sums = layer.Activation == Activation.Linear ? output : $"{name}.sums";
        yield return Node("Gemm", sums, read, $"{name}.kernel", $"{name}.bias");
        if (layer.Activation != Activation.Linear)
        {
            yield return Node(layer.Activation == Activation.Softplus ? "Softplus" : "Relu", output, sums);
        }
    }

    private static ProtobufMessage Node(string operation, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new ProtobufMessage();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        return node.Text(2, output).Text(3, $"{operation} to {output}").Text(4, operation);
    }

    private static ProtobufMessage Initializer(NamedTensor tensor)
    {
        var message = new ProtobufMessage();
        foreach (var length in tensor.Shape)
        {
            message.Integer(1, length);
        }

        return message.Integer(2, Float).Text(8, tensor.Name).Raw(9, tensor.Values.Entries);
    }

    private static ProtobufMessage Value(string name, int columns)
    {
        var shape = new ProtobufMessage().Message(1, new ProtobufMessage().Text(2, "n")).Message(1, new ProtobufMessage().Integer(1, columns));
        var type = new ProtobufMessage().Message(1, new ProtobufMessage().Integer(1, Float).Message(2, shape));
        return new ProtobufMessage().Text(1, name).Message(2, type);
    }
}
