using Noether.Functions;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.LieAlgebras.Closing;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>
/// From claimed fields to generators in the user's coordinates, the point they leave fixed, the algebra they span and the quadratic
/// form they leave invariant, Eq. (Y11) and (Y12).
/// </summary>
internal static class SymmetryNaming
{
    // Fixed points are looked for where fields move by more than this share of the largest.
    private const double SmallestMotion = 0.05;

    /// <summary>Names them.</summary>
    public static FoundSymmetry Of(Quotient quotient, SymmetrySearch search, GeneratorSpace kind, IFunctionLearner learner, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var (frame, count) = (quotient.Frame, search.Claimed);
        var span = GeneratorCoordinates.Of(quotient.Test, search, count, frame, options);
        var algebra = AlgebraIdentification.Identify(span.InFrame, new() { StandardErrors = [.. Enumerable.Repeat(span.Error, count)] }, seed, execution);
        if (algebra is AlgebraIdentification.Unique { Algebra: { Basis: { } basis } named } unique)
        {
            algebra = unique with { Algebra = named with { Basis = span.IsTied ? basis : basis with { Coordinates = span.ToInput(basis.Coordinates) } } };
        }

        var open = SpanClaim.Open(search, quotient, options);
        if (open > count)
        {
            var larger = GeneratorCoordinates.Of(quotient.Test, search, open, frame, options);
            algebra = AtLeast(algebra, AlgebraIdentification.Identify(larger.InFrame, new() { StandardErrors = [.. Enumerable.Repeat(larger.Error, open)] }, seed, execution), (count, open));
        }

        var judged = search.Prefixes[count - 1].Asymmetry;
        judged = span.Asymmetry is { } centred && centred.Upper > judged.Upper ? centred : judged;
        return new()
        {
            Verdict = SymmetryVerdict.Symmetric,
            Reason = $"All generators together have an asymmetry of {judged.Value:P1}, at most {judged.Upper:P1} ({options.Test.Confidence:P0}), within the tolerance of {options.Test.Tolerance:P1}.",
            Tolerance = options.Test.Tolerance,
            Asymmetry = judged,
            Change = search.Prefixes[count - 1].Scaled,
            Fit = quotient.Learned.Fit,
            Dependence = quotient.Dependence,
            Quotient = quotient,
            Space = kind,
            Spectrum = [.. search.Prefixes.Select(prefix => prefix.Asymmetry)],
            Generators = span.Estimate(search, learner.Points, options),
            Algebra = algebra,
            Metric = Metric(algebra, span, frame),
            Findings = quotient.Findings,
        };
    }

    // What is claimed, or more: the samples do not exclude further generators.
    private static AlgebraIdentification AtLeast(AlgebraIdentification claimed, AlgebraIdentification larger, (int Claimed, int Open) counts) => new AlgebraIdentification.Ambiguous([.. Candidates(claimed).Concat(Candidates(larger))])
    {
        Reason = $"{counts.Claimed} of {counts.Open} generators are within the tolerance beyond doubt; the samples do not exclude all "
            + $"{counts.Open}. More samples would decide.",
        Findings = claimed.Findings,
    };

    private static IEnumerable<AlgebraCandidate> Candidates(AlgebraIdentification found) => found switch
    {
        AlgebraIdentification.Unique(var algebra) => [new(algebra.Name, $"dimension {algebra.Dimension}")],
        AlgebraIdentification.Ambiguous(var several) => several,
        _ => [],
    };

    private static Matrix? Metric(AlgebraIdentification algebra, GeneratorCoordinates span, CoordinateFrame frame)
    {
        if (algebra is not AlgebraIdentification.Unique { Algebra.IsCompact: true } || span.Centre is null || span.IsTied)
        {
            return null;
        }

        var generators = GeneratorSpan.Of(span.InFrame, new() { StandardErrors = [.. Enumerable.Repeat(span.Error, span.InFrame.Length)] });
        if (generators is null || InvariantForm.Find(generators) is not { } form)
        {
            return null;
        }

        var metric = frame.Map.Transposed * form.Form * frame.Map;
        return metric.Trace > 0 ? metric.Rows / metric.Trace * metric : null;
    }

    /// <summary>The point that all fields leave fixed, in the frame, and by how much unit fields miss it.</summary>
    internal static (double[] Point, double Miss) FixedPoint(ImmutableArray<Matrix> fields)
    {
        var r = fields[0].Rows - 1;
        var (square, pull) = (Matrix.Zero(r, r), new double[r]);
        foreach (var field in fields)
        {
            var linear = Matrix.Generate(r, r, (i, j) => field[i, j]);
            square += linear.Transposed * linear;
            for (var j = 0; j < r; j++)
            {
                for (var i = 0; i < r; i++)
                {
                    pull[j] -= field[i, j] * field[i, r];
                }
            }
        }

        var (eigen, point) = (SymmetricEigen.Of(square), new double[r]);
        for (var k = 0; k < r; k++)
        {
            if (eigen.Values[k] > SmallestMotion * SmallestMotion * eigen.Values[^1])
            {
                var direction = eigen.Vectors.Row(k);
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(direction, System.Numerics.Tensors.TensorPrimitives.Dot(direction, pull) / eigen.Values[k], point, point);
            }
        }

        return (point, fields.Max(field => Miss(field, point)));
    }

    private static double Miss(Matrix field, double[] point)
    {
        var r = point.Length;
        return Math.Sqrt(Enumerable.Range(0, r).Sum(i => Math.Pow(field[i, r] + Enumerable.Range(0, r).Sum(j => field[i, j] * point[j]), 2)));
    }
}
