namespace Noether.CalabiYau.Graphs;

/// <summary>A node: a non-zero entry of the matrix.</summary>
/// <param name="Row">Its row, counted from 0.</param>
/// <param name="Column">Its column, counted from 0.</param>
/// <param name="Degree">The entry, at least 1.</param>
public readonly record struct GraphNode(int Row, int Column, int Degree);
