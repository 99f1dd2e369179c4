namespace Noether.Generators.TangentSpaces;

/// <summary>Generators from tangent spaces that are corrected for the curvature of the orbits by the generators' own flows, Eq. (G22) to (G24).</summary>
internal static class LiePcaRefinement
{
    // Where flat neighbourhoods set the generators this far apart, there is no doubt about their number.
    private const double PlainRise = 4;
    private const int Guesses = 3;

    // Flows that set the generators this far apart are those of the orbit.
    private const double ClearRise = 100;

    /// <summary>The generators of some orbits: from flat neighbourhoods, then with their curvature taken out where the orbits are swept out by them.</summary>
    /// <param name="flat">What flat neighbourhoods say; null where they show no dimension.</param>
    /// <param name="sources">All orbits with the dimensions that they allow.</param>
    /// <param name="setting">Coordinates of generators, options and threads.</param>
    /// <returns>Null where neither neighbourhoods nor flows show a dimension.</returns>
    public static LiePcaResult? Of(LiePcaResult? flat, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting)
    {
        flat = flat is not null && IsSphere(flat, setting) ? WithSmallerDimension(flat, sources, setting) ?? flat : flat;
        var confirmed = flat is { Count: > 0 } && flat.Orbits.All(orbit => orbit.Swept == orbit.Local.Dimension);
        if (!confirmed || flat!.Rise < PlainRise || IsSphere(flat, setting))
        {
            var largest = confirmed ? flat!.Orbits.Max(orbit => orbit.Local.Dimension) : int.MaxValue;
            if (Search(largest, flat is { Count: > 0 } ? flat.Rise : PlainRise, sources, setting) is { } found)
            {
                return found;
            }
        }

        // All rotations lead from any point of a sphere to any other: their flows show nothing.
        return flat is { Count: > 0 } && !IsSphere(flat, setting) ? Refined(flat, confirmed, sources, setting) : flat;
    }

    private static LiePcaResult Refined(LiePcaResult flat, bool confirmed, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting)
    {
        // Flows that took out no curvature set the generators apart no better than flat neighbourhoods, and have chosen other neighbours for nothing.
        var best = Straightened.By(flat, flat.Generators(setting), setting)?.Full() is { } refined && refined.Rise > flat.Rise ? refined : flat;
        var dimension = flat.Orbits.Max(orbit => orbit.Local.Dimension);

        // A symmetry that is only nearly one can hide in the curvature of flat neighbourhoods: then fewer generators have exact flows.
        return confirmed && best.Rise < ClearRise && (flat.Count > dimension || flat.Rise < PlainRise) && Guess(dimension, sources, setting) is { } other && other.Rise > best.Rise
            ? other
            : best;
    }

    /// <summary>Whether all rotations were found: then the points lie on spheres, or on orbits that fold so densely in them that wide neighbourhoods look like those of spheres.</summary>
    private static bool IsSphere(LiePcaResult flat, LiePcaSetting setting) => flat.Count == flat.Solution.Basis.Size && setting.Options.Fields.Count == 1;

    /// <summary>What all points say about smaller dimensions that neighbourhoods show: a few hundred points may have missed one, Eq. (G12); null where none is confirmed.</summary>
    private static LiePcaResult? WithSmallerDimension(LiePcaResult sphere, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting) => Dimensions(sources)
        .Where(dimension => dimension < sphere.Orbits.Max(orbit => orbit.Local.Dimension) && sources.All(source => source.With(dimension) is not { Local.IsShown: false }))
        .Select(dimension => Flat(dimension, sources, setting))
        .FirstOrDefault(smaller => smaller.Count > 0 && smaller.Orbits.All(orbit => smaller.SweptOn(orbit, setting) == orbit.Local.Dimension));

    private static IEnumerable<int> Dimensions(IReadOnlyList<OrbitCandidates> sources) =>
        sources.SelectMany(source => source.Dimensions).Select(candidate => candidate.Local.Dimension).Distinct().Order();

    /// <summary>Takes all orbits to have one dimension, and to be swept out.</summary>
    private static LiePcaResult Flat(int dimension, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting) => LiePcaResult.Of(
        [.. sources.Select(source => source.With(dimension) is { } candidate ? LiePcaOrbit.Of(source, candidate with { Swept = dimension }, setting) : null).OfType<LiePcaOrbit>()],
        setting);

    /// <summary>Tries dimensions, the smallest first, until one sets the generators clearly apart, or less than the one before.</summary>
    private static LiePcaResult? Search(int largest, double rise, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting)
    {
        LiePcaResult? best = null;
        foreach (var dimension in Dimensions(sources).Where(dimension => dimension < largest))
        {
            var found = Guess(dimension, sources, setting);
            if (found is not null && found.Rise > (best?.Rise ?? rise))
            {
                best = found;
                if (found.Rise > ClearRise)
                {
                    break;
                }
            }
            else if (best is not null)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Takes all orbits to have one dimension, and tries the numbers of generators behind which the values rise most, on a few hundred points.</summary>
    private static LiePcaResult? Guess(int dimension, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting)
    {
        // Rotations that sweep out all of a sphere are all there are, and leave nothing to correct.
        if (setting.Options.Space == GeneratorSpace.Rotations && dimension >= setting.Dimension - 1 && setting.Options.Fields.Count == 1)
        {
            return null;
        }

        var flat = Flat(dimension, sources, setting);
        var values = flat.Solution.Spectrum.Values;
        var best = Enumerable.Range(dimension, Math.Max(0, Math.Min(MostGenerators(dimension, setting), values.Length - 1) - dimension + 1))
            .OrderByDescending(count => values[count] / values[count - 1])
            .Take(Guesses)
            .Select(count => Straightened.By(flat, flat.Solution.InCoordinates(setting.Basis, count), setting))
            .OfType<Straightened>()
            .MaxBy(straightened => straightened.Preview.Rise);
        return best?.Full();
    }

    /// <summary>A group of isometries of an orbit of dimension m has at most m (m + 1) / 2 dimensions; of other groups twice as many are tried.</summary>
    private static int MostGenerators(int dimension, LiePcaSetting setting) => dimension * (dimension + 1) / (setting.Options.Space == GeneratorSpace.Rotations ? 2 : 1);
}
