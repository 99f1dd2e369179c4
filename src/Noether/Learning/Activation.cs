namespace Noether.Learning;

/// <summary>What a layer does to the sums of its inputs.</summary>
public enum Activation
{
    /// <summary>max(0, x).</summary>
    Rectified,

    /// <summary>x itself: the layer stays an affine map.</summary>
    Linear,

    /// <summary>log(1 + exp x): smooth, so that gradients of the network are continuous, and near max(0, x) away from 0.</summary>
    Softplus,
}
