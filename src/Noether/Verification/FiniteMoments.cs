using System.Numerics.Tensors;
using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// What a jackknife of the asymmetry of finite maps needs, Eq. (Y2): changes of a function between places and their images, by parts that
/// know nothing of each other, compared with what arbitrary rotations change, Rule (R11).
/// </summary>
internal sealed class FiniteMoments
{
    // Random rotations of each place with which a map is compared.
    private const int Rotations = 8;

    // An image counts as sampled where samples are about as near as elsewhere.
    private const int Nearest = 3;
    private const double Reach = 1.5;
    private const double SampledQuantile = 0.95;

    private readonly PointCloud _places;
    private readonly Func<PointCloud, ImmutableArray<double[]>> _values;
    private readonly Func<PointCloud, bool[]> _isSampled;
    private readonly ImmutableArray<double[]> _atPlaces;
    private readonly int[] _cells;
    private readonly int _outputs;

    /// <summary>Asks the function at the places.</summary>
    /// <param name="places">Samples, in coordinates of the input. Shape [m, n].</param>
    /// <param name="values">The function of each part. Shape [parts][m, h].</param>
    /// <param name="isSampled">Whether the function is known at some places.</param>
    /// <param name="cells">The cell of each place.</param>
    public FiniteMoments(PointCloud places, Func<PointCloud, ImmutableArray<double[]>> values, Func<PointCloud, bool[]> isSampled, int[] cells)
    {
        (_places, _values, _isSampled, _cells) = (places, values, isSampled, cells);
        _atPlaces = values(places);
        _outputs = _atPlaces[0].Length / Math.Max(1, places.Count);
    }

    /// <summary>The parts, in groups that are judged by themselves: even and odd numbers where there are four or more.</summary>
    public int[][] Halves => _atPlaces.Length >= 4
        ? [.. new[] { 0, 1 }.Select(odd => Enumerable.Range(0, _atPlaces.Length).Where(part => part % 2 == odd).ToArray())]
        : [[.. Enumerable.Range(0, _atPlaces.Length)]];

    /// <summary>The squared changes by a map, for a half of the parts; null where too few images are sampled.</summary>
    /// <param name="map">Takes all places to their images, in coordinates of the input.</param>
    public FiniteChanges? Of(Func<PointCloud, PointCloud> map)
    {
        var images = map(_places);
        var isKnown = _isSampled(images);
        var known = Enumerable.Range(0, _places.Count).Where(i => isKnown[i]).ToArray();
        var moved = known.Length == 0 ? [] : _values(images.Select(known));
        var changes = moved.Select((values, part) =>
        {
            var all = new double[_places.Count * _outputs];
            for (var k = 0; k < known.Length; k++)
            {
                var at = known[k] * _outputs;
                TensorPrimitives.Subtract(values.AsSpan(k * _outputs, _outputs), _atPlaces[part].AsSpan(at, _outputs), all.AsSpan(at, _outputs));
            }

            return all;
        }).ToArray();
        return known.Length == 0 ? null : new(changes, isKnown, _outputs);
    }

