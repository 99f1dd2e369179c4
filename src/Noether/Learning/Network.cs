using Noether.Learning.Steps;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning;

/// <summary>A multilayer perceptron: standardised inputs, hidden layers, and one softmax head per set of labels on the last hidden layer. It never changes once built.</summary>
public sealed class Network
{
    /// <summary>Joins the parts.</summary>
    /// <param name="standardisation">What happens to the inputs first.</param>
    /// <param name="hidden">The hidden layers from the input on, at least one; the last is the embedding.</param>
    /// <param name="heads">The linear layers whose softmax are the class probabilities, at least one; all read the embedding.</param>
    /// <exception cref="ArgumentException">A layer has another number of inputs than what it reads has outputs.</exception>
    public Network(Standardisation standardisation, ImmutableArray<DenseLayer> hidden, ImmutableArray<DenseLayer> heads)
    {
        if (hidden.IsDefaultOrEmpty || heads.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A network has at least one hidden layer and one head.", nameof(hidden));
        }

        var width = standardisation.Dimension;
        foreach (var layer in hidden)
        {
            RequireInputs(layer, width, nameof(hidden));
            width = layer.Outputs;
        }

        foreach (var head in heads)
        {
            RequireInputs(head, width, nameof(heads));
        }

        Standardisation = standardisation;
        Hidden = hidden;
        Heads = heads;
    }

    /// <summary>What happens to the inputs first.</summary>
    public Standardisation Standardisation { get; }

    /// <summary>The hidden layers from the input on; the last is the embedding.</summary>
    public ImmutableArray<DenseLayer> Hidden { get; }

    /// <summary>The heads: their outputs are the logits, one per class.</summary>
    public ImmutableArray<DenseLayer> Heads { get; }

    /// <summary>The number of inputs d.</summary>
    public int InputDimension => Standardisation.Dimension;

    /// <summary>The number of coordinates of the embedding.</summary>
    public int EmbeddingDimension => Hidden[^1].Outputs;

    /// <summary>The widths from the input to the heads; the last entries are the numbers of classes, one per head.</summary>
    public ImmutableArray<int> Layers => [InputDimension, .. Hidden.Select(layer => layer.Outputs), .. Heads.Select(head => head.Outputs)];

    /// <summary>A network that has learned nothing: random kernels, Eq. (L4), and zero biases. The control of every trained one.</summary>
    /// <param name="inputDimension">The number of inputs d, at least 1; they are not standardised.</param>
    /// <param name="classCounts">The number of classes of each head, each at least 1.</param>
    /// <param name="options">The hidden layers.</param>
    /// <param name="seed">The kernels' source of chance.</param>
    public static Network Untrained(int inputDimension, ImmutableArray<int> classCounts, NetworkOptions options, Seed seed) =>
        Untrained(Standardisation.None(inputDimension), classCounts, options, seed);

    /// <inheritdoc cref="Untrained(int, ImmutableArray{int}, NetworkOptions, Seed)"/>
    /// <param name="standardisation">What happens to the inputs first.</param>
    /// <param name="classCounts">The number of classes of each head, each at least 1.</param>
    /// <param name="options">The hidden layers.</param>
    /// <param name="seed">The kernels' source of chance.</param>
    public static Network Untrained(Standardisation standardisation, ImmutableArray<int> classCounts, NetworkOptions options, Seed seed)
    {
        var hidden = ImmutableArray.CreateBuilder<DenseLayer>(options.Hidden.Length);
        var inputs = standardisation.Dimension;
        foreach (var layer in options.Hidden)
        {
            hidden.Add(Random(inputs, layer.Width, layer.Activation, options.InitialWeights, seed.For("hidden").For(hidden.Count)));
            inputs = layer.Width;
        }

        var heads = classCounts.Select((classes, h) => Random(inputs, classes, Activation.Linear, options.InitialWeights, seed.For("heads").For(h)));
        return new(standardisation, hidden.MoveToImmutable(), [.. heads]);
    }

    /// <summary>The last hidden layer's outputs for each point. Shape [n, width]. Cost O(n times the number of weights).</summary>
    /// <param name="points">The points, shape [n, d].</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    /// <exception cref="ArgumentException">The points have another number of coordinates than the network has inputs.</exception>
    public SingleMatrix Embed(SingleMatrix points, Execution execution) => Evaluation.Embed(this, points, execution);

    /// <summary>Each head's outputs before the softmax. Shape [heads][n, classes].</summary>
    /// <inheritdoc cref="Embed" path="/param|/exception"/>
    public ImmutableArray<SingleMatrix> Logits(SingleMatrix points, Execution execution) => Evaluation.Logits(this, points, execution);

    /// <summary>Each head's class probabilities, Eq. (L5); every row sums to 1. Shape [heads][n, classes].</summary>
    /// <inheritdoc cref="Embed" path="/param|/exception"/>
    public ImmutableArray<SingleMatrix> Probabilities(SingleMatrix points, Execution execution) =>
        [.. Logits(points, execution).Select(SoftmaxLoss.Probabilities)];

    /// <summary>The most probable class of each point; the first of several equal ones. Shape [heads][n].</summary>
    /// <inheritdoc cref="Embed" path="/param|/exception"/>
    public ImmutableArray<ImmutableArray<int>> Predict(SingleMatrix points, Execution execution) =>
        [.. Logits(points, execution).Select(SoftmaxLoss.MostProbable)];

    private static DenseLayer Random(int inputs, int outputs, Activation activation, InitialWeights weights, Seed seed)
    {
        var stream = seed.Stream();
        var bound = weights == InitialWeights.GlorotUniform ? Math.Sqrt(6.0 / (inputs + outputs)) : 1 / Math.Sqrt(inputs);
        var kernel = new float[inputs * outputs];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = (float)stream.NextUniform(-bound, bound);
        }

        return new(new(inputs, outputs, kernel), [.. new float[outputs]], activation);
    }

    private static void RequireInputs(DenseLayer layer, int width, string parameter)
    {
        if (layer.Inputs != width)
        {
            throw new ArgumentException($"A layer with {layer.Inputs} inputs cannot read {width} outputs.", parameter);
        }
    }
}
