using Noether.Data;
using Noether.Neighbours;

namespace Noether.Verification;

/// <summary>Distances to one orbit in units of the mean distance between neighbours on it.</summary>
internal sealed class OrbitDistance
{
    private readonly PointCloud _orbit;
    private readonly PointTree _tree;
    private readonly int[] _probes;

    /// <summary>Sorts the points and measures the mean neighbour distance.</summary>
    /// <param name="orbit">The points, two or more, not all at one place.</param>
    /// <param name="probes">How many of them are moved, at most.</param>
    public OrbitDistance(PointCloud orbit, int probes)
    {
        _orbit = orbit;
        _tree = PointTree.Build(orbit);
        var count = Math.Min(probes, orbit.Count);
        _probes = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * orbit.Count / count))];
        Own = [.. _probes.Select(DistanceToNextPoint)];
        NeighbourDistance = Own.Average();
        Own = [.. Own.Select(distance => distance / NeighbourDistance)];
    }

    /// <summary>The unit: mean distance of a point to the nearest one at another place, in the units of the points.</summary>
    public double NeighbourDistance { get; }

    /// <summary>The distance of each probe to its own nearest neighbour, in this unit.</summary>
    public double[] Own { get; }

    /// <summary>Moves the probes and measures how far from the orbit they land, in this unit.</summary>
    /// <param name="flow">The transformations.</param>
    /// <param name="region">Points that land outside are left out.</param>
    /// <param name="compared">How many moved points entered.</param>
    /// <returns>The mean over the transformations, per probe; NaN where none landed in the region.</returns>
    public double[] Of(Flow flow, SampledRegion region, out int compared)
    {
        var image = new double[_orbit.Dimension];
        var distances = new double[_probes.Length];
        compared = 0;
        for (var i = 0; i < distances.Length; i++)
        {
            var (sum, count) = (0.0, 0);
            for (var map = 0; map < flow.Count; map++)
            {
                flow.Move(_orbit.Row(_probes[i]), map, image);
                if (region.Contains(image))
                {
                    sum += _tree.Nearest(image).Distance;
                    count++;
                }
            }

            distances[i] = count > 0 ? sum / count / NeighbourDistance : double.NaN;
            compared += count;
        }

        return distances;
    }

    // Distinct points: where coordinates are rounded, several samples stand at one place, and the grid's step is the finest distance
    // that means anything.
    private double DistanceToNextPoint(int point)
    {
        for (var wanted = 2; wanted <= _orbit.Count; wanted = Math.Min(2 * wanted, Math.Max(_orbit.Count, wanted + 1)))
        {
            var (indices, distances) = (new int[wanted], new double[wanted]);
            _tree.Nearest(_orbit.Row(point), indices, distances);
            if (distances[^1] > 0)
            {
                return Array.Find(distances, distance => distance > 0);
            }
        }

        return 0;
    }
}
