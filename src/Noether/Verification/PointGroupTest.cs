using System.Numerics.Tensors;
using Noether.Data;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Judges a compact group by points alone: the sine of the angle between their distribution and its mean over the group, as mean waves
/// of a Gaussian kernel, Eq. (Y15), beside the exact p-value.
/// </summary>
internal static class PointGroupTest
{
    private const int Waves = 96;
    private const int Groups = 20;
    private const int Angles = 16;

    // Multiples of the golden angle spread evenly over a circle.
    private const double GoldenAngle = 2.399963229728653;

    /// <summary>Judges the whole group and every member.</summary>
    public static GroupTest Run(PointCloud points, SymmetryGroup group, SymmetryTestOptions options, Seed seed, Execution execution)
    {
        if (!group.IsCompact)
        {
            return GroupVerdict.Undecided(
                group, $"No distribution of points is invariant under all of {group.Name}: it leads ever farther away. Name values with --value or classes with --label, or test a compact part such as its rotations.", options);
        }

        var drawn = InvariantDistribution.Drawn(points, seed.For("points"));
        var waves = new PointWaves(drawn, group, seed.For("waves"), execution);
        var whole = waves.Asymmetry([.. InvariantDistribution.Pool(group, seed.For("pool"))], options);
        var members = group.Generators.Select(member => (member.Name, IsGenerator: true, Judged: waves.Asymmetry(Circle(member.Matrix), options)))
            .Concat(group.Elements.Select(member => (member.Name, IsGenerator: false, Judged: waves.Asymmetry([Matrix.Identity(group.Dimension + 1), member.Matrix], options)))).ToArray();
        var pValue = InvariantDistribution.PValue(points, group, seed.For("distribution"), execution);
        var verdict = GroupVerdict.Of(group, [(group.Name, whole)], () => null, options, 0, drawn.Count);
        return (pValue <= 1 - options.Confidence ? Rejected(verdict, pValue, whole, options) : verdict) with
        {
            PValue = pValue,
            Members = [.. members.Select(member => new TestedMember(member.Name, member.IsGenerator, member.Judged.Asymmetry))],
        };
    }

    // The exact test sees more than the distance does: what it rejects is broken, even if by little.
    private static GroupTest Rejected(GroupTest test, double pValue, SpanAsymmetry whole, SymmetryTestOptions options) =>
        test.Verdict is SymmetryVerdict.None or SymmetryVerdict.Approximate ? test : test with
        {
            Verdict = whole.Asymmetry.Upper <= options.ApproximateUpTo * options.Tolerance ? SymmetryVerdict.Approximate : SymmetryVerdict.None,
            Reason = $"The points are not distributed invariantly under {test.Group.Name} (p = {pValue:0.###}); it is broken by {whole.Asymmetry.Value:P1} ({whole.Asymmetry.Lower:P1} to {whole.Asymmetry.Upper:P1}).",
            NeededSamples = null,
        };

    private static ImmutableArray<Matrix> Circle(Matrix field) =>
        [Matrix.Identity(field.Rows), .. Enumerable.Range(1, Angles - 1).Select(k => MatrixExponential.Of(k * GoldenAngle * field))];

    /// <summary>Mean waves of points and of their images.</summary>
    private sealed class PointWaves
    {
        private readonly PointCloud _points;
        private readonly Execution _execution;
        private readonly Matrix _directions; // [waves, n]
        private readonly double[] _own; // [N, 2 waves]

        public PointWaves(PointCloud points, SymmetryGroup group, Seed seed, Execution execution)
        {
            (_points, _execution) = (points, execution);
            var (n, random) = (points.Dimension, seed.Stream());
            var (moving, centre) = group.Moving();
            var spreads = Spreads(points, moving, centre);
            _directions = Matrix.Generate(Waves, n, (_, j) => spreads[j] > 0 ? random.NextGaussian() / (Math.Sqrt(n) * spreads[j]) : 0);
            _own = Of(points);
        }

