using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>The way of a block of samples through the layers, forth and back.</summary>
internal static class Propagation
{
    /// <summary>Fills the values of the first <paramref name="count"/> layers from the inputs, Eq. (L2).</summary>
    public static void Forward(VectorPath path, LayerPanels[] layers, RowBlock block, int count)
    {
        for (var l = 0; l < count; l++)
        {
            var (layer, sums) = (layers[l], block.Values[l + 1]);
            FillWithBias(layer.Bias, sums);
            PanelProduct.Add(path, block.Values[l], layer.Kernel, sums);
            Activate(layer.Activation, sums);
        }
    }

    /// <summary>Fills the deltas of the layers above <paramref name="last"/> from those of the logits, Eq. (L7); 0 goes back to the inputs.</summary>
    public static void Backward(VectorPath path, LayerPanels[] layers, RowBlock block, int last)
    {
        for (var l = layers.Length - 1; l >= last; l--)
        {
            var deltas = block.Deltas[l];
            deltas.Entries.Clear();
            PanelProduct.Add(path, block.Deltas[l + 1], layers[l].Transposed, deltas);
            if (l > 0)
            {
                MultiplyBySlope(layers[l - 1].Activation, block.Values[l].Entries, deltas.Entries);
            }
        }
    }

    private static void Activate(Activation activation, PanelMatrix sums)
    {
        switch (activation)
        {
            case Activation.Rectified:
                Rectify(sums.Entries);
                break;
            case Activation.Softplus:
                SoftplusKernel.Apply(sums.Entries);
                ClearPadding(sums); // where it made log 2 of the zeros
                break;
        }
    }

    private static void MultiplyBySlope(Activation activation, ReadOnlySpan<float> values, Span<float> deltas)
    {
        switch (activation)
        {
            case Activation.Rectified:
                ClearWhereZero(values, deltas);
                break;
            case Activation.Softplus:
                SoftplusKernel.MultiplyBySlope(values, deltas);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ClearPadding(PanelMatrix sums)
    {
        var padding = (sums.Panels * PanelMatrix.Width) - sums.Columns;
        var last = sums.Panel(sums.Panels - 1);
        for (var end = PanelMatrix.Width; padding > 0 && end <= last.Length; end += PanelMatrix.Width)
        {
            last[(end - padding)..end].Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillWithBias(ReadOnlySpan<float> bias, PanelMatrix sums)
    {
        for (var panel = 0; panel < sums.Panels; panel++)
        {
            var entries = sums.Panel(panel);
            var part = bias.Slice(panel * PanelMatrix.Width, PanelMatrix.Width);
            for (var at = 0; at < entries.Length; at += PanelMatrix.Width)
            {
                part.CopyTo(entries[at..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rectify(Span<float> sums)
    {
        foreach (ref var vector in MemoryMarshal.Cast<float, Vector<float>>(sums))
        {
            vector = Vector.Max(vector, Vector<float>.Zero);
        }
    }

    // The derivative of max(0, x), taken as 0 at 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ClearWhereZero(ReadOnlySpan<float> values, Span<float> deltas)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var targets = MemoryMarshal.Cast<float, Vector<float>>(deltas);
        for (var i = 0; i < vectors.Length; i++)
        {
            targets[i] = Vector.ConditionalSelect(Vector.GreaterThan(vectors[i], Vector<float>.Zero), targets[i], Vector<float>.Zero);
        }
    }
}
