using Noether.Data;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Whether a network recognises the class of moved samples that its training has not seen, Eq. (V7).</summary>
internal sealed class ClassPredictions : IClassOracle
{
    // The share is then known to a percent.
    private const int MostProbes = 2000;

    private readonly LabelledPoints _probes;
    private readonly Network _network;
    private readonly SampledRegion _region;

    /// <summary>Takes probes evenly from the samples that were held out.</summary>
    public ClassPredictions(LabelledPoints unseen, Network network)
    {
        var count = Math.Min(unseen.Count, MostProbes);
        _region = SampledRegion.Of(unseen.Points);
        _probes = unseen.Select([.. Enumerable.Range(0, count).Select(i => (int)((long)i * unseen.Count / count))]);
        _network = network;
        Chance = unseen.Cells.Members().Sum(members => Math.Pow((double)members.Length / unseen.Count, 2));
    }

    /// <inheritdoc/>
    public double Chance { get; }

    /// <inheritdoc/>
    public double[] Own() => [.. Recognised(_probes.Points, probe => probe).Select(right => right ? 1.0 : 0)];

    /// <inheritdoc/>
    public double[] Moved(Flow flow)
    {
        var d = _probes.Points.Dimension;
        var (images, probes, image) = (new List<double>(), new List<int>(), new double[d]);
        for (var probe = 0; probe < _probes.Count; probe++)
        {
            for (var map = 0; map < flow.Count; map++)
            {
                flow.Move(_probes.Points.Row(probe), map, image);
                if (_region.Contains(image))
                {
                    images.AddRange(image);
                    probes.Add(probe);
                }
            }
        }

        var right = probes.Count == 0 ? [] : Recognised(new(probes.Count, d, [.. images]), i => probes[i]);
        var (sums, counts) = (new double[_probes.Count], new double[_probes.Count]);
        for (var i = 0; i < right.Length; i++)
        {
            sums[probes[i]] += right[i] ? 1 : 0;
            counts[probes[i]]++;
        }

        return [.. sums.Zip(counts, (sum, count) => count > 0 ? sum / count : double.NaN)];
    }

    /// <summary>Whether every head gives a place the class of the probe that came there.</summary>
    private bool[] Recognised(PointCloud places, Func<int, int> probeAt)
    {
        var predicted = _network.Predict(places.ToSingle(), Execution.Default with { Threads = 1 });
        return [.. Enumerable.Range(0, places.Count).Select(i => _probes.Heads.Index().All(head => predicted[head.Index][i] == head.Item.Classes[probeAt(i)]))];
    }
}
