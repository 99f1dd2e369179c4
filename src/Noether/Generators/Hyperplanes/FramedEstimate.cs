using Noether.Data;
using Noether.Generators.Frames;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Hyperplanes;

/// <summary>Hyperplane regression in other coordinates than the input's: of several fields, Eq. (G18), or whitened, Eq. (G19); its generators are mapped back.</summary>
internal static class FramedEstimate
{
    // Directions of moves are right in any coordinates, and their lengths those of a rotation: half of what the coordinates are off stays in the generators (exact in each plane of one
    // field; of tied fields an estimate).
    private const double LengthShare = 0.5;

    public static GeneratorEstimate Of(IReadOnlyList<PointCloud> orbits, HyperplaneOptions options, Seed seed, Execution execution)
    {
        OrbitSet.RequireOneSpace(orbits);
        if (FieldFrame.Of(orbits, options.Fields, options.Whiten) is not { } frame)
        {
            return EmptyEstimate.Of(HyperplaneEstimate.Name, orbits, [GeneratorFindings.NoExtent(orbits)]);
        }

        var inner = options.Fields.Count > 1
            ? OfFields(frame, orbits.Count, options, seed, execution)
            : HyperplaneEstimate.Pooled(frame.Units, frame.Numbers, orbits.Count, options, seed, execution).Estimate;
        var generators = GeneratorMap.ToInput(frame, inner.Generators);
        var result = inner with
        {
            Generators = generators,
            EntryErrors = FrameErrors.AddedTo(Jackknife.Errors(generators, [.. inner.WithoutPart.Select(part => GeneratorMap.ToInput(frame, part))]), frame, generators, LengthShare),
            WithoutPart = [],
            Fields = options.Fields,
            Centre = [.. options.Fields.Count > 1 ? frame.Centre : Mapped(frame, inner.Centre)],
            Spanned = frame.Spanned,
            Delta = frame.Unit * inner.Delta,
            Epsilon = frame.Unit * inner.Epsilon,
        };
        return result with { Findings = [.. inner.Findings.Where(finding => finding.Id != GeneratorFindings.PlaneChoices), GeneratorFindings.Planes(result)] };
    }

    private static GeneratorEstimate OfFields(FieldFrame frame, int given, HyperplaneOptions options, Seed seed, Execution execution)
    {
        var k = frame.ToUnit.Rows;
        var candidates = frame.Units.Select((unit, i) => HyperplaneRegression.OfFields(unit, k, options, seed.For(frame.Numbers[i]), execution)).ToArray();
        var empty = EmptyEstimate.Of(HyperplaneEstimate.Name, frame.Centre, Matrix.Identity(k)) with { Findings = [.. GeneratorFindings.Missing(frame.Numbers, given), .. GeneratorFindings.OfPlanes(candidates)] };
        return HyperplaneEstimate.Pool(empty, k, candidates);
    }

    /// <summary>A point of the frame's coordinates in those of the input.</summary>
    private static double[] Mapped(FieldFrame frame, ImmutableArray<double> point)
    {
        var place = new double[frame.Centre.Length];
        frame.FromUnit.Apply(point.AsSpan(), place);
        System.Numerics.Tensors.TensorPrimitives.Add(place, frame.Centre, place);
        return place;
    }
}
