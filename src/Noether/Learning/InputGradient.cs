using Noether.Learning.Steps;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning;

/// <summary>How a network's outputs change with its inputs, Eq. (L7) carried back to the input and divided by its scale.</summary>
/// <remarks>The gradients are exact up to rounding; at the kinks of rectified layers they are those of the side where the unit is off.</remarks>
internal static class InputGradient
{
    /// <summary>The gradient of a class's logit with respect to the inputs, point by point. Shape [n, d], in 1 / units of the input.</summary>
    /// <param name="network">The network.</param>
    /// <param name="points">The points, shape [n, d].</param>
    /// <param name="head">The head, counted from 0.</param>
    /// <param name="classes">For each point the class whose logit is meant. Shape [n].</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="ArgumentException">A shape, the head or a class does not fit the network.</exception>
    public static SingleMatrix OfLogit(Network network, SingleMatrix points, int head, ImmutableArray<int> classes, Execution execution) =>
        Of(network, points, new(head, classes, SubtractsProbabilities: false), execution);

    /// <summary>The gradient of the logarithm of a class's probability with respect to the inputs, point by point. Shape [n, d], in 1 / units of the input.</summary>
    /// <inheritdoc cref="OfLogit" path="/param|/exception"/>
    public static SingleMatrix OfLogProbability(Network network, SingleMatrix points, int head, ImmutableArray<int> classes, Execution execution) =>
        Of(network, points, new(head, classes, SubtractsProbabilities: true), execution);

    /// <summary>
    /// The Jacobian of all logits of a head with respect to the inputs. Shape [n * classes, d], in 1 / units of the input:
    /// row i * classes + c is the gradient of logit c at point i. Costs one way forth and one way back per class.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="points">The points, shape [n, d].</param>
    /// <param name="head">The head, counted from 0.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="ArgumentException">The points do not fit the network, or there is no such head.</exception>
    public static SingleMatrix OfLogits(Network network, SingleMatrix points, int head, Execution execution)
    {
        RequireHead(network, head);
        var (layers, dimension) = (LayerPanels.Of(network), network.InputDimension);
        var (classes, column) = (network.Heads[head].Outputs, FirstColumn(network, head));
        var gradient = new float[checked(points.Rows * classes * dimension)];
        Evaluation.ForEachBlock(network, layers, points, execution, (block, first) =>
        {
            Propagation.Forward(VectorPaths.Best, layers, block, layers.Length - 1); // what the logits themselves are does not matter
            for (var c = 0; c < classes; c++)
            {
                block.LogitDeltas.Entries.Clear();
                for (var i = 0; i < block.Count; i++)
                {
                    block.LogitDeltas.SetRow(i, column + c, [1f]);
                }

                Propagation.Backward(VectorPaths.Best, layers, block, last: 0);
                for (var i = 0; i < block.Count; i++)
                {
                    CopyGradient(network, block, i, gradient.AsSpan((((first + i) * classes) + c) * dimension, dimension));
                }
            }
        });
        return new(points.Rows * classes, dimension, gradient);
    }

    private static SingleMatrix Of(Network network, SingleMatrix points, Target target, Execution execution)
    {
        target.Require(network, points.Rows);
        var layers = LayerPanels.Of(network);
        var column = FirstColumn(network, target.Head);
        var gradient = new float[checked(points.Rows * network.InputDimension)];
        Evaluation.ForEachBlock(network, layers, points, execution, (block, first) =>
        {
            Propagation.Forward(VectorPaths.Best, layers, block, layers.Length);
            target.SetDeltas(block, first, column, network.Heads[target.Head].Outputs);
            Propagation.Backward(VectorPaths.Best, layers, block, last: 0);
            for (var i = 0; i < block.Count; i++)
            {
                CopyGradient(network, block, i, gradient.AsSpan((first + i) * network.InputDimension, network.InputDimension));
            }
        });
        return new(points.Rows, network.InputDimension, gradient);
    }

    // The heads are side by side in the layers.
    private static int FirstColumn(Network network, int head) => network.Heads.Take(head).Sum(other => other.Outputs);

    private static void CopyGradient(Network network, RowBlock block, int row, Span<float> target)
    {
        block.Deltas[0].CopyRow(row, 0, target);
        System.Numerics.Tensors.TensorPrimitives.Divide(target, network.Standardisation.Scale.AsSpan(), target);
    }

    private static void RequireHead(Network network, int head)
    {
        if (head < 0 || head >= network.Heads.Length)
        {
            throw new ArgumentException($"The network has heads 0 .. {network.Heads.Length - 1}; got {head}.", nameof(network));
        }
    }

    /// <summary>Which output is differentiated.</summary>
    private readonly record struct Target(int Head, ImmutableArray<int> Classes, bool SubtractsProbabilities)
    {
        public void Require(Network network, int points)
        {
            RequireHead(network, Head);
            if (Classes.IsDefault || Classes.Length != points)
            {
                throw new ArgumentException($"There is one class per point: {points} are needed; got {(Classes.IsDefault ? 0 : Classes.Length)}.", nameof(points));
            }

            var count = network.Heads[Head].Outputs;
            if (Classes.Any(number => number < 0 || number >= count))
            {
                throw new ArgumentException($"Head {Head} has classes 0 .. {count - 1}; got {Classes.First(number => number < 0 || number >= count)}.", nameof(network));
            }
        }

        public void SetDeltas(RowBlock block, int first, int column, int count)
        {
            Span<float> deltas = new float[count];
            block.LogitDeltas.Entries.Clear();
            for (var i = 0; i < block.Count; i++)
            {
                deltas.Clear();
                if (SubtractsProbabilities)
                {
                    block.Logits.CopyRow(i, column, deltas);
                    SoftmaxLoss.Softmax(deltas);
                    System.Numerics.Tensors.TensorPrimitives.Negate(deltas, deltas);
                }

                deltas[Classes[first + i]] += 1;
                block.LogitDeltas.SetRow(i, column, deltas);
            }
        }
    }
}
