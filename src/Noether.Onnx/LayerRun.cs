using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Noether.Data;
using Noether.Files;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Onnx;

/// <summary>A model run as far as one layer, a block of samples at a time.</summary>
internal sealed class LayerRun(InferenceSession session, ModelInput input, string layer, string path)
{
    /// <summary>The layer for all samples. Shape [n, width].</summary>
    public SingleMatrix Values(PointCloud points, Execution execution)
    {
        var first = Block(points, 0);
        var width = first.Length / Math.Min(input.Batch, points.Count);
        var values = new float[checked(points.Count * width)];
        execution.ForEachBlock((points.Count + input.Batch - 1) / input.Batch, block =>
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            (block == 0 ? first : Block(points, block)).CopyTo(values.AsSpan(block * input.Batch * width));
        });
        var stray = values.AsSpan().IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        return stray < 0
            ? new(points.Count, width, values)
            : throw new DataFileException(path, $"finite numbers from layer \"{layer}\"", $"{values[stray]} for sample {stray / width}", "check that the table has the units that the network was trained on, or name another layer");
    }

    private float[] Block(PointCloud points, int block)
    {
        var start = block * input.Batch;
        var count = Math.Min(input.Batch, points.Count - start);
        var fed = input.IsFixed ? input.Batch : count; // a fixed batch is filled up with the last sample
        var samples = new float[fed * points.Dimension];
        for (var i = 0; i < fed; i++)
        {
            var point = points.Row(start + Math.Min(i, count - 1));
            for (var j = 0; j < point.Length; j++)
            {
                samples[(i * point.Length) + j] = (float)point[j];
            }
        }

        using var tensor = input.Tensor(samples, fed);
        using var options = new RunOptions();
        using var results = session.Run(options, [input.Name], [tensor], [layer]);
        return Numbers(results[0], fed, count);
    }

    private float[] Numbers(OrtValue result, int fed, int count)
    {
        if (!result.IsTensor)
        {
            throw new DataFileException(path, $"a tensor from layer \"{layer}\"", result.OnnxType.ToString(), "name another layer");
        }

        var facts = result.GetTensorTypeAndShape();
        if (facts.Shape.Length == 0 || facts.Shape[0] != fed || facts.ElementCount == 0)
        {
            throw new DataFileException(path, $"layer \"{layer}\" with the {fed} samples along its first axis", $"shape [{string.Join(", ", facts.Shape)}]", "name another layer; constants and shapes are none of samples");
        }

        var kept = (int)(facts.ElementCount / fed * count);
        return facts.ElementDataType switch
        {
            TensorElementType.Float => result.GetTensorDataAsSpan<float>()[..kept].ToArray(),
            TensorElementType.Double => Array.ConvertAll(result.GetTensorDataAsSpan<double>()[..kept].ToArray(), value => (float)value),
            var other => throw new DataFileException(path, $"numbers of single or double precision from layer \"{layer}\"", other.ToString(), "name another layer"),
        };
    }
}
