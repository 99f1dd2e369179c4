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

    /// <summary>Two networks of equal layers are equal.</summary>
    public bool Equals(NetworkOptions? other) => other is not null && Hidden.SequenceEqual(other.Hidden);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var layer in Hidden)
        {
            hash.Add(layer);
        }

        return hash.ToHashCode();
    }
}
