using Noether.Data;
using Noether.Embeddings;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Discovery;

/// <summary>The plane in which samples are drawn: the two coordinates, or the first two principal components of more.</summary>
internal sealed class InputPlane
{
    private readonly PointCloud _projected;

    private InputPlane(PointCloud projected, string horizontal, string vertical)
    {
        _projected = projected;
        Horizontal = horizontal;
        Vertical = vertical;
    }

    /// <summary>Label of the horizontal axis.</summary>
    public string Horizontal { get; }

    /// <summary>Label of the vertical axis.</summary>
    public string Vertical { get; }

    /// <summary>The plane for some samples.</summary>
    public static InputPlane Of(PointCloud points, ImmutableArray<string> names, Execution execution)
    {
        switch (points.Dimension)
        {
            case 1:
                return new(points, names[0], "");
            case 2:
                return new(points, names[0], names[1]);
            default:
                var components = PrincipalComponents.Find(points, new() { Count = 2 }, execution);
                return new(components.Transform(points, execution), "principal component 1", "principal component 2");
        }
    }

    /// <summary>A panel with samples coloured by group, drawn over a background.</summary>
    public Panel Panel(string title, ImmutableArray<int> samples, ImmutableArray<int> groups, ImmutableArray<string> names, ImmutableArray<Layer> background) =>
        new(title, Horizontal, Vertical, [.. background, new ScatterLayer(Coordinate(samples, 0), Coordinate(samples, 1), groups, names)]) { EqualUnits = true };

    private ImmutableArray<double> Coordinate(ImmutableArray<int> samples, int coordinate) =>
        [.. samples.Select(sample => coordinate < _projected.Dimension ? _projected[sample, coordinate] : 0)];
}
