using Microsoft.ML.OnnxRuntime;
using Noether.Files;

namespace Noether.Onnx;

/// <summary>How samples go into a model: along the first axis, a sample's coordinates filling the other axes row by row.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Shape">The axes after the first.</param>
/// <param name="Batch">Samples that go in at a time.</param>
/// <param name="IsFixed">Whether the model takes exactly so many.</param>
/// <param name="IsDouble">Whether it takes double precision rather than single.</param>
internal sealed record ModelInput(string Name, ImmutableArray<long> Shape, int Batch, bool IsFixed, bool IsDouble)
{
    private const int FreeBatch = 256;
    private const int MostFed = 1 << 27; // numbers that go in at a time: 1 GiB

    /// <summary>The input of a model for samples with so many coordinates.</summary>
    /// <exception cref="DataFileException">The model has several inputs, or one of another kind, width or size.</exception>
    public static ModelInput Of(InferenceSession session, string path, int coordinates)
    {
        if (session.InputMetadata.Count != 1)
        {
            throw new DataFileException(path, "a model with one input, the samples", $"{session.InputMetadata.Count} ({string.Join(", ", session.InputMetadata.Keys)})", "export the network with its samples as its only input");
        }

        var (name, input) = session.InputMetadata.Single();
        if (!input.IsTensor || (input.ElementType != typeof(float) && input.ElementType != typeof(double)))
        {
            throw new DataFileException(path, $"input \"{name}\" of single or double precision numbers", input.IsTensor ? input.ElementType.Name : input.OnnxValueType.ToString(), "export the network for floating-point samples");
        }

        var axes = input.Dimensions;
        if (axes.Length > 0 && (long)axes[0] * coordinates > MostFed)
        {
            throw new DataFileException(path, $"input \"{name}\" with at most {MostFed / coordinates} samples of {coordinates} numbers at a time", $"{axes[0]}", "export the network for fewer samples at a time, or for any number");
        }

        return axes.Length > 1 && Fitted(axes.AsSpan(1), coordinates) is { } shape
            ? new(name, shape, axes[0] > 0 ? axes[0] : Math.Clamp(MostFed / coordinates, 1, FreeBatch), axes[0] > 0, input.ElementType == typeof(double))
            : throw new DataFileException(path, $"input \"{name}\" with samples along its first axis and {coordinates} numbers for each", $"shape [{string.Join(", ", axes.Select(axis => axis > 0 ? $"{axis}" : "any"))}]", $"the table has {coordinates} coordinates: leave out columns with --ignore, or export the network for them");
    }

    /// <summary>The numbers that make up a sample, as the model says.</summary>
    /// <exception cref="DataFileException">The model has several inputs, or leaves an axis free.</exception>
    public static int Coordinates(InferenceSession session, string path)
    {
        var axes = session.InputMetadata.Count == 1 && session.InputMetadata.Values.Single() is { IsTensor: true } input ? input.Dimensions : [];
        return axes.Length > 1 && axes.AsSpan(1).IndexOfAnyExceptInRange(1, int.MaxValue) < 0
            ? axes.Skip(1).Aggregate(1, (product, axis) => checked(product * axis))
            : throw new DataFileException(
                path, "a model with one input, whose axes after the first say how many numbers make up a sample", $"{session.InputMetadata.Count} inputs, shape [{string.Join(", ", axes.Select(axis => axis > 0 ? $"{axis}" : "any"))}]", "export the network for samples of one size");
    }

    /// <summary>The tensor of some samples.</summary>
    public OrtValue Tensor(double[] samples, int count) => IsDouble
        ? OrtValue.CreateTensorValueFromMemory(samples, [count, .. Shape])
        : OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(samples, value => (float)value), [count, .. Shape]);

    /// <summary>The axes with the free one, if any, filled in; null where the coordinates do not fit.</summary>
    private static ImmutableArray<long>? Fitted(ReadOnlySpan<int> axes, int coordinates)
    {
        var (known, free) = (1L, 0);
        foreach (var axis in axes)
        {
            (known, free) = axis > 0 ? (known * axis, free) : (known, free + 1);
        }

        if (free > 1 || known > coordinates || coordinates % known != 0 || (free == 0 && known != coordinates))
        {
            return null;
        }

        return [.. axes.ToArray().Select(axis => axis > 0 ? axis : coordinates / known)];
    }
}
