namespace Noether.Reports;

/// <summary>Points, coloured by group.</summary>
/// <param name="X">Horizontal coordinates. Shape [n].</param>
/// <param name="Y">Vertical coordinates. Shape [n].</param>
/// <param name="Groups">The group of each point, 0 .. number of names - 1; equal groups have equal colours in all panels of a figure. Shape [n].</param>
/// <param name="GroupNames">The legend's entries.</param>
public sealed record ScatterLayer(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<int> Groups, ImmutableArray<string> GroupNames) : Layer
{
    /// <summary>Third coordinates: a reader who can turn the cloud sees them, a picture shows the other two. Default: empty, for points of a plane. Shape [n] or [0].</summary>
    public ImmutableArray<double> Z { get; init; } = [];

    /// <summary>The number of each point's sample, by which it is recognised in other panels. Default: empty, for 0, 1, 2 ... Shape [n] or [0].</summary>
    public ImmutableArray<int> Samples { get; init; } = [];

    /// <summary>What the groups are, such as "class". Default: empty.</summary>
    public string GroupTitle { get; init; } = "";

    /// <summary>Further groupings of the same points, to be told and chosen by, such as the orbit where colours are classes.</summary>
    public ImmutableArray<PointGrouping> Groupings { get; init; } = [];

    /// <summary>Whether the points stand back, in grey, behind others that a figure is about. Default: false.</summary>
    public bool Muted { get; init; }
}
