using System.Runtime.CompilerServices;
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
            classes.Add(FirstLargest(logits.Row(i)));
        }

        return classes.MoveToImmutable();
    }

    /// <summary>One sample's loss, Eq. (L6); its logits become the loss's gradient with respect to them.</summary>
    /// <param name="logits">The logits, shape [classes]; overwritten.</param>
    /// <param name="trueClass">The class of the sample.</param>
    /// <param name="right">Whether the true class has the first largest logit.</param>
    /// <returns>The cross-entropy in nats.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double ToGradient(Span<float> logits, int trueClass, out bool right)
    {
        right = FirstLargest(logits) == trueClass;
        var own = logits[trueClass];
        var logSum = Softmax(logits);
        logits[trueClass] -= 1;
        return logSum - own;
    }

    /// <summary>Logits become probabilities.</summary>
    /// <returns>The logarithm of the sum of the logits' exponentials.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Softmax(Span<float> logits)
    {
        // With the largest logit taken off, no exponential overflows and the sum is at least 1.
        var largest = logits[FirstLargest(logits)];
        var sum = 0f;
        foreach (ref var logit in logits)
        {
            logit = MathF.Exp(logit - largest);
            sum += logit;
        }

        foreach (ref var logit in logits)
        {
            logit /= sum;
        }

        return largest + Math.Log(sum);
    }

    // Not a number is never the largest; if all are, the first class is taken.
    private static int FirstLargest(ReadOnlySpan<float> logits)
    {
        var (first, largest) = (0, float.NegativeInfinity);
        for (var c = 0; c < logits.Length; c++)
        {
            if (logits[c] > largest)
            {
                (first, largest) = (c, logits[c]);
            }
        }

        return first;
    }
}
