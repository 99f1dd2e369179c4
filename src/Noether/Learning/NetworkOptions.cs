namespace Noether.Learning;

/// <summary>The shape of a network between its inputs and its heads.</summary>
public sealed record NetworkOptions
{
    /// <summary>The hidden layers from the input on, at least one; the last is the embedding. Default: two rectified layers of 80, the paper's choice for its Figure 1.</summary>
    public ImmutableArray<LayerOptions> Hidden
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty)
            {
                throw new ArgumentException("A network needs at least one hidden layer: the last one is the embedding.", nameof(Hidden));
            }

            field = value;
        }
    } = [new(80), new(80)];

    /// <summary>How the kernels are drawn before training. Default: those of Glorot and Bengio.</summary>
    public InitialWeights InitialWeights { get; init; } = InitialWeights.GlorotUniform;

    /// <summary>Two networks of equal layers and initial weights are equal.</summary>
    public bool Equals(NetworkOptions? other) => other is not null && InitialWeights == other.InitialWeights && Hidden.SequenceEqual(other.Hidden);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(InitialWeights);
        foreach (var layer in Hidden)
        {
            hash.Add(layer);
        }

        return hash.ToHashCode();
    }
}
