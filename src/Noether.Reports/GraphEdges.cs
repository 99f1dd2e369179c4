namespace Noether.Reports;

/// <summary>Edges of one kind.</summary>
/// <param name="Name">The legend's entry; empty for none.</param>
/// <param name="Dashed">Whether they are drawn dashed, so that two kinds can be told apart without colours.</param>
/// <param name="Pairs">The nodes that they join, by number.</param>
public sealed record GraphEdges(string Name, bool Dashed, ImmutableArray<(int First, int Second)> Pairs);
