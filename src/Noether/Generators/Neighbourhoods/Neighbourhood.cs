using Noether.Data;
using Noether.Generators.Flows;

namespace Noether.Generators.Neighbourhoods;

/// <summary>The points around one point, as they lie or straightened by flows; a workspace that is used again for every point.</summary>
/// <param name="size">The most points that it holds.</param>
/// <param name="dimension">The length D of a point.</param>
/// <param name="straightening">Flows along which points are straightened; null to take them as they lie.</param>
internal sealed class Neighbourhood(int size, int dimension, Straightening? straightening)
{
    private readonly double[] _points = new double[size * dimension];
    private readonly double[] _weights = new double[size];
    private readonly FlowPath? _path = straightening is { } flows ? new(flows.Field) : null;
    private readonly FlowNormals? _normals = straightening is null ? null : new(dimension);

    /// <summary>The number of points.</summary>
    public int Count { get; private set; }

    /// <summary>How much each point counts, 0 to 1. Shape [count].</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, Count);

    /// <summary>A point. Shape [D].</summary>
    public ReadOnlySpan<double> this[int number] => _points.AsSpan(number * dimension, dimension);

    /// <summary>Whether each half has more weight than there are tangent directions, so that it shows a tangent space.</summary>
    public bool ShowsTangents(int tangents)
    {
        var (even, odd) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            (even, odd) = i % 2 == 0 ? (even + _weights[i], odd) : (even, odd + _weights[i]);
        }

        return Math.Min(even, odd) > tangents;
    }

    /// <summary>Keeps the nearest ones only.</summary>
    public void Shrink(int count) => Count = Math.Min(count, Count);

    /// <summary>Takes up the neighbours of a point, itself the first.</summary>
    public void Take(PointCloud cloud, ReadOnlySpan<int> neighbours)
    {
        Count = neighbours.Length;
        for (var i = 0; i < Count; i++)
        {
            var into = _points.AsSpan(i * dimension, dimension);
            if (i == 0 || straightening is null)
            {
                cloud.Row(neighbours[i]).CopyTo(into);
                _weights[i] = 1;
                continue;
            }

            var from = cloud.Row(neighbours[0]);
            var to = cloud.Row(neighbours[i]);
            _path!.Fit(from, to);
            _normals!.Fit(_path, straightening.Field.Count, straightening.Swept);
            _weights[i] = straightening.Weight(_normals.SquareOf(_path.Gap), from, to);
            _path.Straighten(from, into);
        }
    }
}
