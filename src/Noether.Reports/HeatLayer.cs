using Noether.Numerics;

namespace Noether.Reports;

/// <summary>A matrix of values as colours: a function on a grid, or a generator.</summary>
/// <param name="Values">Row 0 is drawn at the top. Shape [rows, columns].</param>
/// <param name="Left">Left edge on the horizontal axis.</param>
/// <param name="Right">Right edge on the horizontal axis.</param>
/// <param name="Bottom">Bottom edge on the vertical axis.</param>
/// <param name="Top">Top edge on the vertical axis.</param>
/// <param name="Label">What the colours mean; stands beside the colour scale.</param>
public sealed record HeatLayer(Matrix Values, double Left, double Right, double Bottom, double Top, string Label) : Layer
{
    /// <summary>Whether colours diverge from zero, as for a generator's signed entries. Default: false.</summary>
    public bool Diverging { get; init; }
}
