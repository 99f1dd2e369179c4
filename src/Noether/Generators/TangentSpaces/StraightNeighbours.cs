using System.Numerics.Tensors;
using Noether.Generators.Flows;
using Noether.Generators.Neighbourhoods;

namespace Noether.Generators.TangentSpaces;

/// <summary>How many points a straightened neighbourhood should have.</summary>
internal static class StraightNeighbours
{
    private const int Probes = 60;

    /// <summary>The size at which the halves of straightened neighbourhoods agree best on the tangent space, Eq. (G13); null where too few flows reach their neighbours.</summary>
    public static int? Of(LiePcaOrbit orbit, Straightening straightening, LiePcaOptions options)
    {
        var points = orbit.Source.Points;
        var sizes = LocalDimension.SizesFor(points, options);
        var neighbours = LocalProbes.Of(points, orbit.Source.Tree, Probes, sizes[^1]);
        var neighbourhood = new Neighbourhood(sizes[^1], points.Dimension, straightening);
        var (first, second) = (new LocalFrame(points.Dimension), new LocalFrame(points.Dimension));
        var (sums, counts) = (new double[sizes.Length], new int[sizes.Length]);
        foreach (var list in neighbours)
        {
            neighbourhood.Take(points, list);
            for (var s = sizes.Length - 1; s >= 0; s--)
            {
                neighbourhood.Shrink(sizes[s]);
                if (neighbourhood.ShowsTangents(orbit.Local.Dimension))
                {
                    first.Fit(neighbourhood, 0, 2);
                    second.Fit(neighbourhood, 1, 2);
                    sums[s] += Disagreement(first, second, orbit.Local.Dimension);
                    counts[s]++;
                }
            }
        }

        var usable = Enumerable.Range(0, sizes.Length).Where(s => counts[s] * 2 > neighbours.Length).ToArray();
        return usable.Length == 0 ? null : sizes[usable.MinBy(s => sums[s] / counts[s])];
    }

    private static double Disagreement(LocalFrame first, LocalFrame second, int tangents)
    {
        var overlap = 0.0;
        for (var i = 0; i < tangents; i++)
        {
            for (var j = 0; j < tangents; j++)
            {
                var product = TensorPrimitives.Dot(first.Direction(i), second.Direction(j));
                overlap += product * product;
            }
        }

        return tangents - overlap;
    }
}
