using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>Estimates without generators: what every other one starts from.</summary>
internal static class EmptyEstimate
{
    // Fewer points than this per coordinate leave nothing over once a centre and directions are fitted.
    private const int PointsPerCoordinate = 10;

    /// <summary>No generator about a centre, decided by the data.</summary>
    public static GeneratorEstimate Of(string method, double[] centre, Matrix spanned) => new()
    {
        Method = method,
        Spectrum = [],
        SpectrumNoise = 0,
        Generators = [],
        EntryErrors = [],
        Centre = [.. centre],
        Spanned = spanned,
        CountStability = 0,
        Explained = 0,
        Used = 0,
        Rejected = 0,
        Delta = 0,
        Epsilon = 0,
        Support = GeneratorSupport.Decided,
        Findings = [],
    };

    /// <summary>Orbits that extend in no two directions; with too few points even that is not decided.</summary>
    public static GeneratorEstimate Of(string method, IReadOnlyList<PointCloud> orbits, ImmutableArray<Finding> findings)
    {
        var enough = orbits.Any(orbit => orbit.Count > orbit.Dimension + 1);
        return Of(method, orbits[0].Mean(), Matrix.Zero(1, orbits[0].Dimension)) with
        {
            Support = enough ? GeneratorSupport.Decided : GeneratorSupport.CannotTell,
            PointsNeeded = enough ? null : PointsPerCoordinate * orbits[0].Dimension,
            Findings = findings,
        };
    }
}
