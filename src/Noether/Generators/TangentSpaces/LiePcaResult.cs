using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>Orbits and the generators that they share.</summary>
/// <param name="Orbits">The orbits, each with its dimension and its form.</param>
/// <param name="Solution">What the sum of their forms says.</param>
internal sealed record LiePcaResult(ImmutableArray<LiePcaOrbit> Orbits, LiePcaSolution Solution)
{
    /// <summary>The number of generators.</summary>
    public int Count => Solution.Count;

    /// <summary>How far the generators are set apart: the first value that is none over the last that is; 0 without generators.</summary>
    public double Rise => Count == 0 ? 0 : (Count < Solution.Spectrum.Values.Length ? Solution.Spectrum.Values[Count] : Solution.Forms.Random) / Solution.Spectrum.Values[Count - 1];

    /// <summary>Solves for the generators of some orbits.</summary>
    public static LiePcaResult Of(ImmutableArray<LiePcaOrbit> orbits, LiePcaSetting setting)
    {
        var normals = orbits.Sum(orbit => LiePcaOrbit.Normals(orbit.Source.Points, orbit.Local));
        var forms = LiePcaForms.Of([.. orbits.Select(orbit => (orbit.Form, orbit.Random))]) with { Normals = normals, NoiseIsRough = LiePcaOrbit.AreFew(normals, setting.Basis.Size) };
        return new(orbits, LiePcaSolution.Of(forms, setting.Basis, setting.Options, setting.Dimension));
    }

    /// <summary>The dimension that the generators sweep out on an orbit.</summary>
    public int SweptOn(LiePcaOrbit orbit, LiePcaSetting setting) => Count == 0 ? 0 : SweptDimension.MedianRank(
        orbit.Source.Points, Generators(setting), Solution.Spectrum.Values[Count - 1], Count, setting.Constraint);

    /// <summary>The generators in the coordinates of the setting, orthonormal rows. Shape [count, size].</summary>
    public Matrix Generators(LiePcaSetting setting) => Solution.InCoordinates(setting.Basis);
}
