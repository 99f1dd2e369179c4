using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>Softmax and its cross-entropy with the true class.</summary>
internal static class SoftmaxLoss
{
    /// <summary>Each row's class probabilities, Eq. (L5). Shape [n, classes].</summary>
    public static SingleMatrix Probabilities(SingleMatrix logits)
    {
        var entries = logits.Entries.ToArray();
        for (var i = 0; i < logits.Rows; i++)
        {
            Softmax(entries.AsSpan(i * logits.Columns, logits.Columns));
        }

        return new(logits.Rows, logits.Columns, entries);
    }

    /// <summary>The first largest logit of each row. Shape [n].</summary>
    public static ImmutableArray<int> MostProbable(SingleMatrix logits)
    {
        var classes = ImmutableArray.CreateBuilder<int>(logits.Rows);
        for (var i = 0; i < logits.Rows; i++)
        {
            classes.Add(TensorPrimitives.IndexOfMax(logits.Row(i)));
        }

        return classes.MoveToImmutable();
    }

    /// <summary>One sample's loss, Eq. (L6); its logits become the loss's gradient with respect to them.</summary>
    /// <param name="logits">The logits, shape [classes]; overwritten.</param>
    /// <param name="trueClass">The class of the sample.</param>
    /// <param name="right">Whether the true class has the first largest logit.</param>
    /// <returns>The cross-entropy in nats.</returns>
    public static double ToGradient(Span<float> logits, int trueClass, out bool right)
    {
        right = TensorPrimitives.IndexOfMax(logits) == trueClass;
        var own = logits[trueClass];
        var logSum = Softmax(logits);
        logits[trueClass] -= 1;
        return logSum - own;
    }

    /// <summary>Logits become probabilities.</summary>
    /// <returns>The logarithm of the sum of the logits' exponentials.</returns>
    public static double Softmax(Span<float> logits)
    {
        var largest = TensorPrimitives.Max(logits);
        TensorPrimitives.Subtract(logits, largest, logits);
        TensorPrimitives.Exp(logits, logits);
        var sum = TensorPrimitives.Sum(logits);
        TensorPrimitives.Divide(logits, sum, logits);
        return largest + Math.Log(sum);
    }
}
