using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.Hyperplanes;

/// <summary>Second moments of the candidates of several orbits, whole, with each part of the points left out, and of their sampling noise.</summary>
/// <param name="Whole">From all points. Shape [d * d, d * d].</param>
/// <param name="WithoutPart">With each part of the points left out.</param>
/// <param name="Noise">Of the deviations that leaving parts out causes: what sampling noise alone makes of a candidate.</param>
internal sealed record CandidateMoments(Matrix Whole, ImmutableArray<Matrix> WithoutPart, Matrix Noise)
{
    /// <summary>Adds up candidates, each orbit weighted by its number of points, Eq. (G9).</summary>
    /// <param name="orbits">The candidates of each orbit, at least one plane in all.</param>
    public static CandidateMoments Of(IReadOnlyList<Candidates> orbits)
    {
        var total = orbits.Sum(orbit => orbit.Planes.Length > 0 ? (double)orbit.Weight : 0);
        var first = orbits.First(orbit => orbit.Planes.Length > 0).Planes[0];
        var (size, parts) = (first.Whole.Entries.Length, first.WithoutPart.Length);
        var (whole, noise) = (new double[size * size], new double[size * size]);
        var without = Enumerable.Range(0, parts).Select(_ => new double[size * size]).ToArray();
        foreach (var orbit in orbits)
        {
            foreach (var plane in orbit.Planes)
            {
                var weight = orbit.Weight / total / orbit.Planes.Length;
                AddSquare(plane.Whole, weight, whole);
                for (var p = 0; p < parts; p++)
                {
                    AddSquare(plane.WithoutPart[p], weight, without[p]);
                    AddSquare(plane.WithoutPart[p] - plane.Whole, weight * (parts - 1) / parts, noise); // delete-a-group jackknife
                }
            }
        }

        return new(Square(whole), [.. without.Select(Square)], Square(noise));

        Matrix Square(double[] entries) => Matrix.FromEntries(size, size, entries);
    }

    /// <summary>Second moments of the candidates of every draw of parts of the points with replacement, as <see cref="Of"/> weights them. Shape [draws][d * d, d * d].</summary>
    /// <param name="orbits">The candidates of each orbit, at least one plane in all.</param>
    public static IEnumerable<Matrix> Drawn(IReadOnlyList<Candidates> orbits)
    {
        var total = orbits.Sum(orbit => orbit.Planes.Length > 0 ? (double)orbit.Weight : 0);
        var first = orbits.First(orbit => orbit.Planes.Length > 0).Planes[0];
        var size = first.Whole.Entries.Length;
        foreach (var weights in Resampling.Weights(first.WithoutPart.Length))
        {
            var sum = new double[size * size];
            foreach (var orbit in orbits)
            {
                foreach (var plane in orbit.Planes)
                {
                    AddSquare(Resampling.Drawn(plane.Whole, plane.WithoutPart, weights), orbit.Weight / total / orbit.Planes.Length, sum);
                }
            }

            yield return Matrix.FromEntries(size, size, sum);
        }
    }

    private static void AddSquare(Matrix candidate, double weight, double[] sum)
    {
        var entries = candidate.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] != 0)
            {
                var row = sum.AsSpan(i * entries.Length, entries.Length);
                TensorPrimitives.MultiplyAdd(entries, weight * entries[i], row, row);
            }
        }
    }
}
