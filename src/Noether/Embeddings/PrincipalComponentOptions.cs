namespace Noether.Embeddings;

/// <summary>How many principal components are looked for.</summary>
public sealed record PrincipalComponentOptions
{
    /// <summary>Directions kept, k, from 1 to the dimension of the points. Default 2: as many as a picture has.</summary>
    public int Count
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Count));
            field = value;
        }
    } = 2;
}
