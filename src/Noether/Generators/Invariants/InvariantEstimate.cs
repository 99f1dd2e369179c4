using Noether.Data;
using Noether.Generators.Frames;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Invariants;

/// <summary>Generators that leave the quadratic invariants of orbits unchanged: their gradients are the normals of orbits in the tangency form, Eq. (G21).</summary>
internal static class InvariantEstimate
{
    private const string Name = "invariants";

    // The form is a mean over points; a thousand make it known to a few percent of its own size, and its kernel exactly.
    private const int MostPoints = 1000;

    public static GeneratorEstimate Of(IReadOnlyList<PointCloud> orbits, LiePcaOptions options, Execution execution)
    {
        OrbitSet.RequireOneSpace(orbits);
        if (TooLarge(orbits) is { } refusal)
        {
            return refusal with { Fields = options.Fields };
        }

        if (FieldFrame.Of(orbits, options.Fields, whiten: false) is not { } frame)
        {
            return EmptyEstimate.Of(Name, orbits, [GeneratorFindings.NoExtent(orbits)]);
        }

        var invariants = QuadraticInvariants.Find(frame.Units, execution);
        var empty = EmptyEstimate.Of(Name, frame.Centre, frame.Spanned) with { Fields = options.Fields };
        if (invariants.Functions.IsEmpty)
        {
            return empty with { Findings = [GeneratorFindings.NoInvariants(invariants.Spectrum.FirstOrDefault(1))] };
        }

        var d = frame.ToUnit.Rows;
        var basis = LiePcaEstimate.BasisFor(options, d, known: true);
        var centre = invariants.CriticalPoint();
        var forms = Forms(Spread(frame.Units).RelativeTo(centre), invariants.About(centre), new(basis, options.Fields, d), execution);
        var solution = LiePcaSolution.Of(forms, basis, options, d);
        if (solution.Spectrum.IsOpen(forms.Random))
        {
            return LiePcaFailure.Open(frame) with { Method = Name, Fields = options.Fields };
        }

        return LiePcaEstimate.Result(frame with { Centre = InInput(frame, centre, options.Fields) }, solution, options.Fields, []) with
        {
            Method = Name,
            Used = frame.Units.Where((_, i) => !invariants.LeftOut.Contains(i)).Sum(orbit => orbit.Count),
            Findings = [.. GeneratorFindings.OfInvariants(invariants, [.. frame.Numbers])],
        };
    }

    /// <summary>What to say when there are too many coordinates, or too few points for them; null when there are not.</summary>
    private static GeneratorEstimate? TooLarge(IReadOnlyList<PointCloud> orbits)
    {
        var (coordinates, points) = (orbits[0].Dimension, orbits.Sum(orbit => orbit.Count));
        var needed = QuadraticInvariants.PointsNeeded(coordinates);
        return coordinates > QuadraticInvariants.MostCoordinates
            ? EmptyEstimate.Of(Name, orbits, [GeneratorFindings.TooManyCoordinates(coordinates, QuadraticInvariants.MostCoordinates)])
            : points >= needed
            ? null
            : EmptyEstimate.Of(Name, orbits, [GeneratorFindings.TooFewForInvariants(points, needed)]) with
            {
                Support = GeneratorSupport.CannotTell,
                PointsNeeded = (int)Math.Ceiling(needed / (double)orbits.Count),
            };
    }

    /// <summary>A place in the frame's coordinates in those of the input, field by field.</summary>
    private static double[] InInput(FieldFrame frame, ReadOnlySpan<double> place, FieldLayout fields)
    {
        var (k, d, centre) = (frame.FromUnit.Columns, frame.FromUnit.Rows, (double[])frame.Centre.Clone());
        var step = new double[d];
        for (var field = 0; field < fields.Count; field++)
        {
            frame.FromUnit.Apply(place.Slice(field * k, k), step);
            for (var i = 0; i < d; i++)
            {
                centre[(field * d) + i] += (fields.Conjugate.Contains(field) ? fields.Sign(i, d) : 1) * step[i];
            }
        }

        return centre;
    }

    private static LiePcaForms Forms(PointCloud points, QuadraticInvariants invariants, TangencyConstraint constraint, Execution execution)
    {
        var groups = invariants.WithoutGroup.Length;
        var forms = new Matrix[1 + (2 * groups)];
        execution.ForEachBlock(forms.Length, i => forms[i] = Form(points, i switch
        {
            0 => invariants.Functions,
            _ when i <= groups => invariants.WithoutGroup[i - 1],
            _ => invariants.Deviations[i - 1 - groups],
        }, constraint));

        // The jackknife's factor: groups share most of their points.
        var noise = forms[(groups + 1)..].Aggregate((sum, form) => sum + form);
        return new(forms[0], [.. forms[1..(groups + 1)]], (groups - 1.0) / groups * noise, forms[0].Trace / forms[0].Rows) { NoiseIsRough = true, AreMeans = false };
    }

    /// <summary>The mean over points of the sum over functions of (grad f . A x)^2.</summary>
    private static Matrix Form(PointCloud points, ImmutableArray<QuadraticFunction> functions, TangencyConstraint constraint)
    {
        var (gradient, row, sum) = (new double[points.Dimension], new double[constraint.Size], new double[constraint.Size * constraint.Size]);
        for (var i = 0; i < points.Count; i++)
        {
            foreach (var function in functions)
            {
                function.Gradient(points.Row(i), gradient);
                constraint.Of(gradient, points.Row(i), row);
                TangencyForm.AddSquare(row, 1.0 / points.Count, sum);
            }
        }

        return Matrix.FromEntries(constraint.Size, constraint.Size, sum);
    }

    /// <summary>Points from all orbits, as many of each as it has points.</summary>
    private static PointCloud Spread(ImmutableArray<PointCloud> orbits)
    {
        var places = orbits.SelectMany((orbit, o) => Enumerable.Range(0, orbit.Count).Select(i => (Orbit: o, Point: i))).ToArray();
        var count = Math.Min(places.Length, MostPoints);
        var d = orbits[0].Dimension;
        var values = new double[count * d];
        for (var i = 0; i < count; i++)
        {
            var (orbit, point) = places[(int)((long)i * places.Length / count)];
            orbits[orbit].Row(point).CopyTo(values.AsSpan(i * d, d));
        }

        return new(count, d, values);
    }
}
