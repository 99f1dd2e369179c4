using Noether.Data;
using Noether.Generators.Frames;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Hyperplanes;

/// <summary>Hyperplane regression over several orbits: candidates of each, pooled, their principal components and the place where these drop, Eq. (G10).</summary>
internal static class HyperplaneEstimate
{
    public const string Name = "hyperplane";

    public static GeneratorEstimate Of(IReadOnlyList<PointCloud> orbits, HyperplaneOptions options, Seed seed, Execution execution)
    {
        if (options.Fields.Count > 1 || options.Whiten)
        {
            return FramedEstimate.Of(orbits, options, seed, execution);
        }

        var (pooled, used) = Pooled(orbits, [.. Enumerable.Range(0, orbits.Count)], orbits.Count, options, seed, execution);
        return pooled with { EntryErrors = FrameErrors.AddedTo(Jackknife.Errors(pooled.Generators, pooled.WithoutPart), used, pooled.Generators), WithoutPart = [] };
    }

    /// <summary>The generators of orbits that are left of more, without errors but with what these come from: the generators without each part, and the orbits that were used with the directions that each spans.</summary>
    /// <param name="orbits">The orbits, in the coordinates in which rotations are looked for.</param>
    /// <param name="numbers">Their places among those that were given.</param>
    /// <param name="given">How many were given.</param>
    /// <param name="options">Planes and widths.</param>
    /// <param name="seed">Where the planes come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static (GeneratorEstimate Estimate, (PointCloud Points, Matrix Spanned)[] Used) Pooled(
        IReadOnlyList<PointCloud> orbits, ImmutableArray<int> numbers, int given, HyperplaneOptions options, Seed seed, Execution execution)
    {
        if (OrbitSet.Of(orbits) is not { } found)
        {
            return (EmptyEstimate.Of(Name, orbits, [GeneratorFindings.NoExtent(orbits)]), []);
        }

        var set = found with { Numbers = [.. found.Numbers.Select(i => numbers[i])] };
        var agreeing = set.HasCommonCentre ? set.Agreeing.ToArray() : [.. Enumerable.Range(0, set.Points.Length)];
        var candidates = agreeing
            .Select(i => HyperplaneRegression.Of(set.Points[i], set.Fits[i], set.Centre.Point, options, seed.For(set.Numbers[i]), execution))
            .ToArray();
        var findings = GeneratorFindings.OfOrbits(set, given).Concat(GeneratorFindings.OfPlanes(candidates));
        var pooled = Pool(EmptyEstimate.Of(Name, set.Centre.Point, set.Spanned) with { Findings = [.. findings] }, set.Spanned.Columns, candidates);
        return (pooled, [.. agreeing.Where((_, i) => candidates[i].AreSupported).Select(i => (set.Points[i], set.Fits[i].Basis))]);
    }

    /// <summary>The principal components of the candidates of all orbits, or "cannot tell" where no orbit has enough pairs.</summary>
    /// <param name="empty">The result without generators.</param>
    /// <param name="d">The size of a candidate.</param>
    /// <param name="all">The candidates of each orbit.</param>
    public static GeneratorEstimate Pool(GeneratorEstimate empty, int d, Candidates[] all)
    {
        var result = empty with
        {
            Used = all.Sum(orbit => orbit.Planes.Length),
            Rejected = all.Sum(orbit => orbit.Rejected),
            Delta = Median(all.Select(orbit => orbit.Widths.Delta)),
            Epsilon = Median(all.Select(orbit => orbit.Widths.Epsilon)),
        };
        result = result with { Findings = [.. result.Findings, GeneratorFindings.Planes(result)] };
        var supported = all.Where(orbit => orbit.AreSupported).ToArray();
        return supported.Length > 0 ? Principal(result, d, supported) : CannotTell(result, all);
    }

    private static GeneratorEstimate Principal(GeneratorEstimate empty, int d, Candidates[] supported)
    {
        var moments = CandidateMoments.Of(supported);
        var principal = PrincipalGenerators.Of(moments.Whole, d);
        var noise = PrincipalGenerators.Of(moments.Noise, d).Spectrum[0];
        var count = principal.Drop(noise);
        ImmutableArray<ImmutableArray<Matrix>> without = [.. moments.WithoutPart.Select(part => PrincipalGenerators.Of(part, d).Components[..count])];
        var generators = principal.Components[..count];
        var estimate = empty with
        {
            Spectrum = principal.Spectrum,
            SpectrumNoise = noise,
            Generators = generators,
            WithoutPart = without,
            Explained = Explained(supported),
        };

        // A draw has the noise of the points and, once more, that of drawing among them.
        return Resampling.Judged(estimate, CandidateMoments.Drawn(supported).Select(draw => PrincipalGenerators.Of(draw, d).Drop(Math.Sqrt(2) * noise)));
    }

    private static double Explained(Candidates[] orbits) =>
        orbits.Sum(orbit => orbit.Weight * orbit.Planes.Average(plane => plane.Explained)) / orbits.Sum(orbit => (double)orbit.Weight);

    private static GeneratorEstimate CannotTell(GeneratorEstimate empty, Candidates[] candidates)
    {
        // Pairs grow with the square of the points.
        var unknowns = 2.0 * empty.Spanned.Rows;
        var needed = candidates.Min(orbit => orbit.Weight * Math.Sqrt(HyperplaneRegression.PairsPerUnknown * unknowns / Math.Max(1, orbit.MedianPairs)));
        return empty with { Support = GeneratorSupport.CannotTell, PointsNeeded = (int)Math.Ceiling(needed) };
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
