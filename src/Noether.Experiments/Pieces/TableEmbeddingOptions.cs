using Noether.Embeddings;
using Noether.Learning;

namespace Noether.Experiments.Pieces;

/// <summary>Which pieces of the method are run on a table by themselves.</summary>
internal sealed record TableEmbeddingOptions
{
    /// <summary>Whether a classifier is trained on the labels and its last hidden layer takes the place of the coordinates. Default: false.</summary>
    public bool Classifier { get; init; }

    /// <summary>The number of principal components to keep, at least 1; null for no projection. It comes after the classifier and before map and neighbours.</summary>
    public int? PrincipalComponents
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(PrincipalComponents));
            }

            field = value;
        }
    }

    /// <summary>Whether a t-SNE map is made. Default: false.</summary>
    public bool Map { get; init; }

    /// <summary>Neighbours to find for every point, at least 1; null for none.</summary>
    public int? Neighbours
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(Neighbours));
            }

            field = value;
        }
    }

    /// <summary>The map's options.</summary>
    public TSneOptions MapOptions { get; init; } = new();

    /// <summary>The classifier's layers.</summary>
    public NetworkOptions Network { get; init; } = new();

    /// <summary>How the classifier is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>Whether figures are drawn. Default: true.</summary>
    public bool Figures { get; init; } = true;
}
