using Noether.Numerics;

namespace Noether.Learning;

/// <summary>One layer of a network: y = activation(x K + b), Eq. (L2). It never changes once built.</summary>
public sealed class DenseLayer
{
    /// <summary>Joins kernel, bias and activation.</summary>
    /// <param name="kernel">The weights K, shape [inputs, outputs].</param>
    /// <param name="bias">The bias b, shape [outputs].</param>
    /// <param name="activation">What the layer does to its sums.</param>
    /// <exception cref="ArgumentException">The bias has another length than the kernel has columns, or a number is not finite.</exception>
    public DenseLayer(SingleMatrix kernel, ImmutableArray<float> bias, Activation activation)
    {
        if (bias.IsDefault || bias.Length != kernel.Columns)
        {
            throw new ArgumentException($"A layer of {kernel.Columns} outputs has as many biases; got {(bias.IsDefault ? 0 : bias.Length)}.", nameof(bias));
        }

        if (kernel.Entries.ContainsAnyExceptInRange(float.MinValue, float.MaxValue) || bias.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw new ArgumentException($"The weights of a layer are finite; those of this {kernel.Rows} x {kernel.Columns} layer are not.", nameof(kernel));
        }

        Kernel = kernel;
        Bias = bias;
        Activation = activation;
    }

    /// <summary>The weights K, shape [inputs, outputs].</summary>
    public SingleMatrix Kernel { get; }

    /// <summary>The bias b, shape [outputs].</summary>
    public ImmutableArray<float> Bias { get; }

    /// <summary>What the layer does to its sums.</summary>
    public Activation Activation { get; }

    /// <summary>The number of inputs.</summary>
    public int Inputs => Kernel.Rows;

    /// <summary>The number of outputs.</summary>
    public int Outputs => Kernel.Columns;
}
