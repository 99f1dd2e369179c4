using System.Numerics.Tensors;

namespace Noether.Generators;

/// <summary>What the pairs of one plane say about each of its points: the sum of the wanted images T x, and how many there are.</summary>
/// <remarks>Kept apart by the part to which the partner was dealt, so that leaving a part out costs no second search.</remarks>
internal sealed class PairSums
{
    private readonly double[] _images; // [m, parts, k]
    private readonly int[] _counts; // [m, parts]

    private PairSums(PlanePoints points, int parts)
    {
        Points = points;
        Parts = parts;
        _images = new double[points.Points.Length * parts * points.Basis.Rows];
        _counts = new int[points.Points.Length * parts];
    }

    /// <summary>The points of the plane.</summary>
    public PlanePoints Points { get; }

    /// <summary>Into how many parts the orbit was dealt.</summary>
    public int Parts { get; }

    /// <summary>The number of pairs; (x, x') and (x', x) count once.</summary>
    public int Pairs { get; private set; }

    /// <summary>Finds all pairs closer than <paramref name="epsilon"/> and adds their constraints, Eq. (G7).</summary>
    /// <param name="points">The points of the plane.</param>
    /// <param name="part">The part of every point of the orbit, 0 .. parts - 1. Shape [n].</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="epsilon">The largest distance of a pair, in the units of the points.</param>
    public static PairSums Of(PlanePoints points, int[] part, int parts, double epsilon)
    {
        var sums = new PairSums(points, parts);
        var cells = new PlaneCells(points, epsilon);
        for (var i = 0; i < points.Points.Length; i++)
        {
            var own = part[points.Points[i]];
            foreach (var j in cells.CandidatesAfter(i))
            {
                sums.Add(i, own, j, part[points.Points[j]], epsilon);
            }
        }

        return sums;
    }

    /// <summary>Adds up the constraints of one point over all parts but one.</summary>
    /// <param name="point">The point, among those of the plane.</param>
    /// <param name="without">The part to leave out; -1 for none.</param>
    /// <param name="image">Set to the sum of the wanted images. Shape [k].</param>
    /// <returns>How many constraints were added.</returns>
    public int Total(int point, int without, Span<double> image)
    {
        image.Clear();
        var count = 0;
        for (var part = 0; part < Parts; part++)
        {
            var slot = (point * Parts) + part;
            if (part != without && _counts[slot] > 0)
            {
                count += _counts[slot];
                TensorPrimitives.Add(image, _images.AsSpan(slot * image.Length, image.Length), image);
            }
        }

        return count;
    }

    private void Add(int i, int partOfI, int j, int partOfJ, double epsilon)
    {
        var x = Points.Row(i);
        var y = Points.Row(j);
        var distance = TensorPrimitives.Distance(x, y);
        var turn = (x[0] * y[1]) - (x[1] * y[0]);
        if (!(distance < epsilon) || distance == 0 || turn == 0)
        {
            return; // beyond reach, or a pair that shows no sense of rotation
        }

        // T x = s |x| (y - x) / |y - x| and T y = -s |y| (x - y) / |x - y|: the same direction for both.
        var sense = Math.Sign(turn) / distance;
        AddImage(i, partOfJ, sense * TensorPrimitives.Norm(x), x, y);
        AddImage(j, partOfI, sense * TensorPrimitives.Norm(y), x, y);
        Pairs++;
    }

    private void AddImage(int point, int partner, double factor, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var slot = (point * Parts) + partner;
        _counts[slot]++;
        var image = _images.AsSpan(slot * from.Length, from.Length);
        for (var axis = 0; axis < image.Length; axis++)
        {
            image[axis] += factor * (to[axis] - from[axis]);
        }
    }
}
