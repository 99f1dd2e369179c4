using Noether.Data;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>Lie-PCA over several orbits: the sum of their tangency forms and its kernel.</summary>
internal static class LiePcaEstimate
{
    private const string Name = "lie-pca";

    public static GeneratorEstimate Of(IReadOnlyList<PointCloud> orbits, LiePcaOptions options, Seed seed, Execution execution)
    {
        OrbitSet.RequireOneSpace(orbits);
        if (FieldFrame.Of(orbits, options.Fields, options.Whiten) is not { } frame)
        {
            return EmptyEstimate.Of(Name, orbits, [GeneratorFindings.NoExtent(orbits)]);
        }

        var d = frame.ToUnit.Rows;
        var translations = options.Fields.Count == 1 && options.Space != GeneratorSpace.Linear;
        var basis = new GeneratorBasis(options.Space, d, translations || options.Space == GeneratorSpace.Affine);
        var constraint = new TangencyConstraint(basis, options.Fields, d);
        var used = frame.Units
            .Select((unit, i) => LiePcaOrbit.Of((frame.Numbers[i], unit), constraint, options, seed.For(frame.Numbers[i]), execution))
            .OfType<LiePcaOrbit>()
            .ToArray();
        return used.Length == 0
            ? LiePcaFailure.Of(frame, orbits)
            : Result(frame, used, LiePcaSolution.Of(LiePcaForms.Of(used), basis, options.Space, d), orbits);
    }

    private static GeneratorEstimate Result(FieldFrame frame, LiePcaOrbit[] used, LiePcaSolution solution, IReadOnlyList<PointCloud> orbits)
    {
        if (solution.Spectrum.IsOpen(solution.Forms.Random))
        {
            return LiePcaFailure.Open(frame);
        }

        var generators = GeneratorMap.ToInput(frame, solution);
        var values = solution.Spectrum.Values;
        var (errors, stability) = LiePcaErrors.Of(solution, generators.Length > 0 ? generators[0].Entries.Length : 1);
        return EmptyEstimate.Of(Name, GeneratorMap.Centre(frame, solution.Shift), frame.Spanned) with
        {
            Spectrum = [.. values.Select(value => 1 / Math.Sqrt(value))],
            SpectrumNoise = 1 / Math.Sqrt(solution.Spectrum.NoiseLimit),
            Generators = generators,
            StandardErrors = errors,
            CountStability = stability,
            Explained = 1 - (values[..solution.Count].DefaultIfEmpty(solution.Forms.Random).Average() / solution.Forms.Random),
            Used = used.Sum(orbit => orbit.Form.Count),
            OrbitDimensions = [.. used.Select(orbit => orbit.Local.Dimension)],
            Neighbours = [.. used.Select(orbit => orbit.Local.Neighbours)],
            Findings = [.. GeneratorFindings.OfLiePca(used, orbits.Count)],
        };
    }
}
