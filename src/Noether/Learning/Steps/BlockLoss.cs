using System.Runtime.CompilerServices;

namespace Noether.Learning.Steps;

/// <summary>Loss and right answers of a block's samples; it fills the block's logit deltas.</summary>
/// <param name="widths">The number of outputs of every head.</param>
internal sealed class BlockLoss(int[] widths)
{
    private readonly float[] _logits = new float[widths.Max()];

    /// <summary>The sum of the samples' losses over all heads: in nats where they are of classes.</summary>
    public double Sum { get; private set; }

    /// <summary>Samples classified right, per head; none where there are no classes.</summary>
    public int[] Right { get; } = new int[widths.Length];

    /// <summary>Sets the logit deltas to the gradient of (summed losses) * <paramref name="weight"/>, rows not in use to zero.</summary>
    /// <param name="data">What the outputs are compared with.</param>
    /// <param name="samples">The samples of the block.</param>
    /// <param name="block">Their logits.</param>
    /// <param name="weight">What a sample's loss counts.</param>
    /// <param name="losses">Takes each sample's loss over all heads. Shape [samples].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Measure(TrainingSet data, ReadOnlySpan<int> samples, RowBlock block, float weight, Span<double> losses)
    {
        Sum = 0;
        Right.AsSpan().Clear();
        block.LogitDeltas.Entries.Clear();
        for (var i = 0; i < samples.Length; i++)
        {
            var (column, loss) = (0, 0.0);
            for (var h = 0; h < widths.Length; column += widths[h++])
            {
                var logits = _logits.AsSpan(0, widths[h]);
                block.Logits.CopyRow(i, column, logits);
                loss += data.Targets.ToGradient(logits, h, samples[i], out var right);
                Right[h] += right ? 1 : 0;
                Scale(logits, weight);
                block.LogitDeltas.SetRow(i, column, logits);
            }

            losses[i] = loss;
            Sum += loss;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<float> values, float weight)
    {
        foreach (ref var value in values)
        {
            value *= weight;
        }
    }
}
