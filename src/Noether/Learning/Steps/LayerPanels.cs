using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>The weights of a layer in the form that the kernels read; training changes them in place.</summary>
internal sealed class LayerPanels
{
    private LayerPanels(int inputs, int outputs, Activation activation)
    {
        Kernel = new(inputs, outputs);
        Transposed = new(outputs, inputs);
        Bias = new float[PanelMatrix.Padded(outputs)];
        Inputs = inputs;
        Activation = activation;
    }

    /// <summary>The weights K, shape [inputs, outputs].</summary>
    public PanelMatrix Kernel { get; }

    /// <summary>K^T, shape [outputs, inputs], for the way back.</summary>
    public PanelMatrix Transposed { get; }

    /// <summary>The bias, padded with zeros.</summary>
    public float[] Bias { get; }

    /// <summary>What the layer does to its sums.</summary>
    public Activation Activation { get; }

    /// <summary>The number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs => Kernel.Columns;

    /// <summary>Whether all weights are finite.</summary>
    public bool IsFinite =>
        !Kernel.Entries.ContainsAnyExceptInRange(float.MinValue, float.MaxValue) && !Bias.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue);

    /// <summary>The hidden layers of a network and then all its heads side by side as one linear layer.</summary>
    public static LayerPanels[] Of(Network network) => [.. network.Hidden.Select(layer => Of([layer])), Of(network.Heads)];

    /// <summary>Brings <see cref="Transposed"/> in line with <see cref="Kernel"/>.</summary>
    public void RefreshTransposed()
    {
        for (var panel = 0; panel < Kernel.Panels; panel++)
        {
            PanelTranspose.Panel(VectorPaths.Best, Kernel, Transposed, panel);
        }
    }

    /// <summary>The weights as layers again, with some numbers of outputs that sum to this layer's.</summary>
    public ImmutableArray<DenseLayer> ToLayers(params ReadOnlySpan<int> outputs)
    {
        var layers = ImmutableArray.CreateBuilder<DenseLayer>(outputs.Length);
        var first = 0;
        foreach (var count in outputs)
        {
            var kernel = new float[Inputs * count];
            for (var i = 0; i < Inputs; i++)
            {
                Kernel.CopyRow(i, first, kernel.AsSpan(i * count, count));
            }

            layers.Add(new(new(Inputs, count, kernel), [.. Bias.AsSpan(first, count)], Activation));
            first += count;
        }

        return layers.MoveToImmutable();
    }

    private static LayerPanels Of(ImmutableArray<DenseLayer> sideBySide)
    {
        var panels = new LayerPanels(sideBySide[0].Inputs, sideBySide.Sum(layer => layer.Outputs), sideBySide[0].Activation);
        var first = 0;
        foreach (var layer in sideBySide)
        {
            for (var i = 0; i < layer.Inputs; i++)
            {
                panels.Kernel.SetRow(i, first, layer.Kernel.Row(i));
            }

            layer.Bias.CopyTo(panels.Bias, first);
            first += layer.Outputs;
        }

        panels.RefreshTransposed();
        return panels;
    }
}
