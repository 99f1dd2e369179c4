using Noether.Data;
using Noether.Neighbours;

namespace Noether.Verification;

/// <summary>Whether the sample nearest to a place has the class of the sample that came there.</summary>
internal sealed class ClassNeighbours : IClassOracle
{
    private readonly LabelledPoints _samples;
    private readonly PointTree _tree;
    private readonly SampledRegion _region;
    private readonly int[] _probes;

    /// <summary>Sorts the samples.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="probesPerClass">How many samples of each class are moved, at most.</param>
    public ClassNeighbours(LabelledPoints samples, int probesPerClass)
    {
        _samples = samples;
        _tree = PointTree.Build(samples.Points);
        _region = SampledRegion.Of(samples.Points);
        var members = samples.Cells.Members();
        _probes = [.. members.SelectMany(members => Spread(members, probesPerClass))];
        var probed = (double)_probes.Length;
        Chance = members.Sum(of => Math.Min(of.Length, probesPerClass) / probed * of.Length / samples.Count);
    }

    /// <inheritdoc/>
    public double Chance { get; }

    /// <summary>Per sample, 1 when its nearest other sample has its class and 0 otherwise. Shape [probes].</summary>
    public double[] Own() => [.. _probes.Select(probe => Agrees(probe, _samples.Points.Row(probe)) ? 1.0 : 0)];

    /// <summary>Per sample, the share of the transformations that bring it next to its class; NaN where none brings it where samples were taken. Shape [probes].</summary>
    public double[] Moved(Flow flow)
    {
        var image = new double[_samples.Points.Dimension];
        var shares = new double[_probes.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var (sum, count) = (0, 0);
            for (var map = 0; map < flow.Count; map++)
            {
                flow.Move(_samples.Points.Row(_probes[i]), map, image);
                if (_region.Contains(image))
                {
                    sum += Agrees(_probes[i], image) ? 1 : 0;
                    count++;
                }
            }

            shares[i] = count > 0 ? (double)sum / count : double.NaN;
        }

        return shares;
    }

    /// <summary>The mean over flows, per sample, of the shares that are numbers.</summary>
    public static double[] MeanOverFlows(double[][] shares) =>
        [.. Enumerable.Range(0, shares[0].Length).Select(i => Mean(shares.Select(flow => flow[i]).Where(share => !double.IsNaN(share)).ToArray()))];

    private static double Mean(double[] shares) => shares.Length > 0 ? shares.Average() : double.NaN;

    private bool Agrees(int probe, ReadOnlySpan<double> place)
    {
        Span<int> indices = stackalloc int[Math.Min(2, _samples.Count)];
        Span<double> distances = stackalloc double[indices.Length];
        _tree.Nearest(place, indices, distances);
        var nearest = indices[0] == probe ? indices[^1] : indices[0];
        return _samples.Cells.Classes[nearest] == _samples.Cells.Classes[probe];
    }

    private static IEnumerable<int> Spread(ImmutableArray<int> members, int most)
    {
        var count = Math.Min(members.Length, most);
        return Enumerable.Range(0, count).Select(i => members[(int)((long)i * members.Length / count)]);
    }
}