        // The squared distance of the mean from that over some elements, against the squared mean; both without bias by pairs of points.
        public SpanAsymmetry Asymmetry(ImmutableArray<Matrix> elements, SymmetryTestOptions options)
        {
            var mean = new double[_own.Length];
            var images = new double[elements.Length][];
            _execution.ForEachBlock(elements.Length, k => images[k] = Of(AffineMap.Images(_points, elements[k])));
            foreach (var image in images)
            {
                TensorPrimitives.MultiplyAdd(image, 1.0 / images.Length, mean, mean);
            }

            TensorPrimitives.Subtract(_own, mean, mean);
            var (off, all) = (new PairSums(mean, _points.Count), new PairSums(_own, _points.Count));
            var square = off.Without(-1) / all.Without(-1);
            var without = Enumerable.Range(0, Groups).Select(g => off.Without(g) / all.Without(g)).ToArray();
            var deviation = Math.Sqrt(SpanJackknife.JackknifeVariance(without));
            var margin = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, Groups - 1, options.Confidence) * deviation;
            return new(Verification.Asymmetry.OfSquare(square, margin, options.Confidence, 1), null, square, margin);
        }

        private double[] Of(PointCloud points)
        {
            var phases = points.MappedBy(_directions).Values.ToArray();
            var (cosines, sines) = (new double[phases.Length], new double[phases.Length]);
            TensorPrimitives.SinCos(phases, sines, cosines);
            var waves = new double[2 * phases.Length];
            for (var i = 0; i < points.Count; i++)
            {
                cosines.AsSpan(i * Waves, Waves).CopyTo(waves.AsSpan(2 * i * Waves));
                sines.AsSpan(i * Waves, Waves).CopyTo(waves.AsSpan(((2 * i) + 1) * Waves));
            }

            return waves;
        }

        // One length for all coordinates that the group mixes, and for each other one its own.
        private static double[] Spreads(PointCloud points, ImmutableArray<int> moving, ImmutableArray<double> centre)
        {
            var mean = points.Mean();
            var distances = Enumerable.Range(0, points.Dimension)
                .Select(j => Enumerable.Range(0, points.Count).Select(i => Math.Abs(points[i, j] - (moving.Contains(j) ? centre[j] : mean[j]))).Order().ElementAt(points.Count * 2 / 3))
                .ToArray();
            var shared = moving.IsEmpty ? 0 : moving.Average(j => distances[j]);
            return [.. distances.Select((distance, j) => moving.Contains(j) ? shared : distance)];
        }
    }

    /// <summary>Sums of vectors in groups, for the mean product of pairs of different ones.</summary>
    private sealed class PairSums
    {
        private readonly double[][] _sums = new double[Groups][];
        private readonly double[] _squares = new double[Groups];
        private readonly int[] _counts = new int[Groups];

        public PairSums(double[] vectors, int count)
        {
            var width = vectors.Length / count;
            for (var g = 0; g < Groups; g++)
            {
                _sums[g] = new double[width];
            }

            for (var i = 0; i < count; i++)
            {
                var g = i % Groups;
                var vector = vectors.AsSpan(i * width, width);
                TensorPrimitives.Add(_sums[g], vector, _sums[g]);
                _squares[g] += TensorPrimitives.SumOfSquares<double>(vector);
                _counts[g]++;
            }
        }

        /// <summary>Without one of the groups; -1 for none.</summary>
        public double Without(int group)
        {
            var (sum, squares, count) = (new double[_sums[0].Length], 0.0, 0.0);
            for (var g = 0; g < Groups; g++)
            {
                if (g != group)
                {
                    TensorPrimitives.Add(sum, _sums[g], sum);
                    (squares, count) = (squares + _squares[g], count + _counts[g]);
                }
            }

            return (TensorPrimitives.SumOfSquares<double>(sum) - squares) / (count * (count - 1));
        }
    }
}
