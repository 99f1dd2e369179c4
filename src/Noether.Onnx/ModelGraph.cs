using System.Text;

namespace Noether.Onnx;

/// <summary>The layers of an ONNX model, and the model with one more of them as an output. The numbers are the field numbers of onnx.proto.</summary>
internal sealed class ModelGraph
{
    private const int Graph = 7;
    private const int Node = 1;
    private const int GraphOutput = 12;
    private const byte LengthDelimited = 2;

    private readonly byte[] _model;
    private readonly List<Layer> _layers = [];
    private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);

    private ModelGraph(byte[] model)
    {
        _model = model;
        for (var fields = new WireReader(model); fields.Next();)
        {
            if (fields.Field == Graph)
            {
                ReadGraph(fields.Content);
            }
        }
    }

    /// <summary>What the nodes give, in the order of the file.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>Reads the layers.</summary>
    /// <exception cref="InvalidDataException">The bytes are no ONNX model.</exception>
    public static ModelGraph Read(byte[] model)
    {
        var graph = new ModelGraph(model);
        return graph._layers.Count > 0 ? graph : throw new InvalidDataException("There is no graph with nodes in it.");
    }

    /// <summary>The layer with a name: that of a node's output, or of a node, whose first output is then meant; null if there is none.</summary>
    public string? Find(string name) =>
        (_layers.FirstOrDefault(layer => layer.Output == name) ?? _layers.FirstOrDefault(layer => layer.Node == name))?.Output;

    /// <summary>The model with a layer among its outputs.</summary>
    /// <remarks>Readers of Protocol Buffers merge a field that stands twice, so a second graph of nothing but an output adds that output to the first.</remarks>
    public byte[] Exposing(string layer) => _outputs.Contains(layer)
        ? _model
        : [.. _model, .. Message(Graph, Message(GraphOutput, Message(1, Encoding.UTF8.GetBytes(layer))))];

    private void ReadGraph(ReadOnlySpan<byte> graph)
    {
        for (var fields = new WireReader(graph); fields.Next();)
        {
            if (fields.Field == Node)
            {
                ReadNode(fields.Content);
            }
            else if (fields.Field == GraphOutput)
            {
                _outputs.Add(NameOf(fields.Content));
            }
        }
    }

    private void ReadNode(ReadOnlySpan<byte> node)
    {
        var (outputs, name, operation) = (new List<string>(), "", "");
        for (var fields = new WireReader(node); fields.Next();)
        {
            switch (fields.Field)
            {
                case 2:
                    outputs.Add(Text(fields.Content));
                    break;
                case 3:
                    name = Text(fields.Content);
                    break;
                case 4:
                    operation = Text(fields.Content);
                    break;
            }
        }

        _layers.AddRange(outputs.Where(output => output.Length > 0).Select(output => new Layer(output, name, operation)));
    }

    private static string NameOf(ReadOnlySpan<byte> value)
    {
        for (var fields = new WireReader(value); fields.Next();)
        {
            if (fields.Field == 1)
            {
                return Text(fields.Content);
            }
        }

        return "";
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private static byte[] Message(int field, byte[] content)
    {
        List<byte> bytes = [(byte)((field << 3) | LengthDelimited)];
        var length = (uint)content.Length;
        for (; length > 0x7F; length >>= 7)
        {
            bytes.Add((byte)(length | 0x80));
        }

        return [.. bytes, (byte)length, .. content];
    }

    /// <summary>One output of a node.</summary>
    internal sealed record Layer(string Output, string Node, string Operation);
}
