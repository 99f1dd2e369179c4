using System.Globalization;
using System.Numerics.Tensors;
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
    /// <remarks>
    /// Values of double precision are told about the mean of the first block's samples, so that what tells samples apart survives in single precision
    /// far from the origin; distances are those of the layer.
    /// </remarks>
    public SingleMatrix Values(PointCloud points, Execution execution)
    {
        var firstRows = Block(points, 0);
        using var first = Run(points, firstRows);
        var width = Width(first);
        var offset = Offset(first, firstRows.Length, width);
        var values = Room(points.Count, width);
        execution.ForEachBlock((points.Count + input.Batch - 1) / input.Batch, block =>
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            var rows = Block(points, block);
            using var later = block == 0 ? null : Run(points, rows);
            Read(later ?? first, offset, values.AsSpan(rows[0] * width, rows.Length * width));
        });
        var stray = values.AsSpan().IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (stray >= 0)
        {
            throw NotFinite(values[stray], stray / width);
        }

        var matrix = new SingleMatrix(points.Count, width, values);
        RequireSamplesByThemselves(points, matrix, offset);
        return matrix;
    }

    /// <summary>Whether samples go in with double precision.</summary>
    public bool IsDouble => input.IsDouble;

    /// <summary>The layer for all samples, in the model's own precision. Shape [n, width].</summary>
    public double[] Exact(PointCloud points, Execution execution)
    {
        using var first = Run(points, Block(points, 0));
        var width = Width(first);
        var values = new double[points.Count * width];
        execution.ForEachBlock((points.Count + input.Batch - 1) / input.Batch, block =>
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            var rows = Block(points, block);
            using var later = block == 0 ? null : Run(points, rows);
            var results = later ?? first;
            RequireWidth(results, width);
            var into = values.AsSpan(rows[0] * width, rows.Length * width);
            if (IsDoubleTensor(results[0]))
            {
                results[0].GetTensorDataAsSpan<double>()[..into.Length].CopyTo(into);
            }
            else
            {
                TensorPrimitives.ConvertTruncating(results[0].GetTensorDataAsSpan<float>()[..into.Length], into);
            }
        });
        var stray = Array.FindIndex(values, value => !double.IsFinite(value));
        return stray < 0 ? values : throw NotFinite(values[stray], stray / width);
    }

    private void RequireSamplesByThemselves(PointCloud points, SingleMatrix values, double[] offset)
    {
        var rows = LayerProbe.Rows(points.Count, input.Batch);
        using var results = Run(points, [.. rows]);
        var again = Room(rows.Length, values.Columns);
        Read(results, offset, again);
        if (LayerProbe.FirstChanged(values, rows, again) is { } changed)
        {
            throw new DataFileException(path, $"layer \"{layer}\" with values that rest on each sample alone", $"other values for sample {changed} when other samples go in with it", "export the network for inference (normalisation and dropout not in training), or name a layer before samples meet");
        }
    }

    /// <summary>The rows of a block.</summary>
    private int[] Block(PointCloud points, int block) => [.. Enumerable.Range(block * input.Batch, Math.Min(input.Batch, points.Count - (block * input.Batch)))];

    /// <summary>The layer for some samples; a fixed batch is filled up with the last of them.</summary>
    private IDisposableReadOnlyCollection<OrtValue> Run(PointCloud points, int[] rows)
    {
        var fed = input.IsFixed ? input.Batch : rows.Length;
        var samples = new double[fed * points.Dimension];
        for (var i = 0; i < fed; i++)
        {
            points.Row(rows[Math.Min(i, rows.Length - 1)]).CopyTo(samples.AsSpan(i * points.Dimension));
        }

        using var tensor = input.Tensor(samples, fed);
        using var options = new RunOptions();
        var results = session.Run(options, [input.Name], [tensor], [layer]);
        try
        {
            RequireSamples(results[0], fed);
            return results;
        }
        catch
        {
            results.Dispose();
            throw;
        }
    }

    private void RequireSamples(OrtValue result, int fed)
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

        if (facts.ElementDataType is not (TensorElementType.Float or TensorElementType.Double))
        {
            throw new DataFileException(path, $"numbers of single or double precision from layer \"{layer}\"", facts.ElementDataType.ToString(), "name another layer");
        }

        if (facts.ElementCount * (IsDoubleTensor(result) ? sizeof(double) : sizeof(float)) > int.MaxValue)
        {
            throw TooLarge(facts.ElementCount / fed, $"{fed} samples at a time", fed);
        }
    }

    /// <summary>Room for the layer of so many samples.</summary>
    private float[] Room(int count, int width)
    {
        try
        {
            return (long)count * width <= Array.MaxLength ? new float[count * width] : throw TooLarge(width, $"{count} samples", count);
        }
        catch (OutOfMemoryException)
        {
            throw TooLarge(width, $"{count} samples", count);
        }
    }

    private DataFileException TooLarge(long width, string samples, int count) => new(
        path,
        $"layer \"{layer}\" of a size that fits into memory and an array",
        string.Create(CultureInfo.InvariantCulture, $"{width} numbers for each of {samples}, {width * count * sizeof(float) / Math.Pow(2, 30):0.0} GiB in single precision"),
        "name a smaller layer, such as one after pooling, or give fewer rows");

    private static int Width(IDisposableReadOnlyCollection<OrtValue> results)
    {
        var facts = results[0].GetTensorTypeAndShape();
        return (int)(facts.ElementCount / facts.Shape[0]);
    }

    private DataFileException NotFinite(double value, int sample) => new(
        path, $"finite numbers from layer \"{layer}\"", $"{value} for sample {sample}", "check that the table has the units that the network was trained on, or name another layer");

    private void RequireWidth(IDisposableReadOnlyCollection<OrtValue> results, int width)
    {
        if (Width(results) != width)
        {
            throw new DataFileException(path, $"layer \"{layer}\" with as many numbers for a sample whatever samples go in with it", $"{width} and {Width(results)}", "name a layer before samples meet");
        }
    }

    private static bool IsDoubleTensor(OrtValue result) => result.GetTensorTypeAndShape().ElementDataType == TensorElementType.Double;

    private static double[] Offset(IDisposableReadOnlyCollection<OrtValue> results, int count, int width)
    {
        var offset = new double[width];
        if (IsDoubleTensor(results[0]))
        {
            var values = results[0].GetTensorDataAsSpan<double>();
            for (var i = 0; i < count * width; i++)
            {
                offset[i % width] += values[i] / count;
            }
        }

        return offset;
    }

    private void Read(IDisposableReadOnlyCollection<OrtValue> results, double[] offset, Span<float> values)
    {
        RequireWidth(results, offset.Length);

        if (!IsDoubleTensor(results[0]))
        {
            results[0].GetTensorDataAsSpan<float>()[..values.Length].CopyTo(values);
            return;
        }

        var exact = results[0].GetTensorDataAsSpan<double>();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(exact[i] - offset[i % offset.Length]);
        }
    }
}
