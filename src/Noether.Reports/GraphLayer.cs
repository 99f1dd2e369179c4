namespace Noether.Reports;

/// <summary>Nodes with a text in each, and the edges between them. A panel with such a layer has no axes: places mean nothing by themselves.</summary>
/// <param name="X">Horizontal coordinates, in lengths of an edge. Shape [n].</param>
/// <param name="Y">Vertical coordinates, upwards. Shape [n].</param>
/// <param name="Texts">What stands at each node, a few letters; empty for a bare end of a line. Shape [n].</param>
/// <param name="Edges">The edges, one entry a kind.</param>
public sealed record GraphLayer(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<string> Texts, ImmutableArray<GraphEdges> Edges) : Layer
{
    /// <summary>Whether nodes are drawn as circles. Default: true; otherwise their texts stand alone.</summary>
    public bool Circled { get; init; } = true;
}
