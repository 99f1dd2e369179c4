namespace Noether.Generators.TangentSpaces;

/// <summary>Generators from tangent spaces that are corrected for the curvature of the orbits by the generators' own flows, Eq. (G22) to (G24).</summary>
internal static class LiePcaRefinement
{
    // Where flat neighbourhoods set the generators this far apart, there is no doubt about their number.
    private const double PlainRise = 4;
    private const int Guesses = 3;

    /// <summary>The generators of some orbits: from flat neighbourhoods, then with their curvature taken out where the orbits are swept out by them.</summary>
    /// <param name="flat">What flat neighbourhoods say.</param>
    /// <param name="sources">All orbits with the dimensions that they allow.</param>
    /// <param name="setting">Coordinates of generators, options and threads.</param>
    public static LiePcaResult Of(LiePcaResult flat, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting)
    {
        var confirmed = flat.Orbits.All(orbit => orbit.Swept == orbit.Local.Dimension);
        if (flat.Rise < PlainRise || !confirmed)
        {
            foreach (var dimension in sources.SelectMany(source => source.Dimensions).Select(candidate => candidate.Local.Dimension).Distinct().Order())
            {
                if (flat.Count > 0 && confirmed && flat.Orbits.All(orbit => orbit.Local.Dimension <= dimension))
                {
                    break;
                }

                if (Guess(dimension, sources, setting) is { } found && found.Rise > flat.Rise)
                {
                    return found;
                }
            }
        }

        // Flows that took out no curvature set the generators apart no better than flat neighbourhoods, and have chosen other neighbours for nothing.
        return flat.Count > 0 && Straightened.By(flat, flat.Generators(setting), setting)?.Full() is { } refined && refined.Rise > flat.Rise ? refined : flat;
    }

    /// <summary>Takes all orbits to have one dimension, and tries the numbers of generators behind which the values rise most, on a few hundred points.</summary>
    private static LiePcaResult? Guess(int dimension, IReadOnlyList<OrbitCandidates> sources, LiePcaSetting setting)
    {
        // Rotations that sweep out all of a sphere are all there are, and leave nothing to correct.
        if (setting.Options.Space == GeneratorSpace.Rotations && dimension >= setting.Dimension - 1 && setting.Options.Fields.Count == 1)
        {
            return null;
        }

        var flat = LiePcaResult.Of(
            [.. sources.Select(source => source.With(dimension) is { } candidate ? LiePcaOrbit.Of(source, candidate with { Swept = dimension }, setting) : null).OfType<LiePcaOrbit>()],
            setting);
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
