using System.Runtime.InteropServices;
using System.Text;

namespace Noether.Onnx.Tests;

/// <summary>Writes small ONNX models. The numbers are the field numbers of onnx.proto; a model is a tree of fields in the wire format of Protocol Buffers.</summary>
internal sealed class TestModel
{
    internal const int Single = 1;
    internal const int Whole = 7;
    internal const int Double = 11;

    private readonly List<byte[]> _graph = [];

    internal TestModel Input(string name, params int[] axes) => Value(11, name, Single, axes);

    internal TestModel Value(int field, string name, int type, params int[] axes)
    {
        byte[] shape = [.. axes.SelectMany(axis => Bytes(1, axis > 0 ? Number(1, axis) : Bytes(2, Encoding.UTF8.GetBytes("n"))))];
        _graph.Add(Bytes(field, [.. Text(1, name), .. Bytes(2, Bytes(1, [.. Number(1, type), .. Bytes(2, shape)]))]));
        return this;
    }

    internal TestModel Weights(string name, int[] axes, params float[] values) => Tensor(name, Single, axes, Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));

    internal TestModel Doubles(string name, int[] axes, params double[] values) => Tensor(name, Double, axes, Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));

    internal TestModel WholeNumbers(string name, params long[] values) => Tensor(name, Whole, [values.Length], Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray()));

    /// <summary>Weights of single precision in a file beside the model.</summary>
    internal TestModel WeightsIn(string file, string name, params int[] axes) => Tensor(name, Single, axes, [.. Bytes(13, [.. Text(1, "location"), .. Text(2, file)]), .. Number(14, 1)]);

    internal TestModel Node(string operation, string output, params string[] inputs) => Named($"node of {output}", operation, output, inputs);

    internal TestModel Named(string name, string operation, string output, params string[] inputs)
    {
        _graph.Add(Bytes(1, [.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(3, name), .. Text(4, operation)]));
        return this;
    }

    /// <summary>A normalisation by the mean and variance of the samples that go in together.</summary>
    internal TestModel NormalisationInTraining(string output, params string[] inputs)
    {
        byte[] training = [.. Text(1, "training_mode"), .. Number(3, 1), .. Number(20, 2)];
        _graph.Add(Bytes(1, [.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(2, "next mean"), .. Text(2, "next variance"), .. Text(4, "BatchNormalization"), .. Bytes(5, training)]));
        return this;
    }

    internal byte[] ToBytes(params string[] outputs) => ToBytes(Single, outputs);

    internal byte[] ToBytes(int type, params string[] outputs)
    {
        byte[] graph = [.. _graph.SelectMany(part => part), .. Text(2, "test"), .. outputs.SelectMany(output => Bytes(12, [.. Text(1, output), .. Bytes(2, Bytes(1, Number(1, type)))]))];
        return [.. Number(1, 8), .. Bytes(7, graph), .. Bytes(8, [.. Text(1, ""), .. Number(2, 17)])];
    }

    private TestModel Tensor(string name, int type, int[] axes, byte[] data)
    {
        _graph.Add(Bytes(5, [.. axes.SelectMany(axis => Number(1, axis)), .. Number(2, type), .. Text(8, name), .. data]));
        return this;
    }

    private static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Number(int field, int value) => [.. Varint((uint)field << 3), .. Varint((uint)value)];

    private static byte[] Bytes(int field, byte[] content) => [.. Varint(((uint)field << 3) | 2), .. Varint((uint)content.Length), .. content];

    private static IEnumerable<byte> Varint(uint value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
