using Noether.Data;

namespace Noether.Verification;

/// <summary>What several flows do to one orbit.</summary>
/// <param name="Distances">Mean distance of a moved point in neighbour distances, per flow and probe; NaN when it never landed in the
/// sampled region. Shape [flows][probes].</param>
/// <param name="Own">Distance of each probe to its own nearest neighbour, in mean neighbour distances. Shape [probes].</param>
/// <param name="LeftOut">How many moved points landed outside the sampled region, per flow.</param>
/// <param name="Compared">How many did not, per flow.</param>
/// <param name="Points">The number of points of the orbit.</param>
internal sealed record OrbitMeasurement(double[][] Distances, double[] Own, int[] LeftOut, int[] Compared, int Points)
{
    /// <summary>Measures every flow; null when the points coincide or are fewer than two.</summary>
    public static OrbitMeasurement? Of(PointCloud orbit, IReadOnlyList<Flow> flows, SampledRegion region, VerificationOptions options)
    {
        if (orbit.Count < 2)
        {
            return null;
        }

        var distance = new OrbitDistance(orbit, options.PointsPerOrbit);
        if (!(distance.NeighbourDistance > 0))
        {
            return null;
        }

        var (compared, leftOut) = (new int[flows.Count], new int[flows.Count]);
        var distances = new double[flows.Count][];
        for (var i = 0; i < flows.Count; i++)
        {
            distances[i] = distance.Of(flows[i], region, out compared[i]);
            leftOut[i] = (distance.Own.Length * flows[i].Count) - compared[i];
        }

        return new(distances, distance.Own, leftOut, compared, orbit.Count);
    }

    /// <summary>
    /// The mean distance over orbits, weighted by their points, and over the flows from <paramref name="first"/> to before <paramref
    /// name="end"/>;
    /// infinite when nothing could be compared.
    /// </summary>
    public static double Mean(IReadOnlyList<OrbitMeasurement> orbits, int first, int end)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var orbit in orbits)
        {
            foreach (var probe in orbit.OfProbes(first, end))
            {
                sum += orbit.ProbeWeight * probe.Moved;
                weight += orbit.ProbeWeight;
            }
        }

        return weight > 0 ? sum / weight : double.PositiveInfinity;
    }

    /// <summary>The standard error of the mean difference between moved and own distances, probes taken as independent.</summary>
    public static double StandardError(IReadOnlyList<OrbitMeasurement> orbits, int first, int end)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var orbit in orbits)
        {
            var differences = orbit.OfProbes(first, end).Select(probe => probe.Moved - probe.Own).ToArray();
            var mean = differences.DefaultIfEmpty().Average();
            sum += orbit.ProbeWeight * orbit.ProbeWeight * differences.Sum(difference => (difference - mean) * (difference - mean));
            weight += orbit.ProbeWeight * differences.Length;
        }

        return weight > 0 ? Math.Sqrt(sum) / weight : double.PositiveInfinity;
    }

    private double ProbeWeight => (double)Points / Own.Length;

    private IEnumerable<(double Moved, double Own)> OfProbes(int first, int end)
    {
        for (var probe = 0; probe < Own.Length; probe++)
        {
            var (sum, count) = (0.0, 0);
            for (var flow = first; flow < end; flow++)
            {
                if (!double.IsNaN(Distances[flow][probe]))
                {
                    sum += Distances[flow][probe];
                    count++;
                }
            }

            if (count > 0)
            {
                yield return (sum / count, Own[probe]);
            }
        }
    }
}
