using Noether.Data;
using Noether.Embeddings;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Discovery;

/// <summary>
/// The plane in which samples are drawn, and the depth behind it where there is one: up to three coordinates, or the first three
/// principal components of more.
/// </summary>
internal sealed class InputPlane
{
    private const int Most = 3; // coordinates that can be looked at

    private readonly PointCloud _projected;

    private readonly ImmutableArray<string> _axes;

    private InputPlane(PointCloud projected, ImmutableArray<string> axes)
    {
        _projected = projected;
        _axes = axes;
    }

    /// <summary>The plane for some samples.</summary>
    public static InputPlane Of(PointCloud points, ImmutableArray<string> names, Execution execution)
    {
        if (points.Dimension <= Most)
        {
            return new(points, [.. names, .. Enumerable.Repeat("", Most - points.Dimension)]);
        }

        var components = PrincipalComponents.Find(points, new() { Count = Most }, execution);
        return new(components.Transform(points, execution), [.. Enumerable.Range(1, Most).Select(component => $"principal component {component}")]);
    }

    /// <summary>A panel with samples coloured by one grouping and named by all, drawn over a background.</summary>
    public Panel Panel(string title, ImmutableArray<int> samples, ImmutableArray<PointGrouping> groupings, ImmutableArray<Layer> background)
    {
        var cloud = new ScatterLayer(Coordinate(samples, 0), Coordinate(samples, 1), groupings[0].Groups, groupings[0].Names)
        {
            Z = _projected.Dimension < Most ? [] : Coordinate(samples, 2),
            Samples = samples,
            GroupTitle = groupings[0].Title,
            Groupings = groupings[1..],
        };
        return new(title, _axes[0], _axes[1], [.. background, cloud]) { Depth = _axes[2], EqualUnits = true };
    }

    private ImmutableArray<double> Coordinate(ImmutableArray<int> samples, int coordinate) =>
        [.. samples.Select(sample => coordinate < _projected.Dimension ? _projected[sample, coordinate] : 0)];
}
