using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>Gradient and moments of a layer's weights.</summary>
/// <param name="layer">The weights that it moves.</param>
/// <param name="depth">The layer's number, counted from 0 at the input.</param>
/// <param name="penalty">Weight of the squared kernel entries in the loss.</param>
internal sealed class LayerUpdate(LayerPanels layer, int depth, double penalty)
{
    private readonly PanelMatrix _gradient = new(layer.Inputs, layer.Outputs);
    private readonly PanelMatrix _first = new(layer.Inputs, layer.Outputs);
    private readonly PanelMatrix _second = new(layer.Inputs, layer.Outputs);
    private readonly float[] _biasGradient = new float[layer.Bias.Length];
    private readonly float[] _biasFirst = new float[layer.Bias.Length];
    private readonly float[] _biasSecond = new float[layer.Bias.Length];

    /// <summary>The number of independent parts of the update: 16 outputs each.</summary>
    public int Parts => layer.Kernel.Panels;

    /// <summary>The gradient of the last step without the penalty's share, shape [inputs, outputs].</summary>
    public PanelMatrix Gradient => _gradient;

    /// <summary>The gradient with respect to the bias, padded.</summary>
    public ReadOnlySpan<float> BiasGradient => _biasGradient;

    /// <summary>Weights and moments: what the next update depends on, besides its gradient.</summary>
    public IEnumerable<Memory<float>> State => [layer.Kernel.Memory, _first.Memory, _second.Memory, layer.Bias, _biasFirst, _biasSecond];

    /// <summary>Sums the gradient of 16 outputs over the blocks, in their order, Eq. (L7).</summary>
    public void Accumulate(VectorPath path, ReadOnlySpan<RowBlock> blocks, int part)
    {
        var bias = _biasGradient.AsSpan(part * PanelMatrix.Width, PanelMatrix.Width);
        _gradient.Panel(part).Clear();
        bias.Clear();
        foreach (var block in blocks)
        {
            var deltas = block.Deltas[depth + 1];
            PanelProduct.AddTransposed(path, block.Values[depth], deltas, _gradient, part);
            AddRows(deltas.Panel(part), bias);
        }
    }

    /// <summary>Moves the weights of 16 outputs.</summary>
    public void Move(VectorPath path, AdamKernel kernel, int part)
    {
        var used = layer.Inputs * PanelMatrix.Width;
        (kernel with { Decay = (float)(2 * penalty) })
            .Apply(layer.Kernel.Panel(part)[..used], _gradient.Panel(part)[..used], _first.Panel(part)[..used], _second.Panel(part)[..used]);

        var outputs = new Range(part * PanelMatrix.Width, (part + 1) * PanelMatrix.Width);
        kernel.Apply(layer.Bias.AsSpan(outputs), _biasGradient.AsSpan(outputs), _biasFirst.AsSpan(outputs), _biasSecond.AsSpan(outputs));

        if (depth > 0)
        {
            PanelTranspose.Panel(path, layer.Kernel, layer.Transposed, part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRows(ReadOnlySpan<float> panel, Span<float> sum)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var at = 0; at < panel.Length; at += PanelMatrix.Width)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(panel.Slice(at, PanelMatrix.Width));
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += row[i];
            }
        }
    }
}
