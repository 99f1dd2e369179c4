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

    /// <summary>Tries a dimension on a few hundred points.</summary>
    public static SweptDimension Of(PointCloud points, PointTree tree, LocalDimension local, TangencyConstraint constraint)
    {
        var form = TangencyForm.Preview(points, tree, local, constraint);
        var random = LiePcaOrbit.RandomValue(points.Dimension, local, constraint);
        var size = constraint.Size;
        var spectrum = LiePcaSpectrum.Of(1.0 / form.Count * Matrix.FromEntries(size, size, form.Sums[0]), Matrix.FromEntries(size, size, form.Noise));
        var count = spectrum.Count(random);
        if (count == 0)
        {
            return new(local, 0, 0, 0);
        }

        var next = count < size ? spectrum.Values[count] : random;
        return new(local, count, next / spectrum.Values[count - 1], MedianRank(points, spectrum, count, constraint));
    }

    private static int MedianRank(PointCloud points, LiePcaSpectrum spectrum, int count, TangencyConstraint constraint)
    {
        var shortest = NoiseLengths * NoiseLengths * spectrum.Values[count - 1];
        var probes = Math.Min(RankProbes, points.Count);
        var ranks = new int[probes];
        for (var probe = 0; probe < probes; probe++)
        {
            var point = points.Row((int)((long)probe * points.Count / probes)).ToArray();
            var moves = Enumerable.Range(0, count).Select(k => constraint.Move(spectrum.Directions.Row(k), point)).ToArray();
            var gram = Matrix.Generate(point.Length, point.Length, (i, j) => moves.Sum(move => move[i] * move[j]));
            var square = TensorPrimitives.SumOfSquares<double>(point);
            ranks[probe] = SymmetricEigen.Of(gram).Values.Count(value => value > shortest * square);
        }

        Array.Sort(ranks);
        return ranks[probes / 2];
    }
}
