namespace Noether.Experiments.CalabiYau;

/// <summary>For every point those that some rule takes for its orbit.</summary>
/// <param name="Samples">The sample that each point is. Shape [points].</param>
internal abstract record PointClusters(ImmutableArray<int> Samples)
{
    /// <summary>The other points of a point's cluster, as numbers of points.</summary>
    public abstract ReadOnlySpan<int> Of(int point);
}
