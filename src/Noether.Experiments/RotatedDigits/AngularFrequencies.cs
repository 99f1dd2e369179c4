using Noether.Data;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The generator on more principal components, where planes turn at different rates, and its integer frequencies, Eq. (I3).</summary>
internal sealed record AngularFrequencies
{
    /// <summary>Frequencies that a known one is looked for among; pictures of 28 x 28 pixels have hardly any beyond.</summary>
    private const int HighestKnown = 12;

    /// <summary>Coordinates: a line and planes.</summary>
    public required int Coordinates { get; init; }

    /// <summary>Principal components of which they are the strongest; null where no cut keeps planes whole.</summary>
    public required int? Components { get; init; }

    /// <summary>The generator's frequencies found on these coordinates, decreasing; empty where it was not found.</summary>
    public required ImmutableArray<int> Found { get; init; }

    /// <summary>The frequencies by the known angles, decreasing, divided by their greatest common divisor: a generator has no speed of its own.</summary>
    public required ImmutableArray<int> Known { get; init; }

    /// <summary>The strength of the generator over that of the next direction, on these coordinates; NaN where there is no next.</summary>
    public required double Drop { get; init; }

    /// <summary>The frequencies when the samples are dealt to the pictures at random: the control.</summary>
    public required ImmutableArray<int> Dealt { get; init; }

    /// <summary>The drop when the samples are dealt at random.</summary>
    public required double DealtDrop { get; init; }

    /// <summary>The planes on the whole set of components; null where no generator was found.</summary>
    public required RotationPlanes? Planes { get; init; }

    public static AngularFrequencies Of(RotatedDigitsSamples samples, int coordinates, RotatedDigitsOptions options, Seed seed, Execution execution)
    {
        var pictures = samples.Rotated.Sources[^1] + 1;
        var nothing = new AngularFrequencies { Coordinates = coordinates, Components = null, Found = [], Known = [], Drop = double.NaN, Dealt = [], DealtDrop = double.NaN, Planes = null };
        if (WholePlanes.AtLeast(samples.Components.StandardDeviations, pictures, coordinates) is not { } components)
        {
            return nothing;
        }

        var chosen = Enumerable.Range(0, Math.Min(options.FrequencyImages, pictures)).ToImmutableArray();
        var whole = samples.First(components);
        var first = StrongestGenerator.Of(samples.OrbitsOf(whole, chosen), seed, execution);
        var planes = first is null ? null : RotationPlanes.Of(first.Matrix, first.Algebra, whole);
        if (planes?.Strongest(whole, coordinates) is not { } strongest)
        {
            return nothing with { Components = components, Planes = planes };
        }

        var orbits = samples.OrbitsOf(strongest, chosen);
        var again = StrongestGenerator.Of(orbits, seed, execution);
        var dealt = StrongestGenerator.Of(Dealing(orbits, seed.For("dealt")), seed, execution);
        return new()
        {
            Coordinates = coordinates,
            Components = components,
            Found = again?.Frequencies ?? [],
            Known = KnownFrequencies(samples, strongest),
            Drop = again?.Drop ?? double.NaN,
            Dealt = dealt?.Frequencies ?? [],
            DealtDrop = dealt?.Drop ?? double.NaN,
            Planes = planes,
        };
    }

    /// <summary>For each plane the frequency m at which its coordinates follow the known angles best: the largest sum over the pictures of |sum of z exp(-i m angle)|, either way round.</summary>
    private static ImmutableArray<int> KnownFrequencies(RotatedDigitsSamples samples, PointCloud points)
    {
        var frequencies = Enumerable.Range(0, points.Dimension / 2)
            .Select(plane => Enumerable.Range(1, HighestKnown).MaxBy(m => Math.Max(Follows(samples, points, plane, m), Follows(samples, points, plane, -m))))
            .OrderDescending().ToArray();
        var divisor = frequencies.Aggregate(0, GreatestCommonDivisor);
        return [.. frequencies.Select(m => m / divisor)];
    }

    private static double Follows(RotatedDigitsSamples samples, PointCloud points, int plane, int frequency)
    {
        var sums = new System.Numerics.Complex[samples.Rotated.Sources[^1] + 1];
        for (var i = 0; i < points.Count; i++)
        {
            var z = new System.Numerics.Complex(points[i, (2 * plane) + 1], points[i, (2 * plane) + 2]); // coordinate 0 is the line
            sums[samples.Rotated.Sources[i]] += z * System.Numerics.Complex.FromPolarCoordinates(1, -frequency * samples.Rotated.Angles[i]);
        }

        return sums.Sum(sum => sum.Magnitude);
    }

    private static ImmutableArray<PointCloud> Dealing(ImmutableArray<PointCloud> orbits, Seed seed)
    {
        var values = orbits.SelectMany(orbit => orbit.Values.ToArray()).ToArray();
        var all = new PointCloud(orbits.Sum(orbit => orbit.Count), orbits[0].Dimension, values);
        var order = Enumerable.Range(0, all.Count).ToArray();
        seed.Stream().Shuffle<int>(order);
        return [.. order.Chunk(orbits[0].Count).Select(part => all.Select(part))];
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
