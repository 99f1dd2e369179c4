using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>What becomes of an orbit when it is taken to have some dimension.</summary>
/// <param name="Local">The dimension.</param>
/// <param name="Generators">How many generators are then found.</param>
/// <param name="Rise">How far they are set apart: the first value that is none over the last that is.</param>
/// <param name="Swept">The dimension that they sweep out at almost every point.</param>
internal sealed record SweptDimension(LocalDimension Local, int Generators, double Rise, int Swept)
{
    private const int RankProbes = 50;

    // Directions swept out by noise alone are about as long as generators leave the tangent spaces; three times that is none of it.
    private const double NoiseLengths = 3;

    /// <summary>Whether the generators sweep out the dimension that was taken.</summary>
    public bool IsConfirmed => Swept == Local.Dimension;

    /// <summary>Tries a dimension on a few hundred points; one that neighbourhoods do not show has no generators yet.</summary>
    public static SweptDimension Of(PointCloud points, PointTree tree, LocalDimension local, LiePcaSetting setting)
    {
        if (!local.IsShown)
        {
            return new(local, 0, 0, 0);
        }

        var constraint = setting.Constraint;
        var form = TangencyForm.Preview(points, tree, local, setting);
        var random = LiePcaOrbit.RandomValue(points.Dimension, local, constraint);
        var size = constraint.Size;
        var spectrum = LiePcaSpectrum.Of(1.0 / form.Count * Matrix.FromEntries(size, size, form.Sums[0]), Matrix.FromEntries(size, size, form.Noise)) with { NoiseIsRough = LiePcaOrbit.AreFew(LiePcaOrbit.Normals(points, local), size) };
        var count = spectrum.Count(random);
        if (count == 0)
        {
            return new(local, 0, 0, 0);
        }

        var next = count < size ? spectrum.Values[count] : random;
        return new(local, count, next / spectrum.Values[count - 1], MedianRank(points, spectrum.Directions, spectrum.Values[count - 1], count, constraint));
    }

    /// <summary>The dimension that generators sweep out at almost every point.</summary>
    /// <param name="points">The points.</param>
    /// <param name="generators">Orthonormal coordinates, as rows; the first <paramref name="count"/> are the generators.</param>
    /// <param name="value">How far the last one leaves the tangent spaces, mean square.</param>
    /// <param name="count">How many generators there are.</param>
    /// <param name="constraint">What the coordinates mean.</param>
    public static int MedianRank(PointCloud points, Matrix generators, double value, int count, TangencyConstraint constraint)
    {
        var shortest = NoiseLengths * NoiseLengths * value;
        var probes = Math.Min(RankProbes, points.Count);
        var ranks = new int[probes];
        for (var probe = 0; probe < probes; probe++)
        {
            var point = points.Row((int)((long)probe * points.Count / probes)).ToArray();
            var moves = Enumerable.Range(0, count).Select(k => constraint.Move(generators.Row(k), point)).ToArray();
            var gram = Matrix.Generate(point.Length, point.Length, (i, j) => moves.Sum(move => move[i] * move[j]));
            var square = TensorPrimitives.SumOfSquares<double>(point);
            ranks[probe] = SymmetricEigen.Of(gram).Values.Count(eigenvalue => eigenvalue > shortest * square);
        }

        Array.Sort(ranks);
        return ranks[probes / 2];
    }
}
