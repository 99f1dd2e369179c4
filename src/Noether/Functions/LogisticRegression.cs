using System.Numerics.Tensors;

namespace Noether.Functions;

/// <summary>
/// Multinomial logistic regression with a ridge and with wrong labels: the minimum over W of mean(-log p_class) + ridge / 2 |W|^2, where
/// p = (1 - wrong) softmax(W phi) + wrong frequencies. Newton steps, whose equations conjugate gradients solve; the curvature is that of the
/// samples that are thought to be labelled right. The first feature is the constant, which the ridge leaves alone.
/// </summary>
/// <param name="features">phi of every sample. Shape [N, q].</param>
/// <param name="width">q.</param>
/// <param name="classes">The class of every sample. Shape [N].</param>
/// <param name="labels">Labels that say nothing.</param>
internal sealed class LogisticRegression(double[] features, int width, int[] classes, WrongLabels labels)
{
    private readonly int count = labels.Frequencies.Length;

    private const int MostSteps = 30;
    private const int MostIterations = 60;
    private const int MostHalvings = 20;
    private const double SmallestGradient = 1e-6;
    private const double SmallestGain = 1e-5; // of the loss, by a step
    private const double LargestResidual = 0.1; // of the equations of a step, relative to the gradient

    /// <summary>Finds W. Shape [K, q]. Cost: some hundred passes over the features.</summary>
    /// <param name="ridge">Above 0.</param>
    /// <param name="start">Where to start, such as the answer for a larger ridge; null for 0.</param>
    /// <param name="cancellation">Ends it.</param>
    public double[] Fit(double ridge, double[]? start, CancellationToken cancellation)
    {
        var weights = start?.ToArray() ?? new double[count * width];
        var now = At(weights, ridge);
        for (var step = 0; step < MostSteps && TensorPrimitives.Norm<double>(now.Gradient) > SmallestGradient; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = Direction(now, ridge);
            var slope = TensorPrimitives.Dot<double>(now.Gradient, direction);
            var length = 1.0;
            var next = At(Moved(length), ridge);
            for (var halving = 0; halving < MostHalvings && !(next.Loss <= now.Loss + (1e-4 * length * slope)); halving++)
            {
                next = At(Moved(length /= 2), ridge);
            }

            if (!(next.Loss < now.Loss))
            {
                break;
            }

            var gain = now.Loss - next.Loss;
            weights = Moved(length);
            now = next;
            if (gain < SmallestGain * now.Loss)
            {
                break;
            }

            double[] Moved(double by)
            {
                var moved = weights.ToArray();
                TensorPrimitives.MultiplyAdd(direction, by, moved, moved);
                return moved;
            }
        }

        return weights;
    }

    private static void SoftMaxOf(ReadOnlySpan<double> weights, ReadOnlySpan<double> feature, Span<double> into)
    {
        for (var k = 0; k < into.Length; k++)
        {
            into[k] = TensorPrimitives.Dot(weights.Slice(k * feature.Length, feature.Length), feature);
        }

        SoftMax(into);
    }

    /// <summary>The softmax of logits, in their place, however large they are.</summary>
    public static void SoftMax(Span<double> logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<double>(logits), logits);
        TensorPrimitives.Exp(logits, logits);
        TensorPrimitives.Divide(logits, TensorPrimitives.Sum<double>(logits), logits);
    }

    private ReadOnlySpan<double> Feature(int sample) => features.AsSpan(sample * width, width);

    // The loss, its gradient [K, q], the softmax [N, K], and how probably each label is right [N].
    private State At(double[] weights, double ridge)
    {
        var (gradient, p, right, loss) = (new double[weights.Length], new double[classes.Length * count], new double[classes.Length], 0.0);
        for (var i = 0; i < classes.Length; i++)
        {
            var own = p.AsSpan(i * count, count);
            SoftMaxOf(weights, Feature(i), own);
            var mixed = Math.Max(labels.Mixed(own[classes[i]], classes[i]), double.Epsilon);
            right[i] = labels.Wrong == 0 ? 1 : (1 - labels.Wrong) * own[classes[i]] / mixed;
            loss -= Math.Log(mixed) / classes.Length;
            for (var k = 0; k < count; k++)
            {
                var line = gradient.AsSpan(k * width, width);
                TensorPrimitives.MultiplyAdd(Feature(i), right[i] * (own[k] - (k == classes[i] ? 1 : 0)) / classes.Length, line, line);
            }
        }

        AddRidge(weights, ridge, gradient);
        var square = Enumerable.Range(0, count).Sum(k => TensorPrimitives.SumOfSquares<double>(weights.AsSpan((k * width) + 1, width - 1)));
        return new(loss + (ridge / 2 * square), gradient, p, right);
    }

    // -H^-1 gradient, as well as conjugate gradients have it once the residual is small enough for a step.
    private double[] Direction(State now, double ridge)
    {
        var (answer, residual) = (new double[now.Gradient.Length], now.Gradient.Select(value => -value).ToArray());
        var (along, square) = (residual.ToArray(), TensorPrimitives.SumOfSquares<double>(residual));
        var enough = square * Math.Min(LargestResidual * LargestResidual, Math.Sqrt(square));
        for (var iteration = 0; iteration < MostIterations && square > enough; iteration++)
        {
            var curved = Curvature(along, now, ridge);
            var length = square / TensorPrimitives.Dot<double>(along, curved);
            TensorPrimitives.MultiplyAdd(along, length, answer, answer);
            TensorPrimitives.MultiplyAdd(curved, -length, residual, residual);
            var next = TensorPrimitives.SumOfSquares<double>(residual);
            TensorPrimitives.MultiplyAdd(along, next / square, residual, along);
            square = next;
        }

        return answer;
    }

    // H v: per sample p (a - p.a) with a = v phi.
    private double[] Curvature(double[] v, State now, double ridge)
    {
        var (curved, a) = (new double[v.Length], new double[count]);
        for (var i = 0; i < classes.Length; i++)
        {
            var own = now.SoftMax.AsSpan(i * count, count);
            for (var k = 0; k < count; k++)
            {
                a[k] = TensorPrimitives.Dot(v.AsSpan(k * width, width), Feature(i));
            }

            var mean = TensorPrimitives.Dot<double>(a, own);
            for (var k = 0; k < count; k++)
            {
                var line = curved.AsSpan(k * width, width);
                TensorPrimitives.MultiplyAdd(Feature(i), now.Right[i] * own[k] * (a[k] - mean) / classes.Length, line, line);
            }
        }

        AddRidge(v, ridge, curved);
        return curved;
    }

    private void AddRidge(double[] of, double ridge, double[] to)
    {
        for (var k = 0; k < count; k++)
        {
            var line = to.AsSpan((k * width) + 1, width - 1);
            TensorPrimitives.MultiplyAdd(of.AsSpan((k * width) + 1, width - 1), ridge, line, line);
        }
    }

    private sealed record State(double Loss, double[] Gradient, double[] SoftMax, double[] Right);
}

/// <summary>Labels that say nothing: this share of the samples is labelled at random.</summary>
/// <param name="Wrong">The share, 0 or more and below 1.</param>
/// <param name="Frequencies">How often each class comes at random; they add to 1. Shape [K].</param>
internal sealed record WrongLabels(double Wrong, ImmutableArray<double> Frequencies)
{
    /// <summary>The probability of a label.</summary>
    /// <param name="right">The probability of its class.</param>
    /// <param name="label">The label.</param>
    public double Mixed(double right, int label) => ((1 - Wrong) * right) + (Wrong * Frequencies[label]);
}
