using System.Numerics.Tensors;

namespace Noether.Learning.Steps;

/// <summary>What a network is to give for every sample, and what it costs to give something else.</summary>
internal interface ITrainingTargets
{
    /// <summary>The number of outputs of every head.</summary>
    int[] Widths { get; }

    /// <summary>One sample's loss; the outputs of a head become the loss's gradient with respect to them.</summary>
    /// <param name="outputs">The outputs, shape [width of the head]; overwritten.</param>
    /// <param name="head">The head, counted from 0.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="isRight">Whether the sample is classified right; false where there are no classes.</param>
    double ToGradient(Span<float> outputs, int head, int sample, out bool isRight);
}

/// <summary>Classes: the cross-entropy of Eq. (L6).</summary>
/// <param name="heads">One set of labels per head.</param>
internal sealed class ClassTargets(ImmutableArray<Data.Labels> heads) : ITrainingTargets
{
    private readonly int[][] _classes = [.. heads.Select(head => head.Classes.ToArray())];

    /// <inheritdoc/>
    public int[] Widths { get; } = [.. heads.Select(head => head.ClassCount)];

    /// <inheritdoc/>
    public double ToGradient(Span<float> outputs, int head, int sample, out bool isRight) =>
        SoftmaxLoss.ToGradient(outputs, _classes[head][sample], out isRight);
}

/// <summary>Values: one head with one output per value, and half the squared error, Eq. (L11).</summary>
/// <param name="values">Row by row. Shape [n, width].</param>
/// <param name="width">How many values a sample has.</param>
internal sealed class ValueTargets(float[] values, int width) : ITrainingTargets
{
    /// <inheritdoc/>
    public int[] Widths { get; } = [width];

    /// <inheritdoc/>
    public double ToGradient(Span<float> outputs, int head, int sample, out bool isRight)
    {
        isRight = false;
        TensorPrimitives.Subtract(outputs, values.AsSpan(sample * width, width), outputs);
        return TensorPrimitives.SumOfSquares<float>(outputs) / 2;
    }
}
