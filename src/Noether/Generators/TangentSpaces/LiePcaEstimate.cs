using Noether.Data;
using Noether.Generators.Frames;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

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

        var setting = LiePcaSetting.Of(frame, options, execution);
        var sources = frame.Units.Select((unit, i) => OrbitCandidates.Of(frame.Numbers[i], unit, setting, seed.For(frame.Numbers[i]))).ToArray();
        var used = sources
            .Select(source => source.Choose(options) is { } chosen ? LiePcaOrbit.Of(source, chosen, setting) : null)
            .OfType<LiePcaOrbit>()
            .ToImmutableArray();
        if (LiePcaRefinement.Of(used.IsEmpty ? null : LiePcaResult.Of(used, setting), sources, setting) is not { } result)
        {
            return LiePcaFailure.Of(frame, orbits);
        }

        var (found, solution) = result;
        return options.Count is null && solution.Spectrum.IsOpen(solution.Forms.Random)
            ? LiePcaFailure.Open(frame)
            : Result(frame, solution, options.Fields, LiePcaInfluence.Of(found, solution, setting)) with
            {
                Used = found.Sum(orbit => orbit.Form.Count),
                OrbitDimensions = [.. found.Select(orbit => orbit.Local.Dimension)],
                Neighbours = [.. found.Select(orbit => orbit.Local.Neighbours)],
                Findings = [.. GeneratorFindings.OfLiePca(found, orbits.Count), GeneratorFindings.Neighbourhoods(found, options)],
            };
    }

    /// <summary>Coordinates with translations where there is one field, so that the fixed point is found along; several fields share one fixed point only at their own centres.</summary>
    /// <param name="options">Which matrices are wanted, and the fields.</param>
    /// <param name="dimension">The length d of a field.</param>
    /// <param name="known">Whether the point that linear maps leave fixed is known: then they are looked for about it alone.</param>
    public static GeneratorBasis BasisFor(LiePcaOptions options, int dimension, bool known = false) =>
        new(options.Space, dimension, options.Space == GeneratorSpace.Affine || (options.Fields.Count == 1 && !(known && options.Space == GeneratorSpace.Linear)));

    /// <summary>The result in the coordinates of the input.</summary>
    /// <param name="frame">The coordinates of the solution.</param>
    /// <param name="solution">The generators.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="influence">How far they move without groups of points, as from <see cref="LiePcaInfluence"/>; empty where there are no neighbourhoods of orbits.</param>
    public static GeneratorEstimate Result(FieldFrame frame, LiePcaSolution solution, FieldLayout fields, double[][][] influence)
    {
        var generators = GeneratorMap.InPointsUnit(frame, solution);
        var values = solution.Spectrum.Values;
        var estimate = EmptyEstimate.Of(Name, GeneratorMap.Centre(frame, solution.Shift), frame.Spanned) with
        {
            Spectrum = [.. values.Select(value => 1 / Math.Sqrt(value))],
            SpectrumNoise = 1 / Math.Sqrt(solution.Spectrum.NoiseLimit),
            Generators = GeneratorMap.InInput(frame, solution.Basis, generators),
            Fields = fields,
            Space = solution.Basis.Space,
            Unit = frame.Unit,
            EntryErrors = GeneratorMap.InInput(frame, solution.Basis, LiePcaErrors.Of(frame, solution, generators, influence)),
            Explained = 1 - (values[..solution.Count].DefaultIfEmpty(solution.Forms.Random).Average() / solution.Forms.Random),
        };
        return Judged(estimate, solution.Forms);
    }

    /// <summary>The interval of the number of generators: from slabs drawn with replacement, or from all replicates where functions were fitted anew without each slab and sums make no draw.</summary>
    private static GeneratorEstimate Judged(GeneratorEstimate estimate, LiePcaForms forms)
    {
        return forms.AreMeans
            ? Resampling.Judged(estimate, forms.Drawn().Select(Count))
            : Resampling.Judged(estimate, forms.WithoutSlab.Select(Count), tail: 0);

        int Count(Matrix form) => forms.SpectrumOf(form).Count(forms.Random);
    }
}