    /// <summary>
    /// The changes under random rotations about a centre, of the coordinates that move alone: the denominator of Rule (R11). A single
    /// coordinate is exchanged with that of another place instead.
    /// </summary>
    /// <param name="moving">The coordinates that move, at least one.</param>
    /// <param name="centre">Of the rotations. Shape [n].</param>
    /// <param name="seed">The rotations.</param>
    public ImmutableArray<FiniteChanges> OfRotations(ImmutableArray<int> moving, ImmutableArray<double> centre, Seed seed)
    {
        var changes = ImmutableArray.CreateBuilder<FiniteChanges>();
        for (var repeat = 0; repeat < Rotations; repeat++)
        {
            var random = seed.For(repeat).Stream();
            if (Of(places => moving.Length > 1 ? Rotated(places, moving, centre, random) : Exchanged(places, moving[0], random)) is { } rotated)
            {
                changes.Add(rotated);
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Sums for the jackknife of numerator over denominator.</summary>
    /// <param name="numerator">Changes by a map.</param>
    /// <param name="denominators">Changes by others; empty for a fixed denominator.</param>
    /// <param name="fixedSquare">What a place's squared change is compared with where there are no other changes.</param>
    public FieldMoments[] Moments(FiniteChanges numerator, ImmutableArray<FiniteChanges> denominators, double fixedSquare) =>
        [.. Halves.Select(parts =>
        {
            var all = Sums(parts, _cells, _cells.Max() + 1);
            var without = parts.Length < 3 ? [] : parts.Select(part => Sums([.. parts.Where(other => other != part)], new int[_cells.Length], 1)).Select(sums => (sums.S[0], sums.M[0]));
            return new FieldMoments(all.S, all.M, [], [.. without]) { Count = 1 };

            (double[][] S, double[][] M) Sums(int[] some, int[] cells, int count)
            {
                var (s, m) = (numerator.Squares(some), denominators.Select(changes => changes.Squares(some)).ToArray());
                var share = denominators.IsEmpty ? 1 : numerator.Known / denominators.Average(changes => (double)changes.Known) / denominators.Length;
                var (sums, norms) = (Empty(count), Empty(count));
                for (var i = 0; i < _places.Count; i++)
                {
                    sums[cells[i]][0] += numerator.IsKnown[i] ? s[i] : 0;
                    norms[cells[i]][0] += denominators.IsEmpty ? (numerator.IsKnown[i] ? fixedSquare : 0) : share * m.Sum(squares => squares[i]);
                }

                return (sums, norms);
            }
        })];

    /// <summary>The variance over places of all outputs together, with which changes are compared where nothing is hidden in noise.</summary>
    /// <param name="values">Shape [m, h].</param>
    /// <param name="outputs">h.</param>
    public static double VarianceOf(double[] values, int outputs)
    {
        var (rows, sum) = (values.Length / outputs, 0.0);
        for (var a = 0; a < outputs; a++)
        {
            double[] column = [.. Enumerable.Range(0, rows).Select(i => values[(i * outputs) + a])];
            var mean = column.Average();
            sum += column.Average(value => (value - mean) * (value - mean));
        }

        return sum;
    }

    /// <summary>Whether places lie where samples are, in some coordinates.</summary>
    public static Func<PointCloud, bool[]> Sampled(PointCloud samples, Execution execution)
    {
        var tree = PointTree.Build(samples);
        var count = Math.Min(Nearest, samples.Count - 1);
        var usual = Distances(samples.Select(EvenSpread.Of(samples.Count, 500).AsSpan()), count + 1).Order().ToArray();
        var reach = Reach * usual[(int)(SampledQuantile * (usual.Length - 1))];
        return places => [.. Distances(places, count).Select(distance => distance <= reach)];

        double[] Distances(PointCloud places, int neighbours)
        {
            var distances = new double[places.Count];
            execution.ForEachItem(places.Count, 64, i =>
            {
                var (near, far) = (new int[neighbours], new double[neighbours]);
                tree.Nearest(places.Row(i), near, far);
                distances[i] = far[^1];
            });
            return distances;
        }
    }

    private static PointCloud Rotated(PointCloud places, ImmutableArray<int> moving, ImmutableArray<double> centre, RandomStream random)
    {
        var (values, k) = (places.Values.ToArray(), moving.Length);
        var (offset, image) = (new double[k], new double[k]);
        for (var i = 0; i < places.Count; i++)
        {
            for (var a = 0; a < k; a++)
            {
                offset[a] = places[i, moving[a]] - centre[moving[a]];
            }

            GroupElements.Orthogonal(k, random).Apply(offset, image);
            for (var a = 0; a < k; a++)
            {
                values[(i * places.Dimension) + moving[a]] = centre[moving[a]] + image[a];
            }
        }

        return new(places.Count, places.Dimension, values);
    }

    private static PointCloud Exchanged(PointCloud places, int column, RandomStream random)
    {
        var values = places.Values.ToArray();
        for (var i = 0; i < places.Count; i++)
        {
            values[(i * places.Dimension) + column] = places[random.NextIndex(places.Count), column];
        }

        return new(places.Count, places.Dimension, values);
    }

    private static double[][] Empty(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[1])];
}

/// <summary>How much the function of every part changes between places and their images.</summary>
/// <param name="Parts">Shape [parts][m, h].</param>
/// <param name="IsKnown">Whether the image of a place is sampled. Shape [m].</param>
/// <param name="Outputs">h.</param>
internal sealed record FiniteChanges(double[][] Parts, bool[] IsKnown, int Outputs)
{
    /// <summary>How many images are sampled.</summary>
    public int Known { get; } = IsKnown.Count(known => known);

    /// <summary>The mean over pairs of different parts of the product of their changes; of one part its square. Shape [m].</summary>
    public double[] Squares(int[] parts)
    {
        var squares = new double[IsKnown.Length];
        for (var i = 0; i < squares.Length; i++)
        {
            for (var a = i * Outputs; a < (i + 1) * Outputs; a++)
            {
                var (sum, own) = (0.0, 0.0);
                foreach (var part in parts)
                {
                    var change = Parts[part][a];
                    (sum, own) = (sum + change, own + (change * change));
                }

                squares[i] += parts.Length == 1 ? own : ((sum * sum) - own) / (parts.Length * (parts.Length - 1.0));
            }
        }

        return squares;
    }
}
