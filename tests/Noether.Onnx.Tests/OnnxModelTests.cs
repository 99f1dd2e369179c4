using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Onnx.Tests;

public static class OnnxModelTests
{
    // Two programs that add single-precision numbers in different orders.
    private const double Rounding = 2e-5;

    public static TheoryData<Activation, int[]> Networks => new()
    {
        { Activation.Rectified, [11] },
        { Activation.Linear, [4, 19] },
        { Activation.Softplus, [4, 19] },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public static void Another_runtime_reads_the_model_and_gives_the_same_embedding_and_probabilities(Activation last, int[] classes)
    {
        var options = new NetworkOptions { Hidden = [new(33), new(20, last), new(20, last)] };
        var network = Network.Untrained(new Standardisation([0.5f, -2, 100], [2, 1, 0.25f]), [.. classes], options, new(6));
        var points = Points(70);

        var outputs = RunElsewhere(network, points);

        AssertEqual(network.Embed(points, Execution.Default), outputs[OnnxModel.EmbeddingName]);
        var probabilities = network.Probabilities(points, Execution.Default);
        for (var head = 0; head < classes.Length; head++)
        {
            AssertEqual(probabilities[head], outputs[OnnxModel.ProbabilitiesName(head)]);
        }
    }

    [Fact]
    public static void The_model_depends_on_the_weights()
    {
        var options = new NetworkOptions { Hidden = [new(33)] };
        var points = Points(3);

        var first = RunElsewhere(Network.Untrained(3, [4], options, new(1)), points)[OnnxModel.EmbeddingName];
        var second = RunElsewhere(Network.Untrained(3, [4], options, new(2)), points)[OnnxModel.EmbeddingName];

        Assert.NotEqual(first, second);
    }

    private static Dictionary<string, float[]> RunElsewhere(Network network, SingleMatrix points)
    {
        using var stream = new MemoryStream();
        OnnxModel.Write(network, stream);
        using var session = new InferenceSession(stream.ToArray());
        var input = NamedOnnxValue.CreateFromTensor("points", new DenseTensor<float>(points.Entries.ToArray(), [points.Rows, points.Columns]));
        using var results = session.Run([input]);
        return results.ToDictionary(result => result.Name, result => result.AsEnumerable<float>().ToArray(), StringComparer.Ordinal);
    }

    private static SingleMatrix Points(int count)
    {
        var stream = new Seed(1).Stream();
        return new(count, 3, [.. Enumerable.Range(0, count * 3).Select(i => (float)((i % 3 == 2 ? 100 : 0) + stream.NextUniform(-1, 1)))]);
    }

    private static void AssertEqual(SingleMatrix expected, float[] actual)
    {
        Assert.Equal(expected.Entries.Length, actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            Assert.Equal(expected.Entries[i], actual[i], Rounding);
        }
    }
}
