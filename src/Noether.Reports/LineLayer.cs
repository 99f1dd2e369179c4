namespace Noether.Reports;

/// <summary>A line through points.</summary>
/// <param name="Name">The legend's entry; empty for none.</param>
/// <param name="X">Horizontal coordinates. Shape [n].</param>
/// <param name="Y">Vertical coordinates. Shape [n].</param>
/// <param name="Marked">Whether each point carries a mark.</param>
public sealed record LineLayer(string Name, ImmutableArray<double> X, ImmutableArray<double> Y, bool Marked) : Layer;
