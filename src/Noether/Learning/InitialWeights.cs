namespace Noether.Learning;

/// <summary>How large the kernels of an untrained network are, Eq. (L4); biases are zero either way.</summary>
public enum InitialWeights
{
    /// <summary>Uniform in +-sqrt(6 / (inputs + outputs)): signals keep their size on the way forth and back.</summary>
    GlorotUniform,

    /// <summary>
    /// Uniform in +-1 / sqrt(inputs): a layer's sums have a third of its inputs' mean square. From smaller weights a network has to learn its features, where from larger
    /// ones it can do with combinations of those that chance gave it, which keep the geometry of the input.
    /// </summary>
    InverseRootOfInputs,
}
