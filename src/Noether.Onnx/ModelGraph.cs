using System.Text;

namespace Noether.Onnx;

/// <summary>The layers of an ONNX model, and the model with one more of them as an output. The numbers are the field numbers of onnx.proto.</summary>
internal sealed class ModelGraph
{
    private const int Graph = 7;
    private const int Node = 1;
    private const int Initializer = 5;
    private const int GraphInput = 11;
    private const int GraphOutput = 12;
    private const byte LengthDelimited = 2;

    private readonly byte[] _model;
    private readonly List<Layer> _layers = [];
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);
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

    /// <summary>The model's own outputs, by name.</summary>
    public IReadOnlyList<string> Outputs => [.. _outputs.Order(StringComparer.Ordinal)];

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

    /// <summary>Whether a layer is computed from what the model is given; others are the same whatever the samples are.</summary>
    /// <remarks>Nodes stand after those that they read, as the format demands. A node with a graph of its own may read anything.</remarks>
    public bool SeesInput(string layer)
    {
        var seeing = new HashSet<string>(_inputs.Except(_constants), StringComparer.Ordinal); // up to version 3 constants stood among the inputs too
        foreach (var node in _layers.Where(node => node.HasGraph || node.Inputs.Any(seeing.Contains)))
        {
            seeing.Add(node.Output);
        }

        return seeing.Contains(layer);
    }

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
                _outputs.Add(Name(fields.Content, 1));
            }
            else if (fields.Field == GraphInput)
            {
                _inputs.Add(Name(fields.Content, 1));
            }
            else if (fields.Field == Initializer)
            {
                _constants.Add(Name(fields.Content, 8));
            }
        }
    }

    private void ReadNode(ReadOnlySpan<byte> node)
    {
        var (inputs, outputs, name, operation, hasGraph) = (new List<string>(), new List<string>(), "", "", false);
        for (var fields = new WireReader(node); fields.Next();)
        {
            switch (fields.Field)
            {
                case 1:
                    inputs.Add(Text(fields.Content));
                    break;
                case 2:
                    outputs.Add(Text(fields.Content));
                    break;
                case 3:
                    name = Text(fields.Content);
                    break;
                case 4:
                    operation = Text(fields.Content);
                    break;
                case 5:
                    hasGraph |= TryFind(fields.Content, 6, out _) || TryFind(fields.Content, 11, out _);
                    break;
            }
        }

        _layers.AddRange(outputs.Where(output => output.Length > 0).Select(output => new Layer(output, name, operation, inputs, hasGraph)));
    }

    private static string Name(ReadOnlySpan<byte> message, int field) => TryFind(message, field, out var content) ? Text(content) : "";

    private static bool TryFind(ReadOnlySpan<byte> message, int field, out ReadOnlySpan<byte> content)
    {
        for (var fields = new WireReader(message); fields.Next();)
        {
            if (fields.Field == field)
            {
                content = fields.Content;
                return true;
            }
        }

        content = [];
        return false;
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
    /// <param name="Output">Its name.</param>
    /// <param name="Node">The name of the node.</param>
    /// <param name="Operation">What the node does.</param>
    /// <param name="Inputs">What it reads.</param>
    /// <param name="HasGraph">Whether it holds a graph, a loop or a branch, that may read more.</param>
    internal sealed record Layer(string Output, string Node, string Operation, IReadOnlyList<string> Inputs, bool HasGraph);
}
