using Noether.Numerics;

namespace Noether.Learning.Steps;

/// <summary>What a network holds for some samples on their way forth and back: the unit of work of a thread.</summary>
internal sealed class RowBlock
{
    /// <summary>Most samples in a block: enough to pay for reading the weights once a block, few enough for a layer's values to stay in the second-level cache.</summary>
    public const int MaximumRows = 128;

    /// <summary>Room for some samples.</summary>
    /// <param name="rows">Number of samples, 1 to 128.</param>
    /// <param name="layers">The layers, the heads side by side as the last.</param>
    public RowBlock(int rows, LayerPanels[] layers)
    {
        Values = [new(rows, layers[0].Inputs), .. layers.Select(layer => new PanelMatrix(rows, layer.Outputs))];
        Deltas = [new(rows, layers[0].Inputs), .. layers.Select(layer => new PanelMatrix(rows, layer.Outputs))];
    }

    /// <summary>The standardised inputs, and each layer's outputs. Shape [layers + 1][rows, width].</summary>
    public PanelMatrix[] Values { get; }

    /// <summary>The gradient of the loss with respect to the inputs, and to each layer's sums before the activation. Shapes as <see cref="Values"/>.</summary>
    public PanelMatrix[] Deltas { get; }

    /// <summary>The outputs of the last layer.</summary>
    public PanelMatrix Logits => Values[^1];

    /// <summary>The gradient with respect to <see cref="Logits"/>.</summary>
    public PanelMatrix LogitDeltas => Deltas[^1];

    /// <summary>The number of rows in use; the others hold finite numbers that count for nothing.</summary>
    public int Count { get; set; }
}
