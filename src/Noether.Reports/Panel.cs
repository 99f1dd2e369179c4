namespace Noether.Reports;

/// <summary>One set of axes with what is drawn on them.</summary>
/// <param name="Title">Shown above the axes.</param>
/// <param name="Horizontal">Label of the horizontal axis, with its unit where there is one.</param>
/// <param name="Vertical">Label of the vertical axis.</param>
/// <param name="Layers">Drawn in this order.</param>
public sealed record Panel(string Title, string Horizontal, string Vertical, ImmutableArray<Layer> Layers)
{
    /// <summary>Label of the third axis of points that have a third coordinate. Default: empty.</summary>
    public string Depth { get; init; } = "";

    /// <summary>Whether a unit has the same length on both axes. Default: false.</summary>
    public bool EqualUnits { get; init; }

    /// <summary>Whether the vertical axis is logarithmic. Default: false; values must be positive otherwise.</summary>
    public bool LogarithmicVertical { get; init; }
}
