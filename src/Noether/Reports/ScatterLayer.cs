namespace Noether.Reports;

/// <summary>Points, coloured by group.</summary>
/// <param name="X">Horizontal coordinates. Shape [n].</param>
/// <param name="Y">Vertical coordinates. Shape [n].</param>
/// <param name="Groups">The group of each point, 0 .. number of names - 1; equal groups have equal colours in all panels of a figure. Shape [n].</param>
/// <param name="GroupNames">The legend's entries.</param>
public sealed record ScatterLayer(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<int> Groups, ImmutableArray<string> GroupNames) : Layer
{
    /// <summary>Whether the points stand back, in grey, behind others that a figure is about. Default: false.</summary>
    public bool Muted { get; init; }
}
