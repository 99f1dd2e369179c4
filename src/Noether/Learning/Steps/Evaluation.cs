using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>Runs points through a network block by block.</summary>
internal static class Evaluation
{
    // One unit of work of a thread: enough blocks to make the workspace pay.
    private const int RowsPerTask = 8 * RowBlock.MaximumRows;

    /// <summary>The last hidden layer. Shape [n, width].</summary>
    public static SingleMatrix Embed(Network network, SingleMatrix points, Execution execution)
    {
        var (width, layers) = (network.EmbeddingDimension, LayerPanels.Of(network));
        var embedding = new float[checked(points.Rows * width)];
        ForEachBlock(network, layers, points, execution, (block, first) =>
        {
            Propagation.Forward(VectorPaths.Best, layers, block, layers.Length - 1);
            for (var i = 0; i < block.Count; i++)
            {
                block.Values[^2].CopyRow(i, 0, embedding.AsSpan((first + i) * width, width));
            }
        });
        return new(points.Rows, width, embedding);
    }

    /// <summary>The outputs of the heads. Shape [heads][n, classes].</summary>
    public static ImmutableArray<SingleMatrix> Logits(Network network, SingleMatrix points, Execution execution)
    {
        var layers = LayerPanels.Of(network);
        var logits = network.Heads.Select(head => new float[checked(points.Rows * head.Outputs)]).ToArray();
        ForEachBlock(network, layers, points, execution, (block, first) =>
        {
            Propagation.Forward(VectorPaths.Best, layers, block, layers.Length);
            var column = 0;
            for (var h = 0; h < logits.Length; column += network.Heads[h++].Outputs)
            {
                CopyColumns(block, column, network.Heads[h].Outputs, logits[h].AsSpan(first * network.Heads[h].Outputs));
            }
        });
        return [.. network.Heads.Select((head, h) => new SingleMatrix(points.Rows, head.Outputs, logits[h]))];
    }

    /// <summary>Calls <paramref name="body"/> for every block of rows with its standardised inputs and the number of its first point.</summary>
    /// <exception cref="ArgumentException">The points have another number of coordinates than the network has inputs.</exception>
    public static void ForEachBlock(Network network, LayerPanels[] layers, SingleMatrix points, Execution execution, Action<RowBlock, int> body)
    {
        if (points.Columns != network.InputDimension)
        {
            throw new ArgumentException($"The network has {network.InputDimension} inputs; the points have {points.Columns} coordinates.", nameof(points));
        }

        execution.ForEachBlock((points.Rows + RowsPerTask - 1) / RowsPerTask, task =>
        {
            var block = new RowBlock(RowBlock.MaximumRows, layers);
            var input = new float[points.Columns];
            var end = Math.Min(points.Rows, (task + 1) * RowsPerTask);
            for (var first = task * RowsPerTask; first < end; first += RowBlock.MaximumRows)
            {
                block.Count = Math.Min(RowBlock.MaximumRows, end - first);
                for (var i = 0; i < block.Count; i++)
                {
                    network.Standardisation.Apply(points.Row(first + i), input);
                    block.Values[0].SetRow(i, input);
                }

                body(block, first);
            }
        });
    }

    private static void CopyColumns(RowBlock block, int column, int count, Span<float> target)
    {
        for (var i = 0; i < block.Count; i++)
        {
            block.Logits.CopyRow(i, column, target.Slice(i * count, count));
        }
    }
}
