using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;
using Noether.Verification;

namespace Noether.Experiments.Calibration;

/// <summary>What one table was said to have, and what is true of it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Upper">The upper bound of the claim; null without one.</param>
/// <param name="Truth">The true asymmetry of the claimed span, from the exact function; null without a claim.</param>
/// <param name="Least">The true asymmetry of the best affine field.</param>
/// <param name="Controls">What the simple rules claim: the true asymmetry of their span, null where they claim nothing. Shape [rules].</param>
internal sealed record CalibrationRun(
    SymmetryVerdict Verdict, double? Upper, double? Truth, double Least, ImmutableArray<double?> Controls)
{
    // A symmetry that is exact but for rounding and the steps of differences.
    private const double Exact = 0.01;
    private const int PlacesOfTruth = 2000;
    private const double Step = 1e-4;

    /// <summary>The rules that the verdict is compared with, on the same functions and fields.</summary>
    public static ImmutableArray<string> Rules { get; } =
    [
        "threshold: fields whose estimate is within the tolerance",
        "eigengap: fields before the largest ratio of successive estimates",
        "rank test: fields whose estimate is not above 0 by its error",
    ];

    /// <summary>Whether the function has a symmetry.</summary>
    public bool HasSymmetry => Least < Exact;

    /// <summary>Samples a function, asks for its symmetry and compares.</summary>
    public static CalibrationRun Of(CalibrationSystem system, int count, double noise, Seed seed)
    {
        var execution = new Execution { Threads = 1 };
        var options = new SymmetryFinderOptions();
        var places = system.Places(count, seed.For("places"));
        var learner = new ValueSamples(places, [system.Values(places, noise, seed.For("noise"))]);
        var found = SymmetryFinder.Find(learner, options, seed.For("search"), execution);
        var quotient = found.Quotient!;
        // The truth is that of all coordinates, also where the search left some out that hardly matter.
        var whole = CoordinateFrame.Whitening(places, options.SmallestExtent);
        var exact = ExactTest(system, whole, seed.For("truth"));
        var least = SymmetrySearch.Find(exact, FieldSpace.Affine(whole.Rank), options.Test, 1)?.Least?.Asymmetry.Value ?? 1;
        var isClaimed = found.Verdict == SymmetryVerdict.Symmetric;
        return new(
            found.Verdict,
            isClaimed ? found.Asymmetry!.Upper : null,
            isClaimed ? TrueOf(exact, OrbitSymmetry.Fields(found.Generators!, whole)) : null,
            least,
            [
                .. Simple(quotient, options.Test)
                    .Select(fields => fields is null ? (double?)null : TrueOf(exact, InFrame(fields, quotient.Frame, whole))),
            ]);
    }

    private static double TrueOf(SymmetryTest exact, Matrix fields) => exact.Judge(fields)?.Asymmetry.Value ?? 1;

    // The exact function in the coordinates of the search, at places of its own.
    private static SymmetryTest ExactTest(CalibrationSystem system, CoordinateFrame frame, Seed seed)
    {
        var known = new KnownFunction(frame.Rank, 1, Evaluate, [.. Enumerable.Repeat(Step, frame.Rank)]);
        var places = frame.Apply(system.Places(PlacesOfTruth, seed));
        var function = LearnedFunction.Of([known, known, known, known], places, new() { Method = "exact", Unexplained = 0 });
        return SymmetryTest.Of(function, places, new(), new() { Threads = 1 });

        double[] Evaluate(PointCloud cloud)
        {
            var (values, place) = (new double[cloud.Count], new double[system.Dimension]);
            for (var i = 0; i < values.Length; i++)
            {
                frame.Lift.Apply(cloud.Row(i), place);
                for (var j = 0; j < place.Length; j++)
                {
                    place[j] += frame.Centre[j];
                }

                values[i] = system.Value(place);
            }

            return values;
        }
    }

    // Fields of one frame in another one of the same input. Shape [fields, r (r + 1)].
    private static Matrix InFrame(Matrix fields, CoordinateFrame frame, CoordinateFrame other)
    {
        return Matrix.FromRows([.. Enumerable.Range(0, fields.Rows).Select(Moved)]);

        double[] Moved(int row)
        {
            var field = Matrix.FromEntries(frame.Rank, frame.Rank + 1, fields.Row(row).ToArray());
            return other.FromInput(frame.ToInput(field)).Entries.ToArray();
        }
    }

    // What the simple rules claim; null for nothing.
    private static ImmutableArray<Matrix?> Simple(Quotient quotient, SymmetryTestOptions options)
    {
        if (SymmetrySearch.Find(quotient.Test, FieldSpace.Affine(quotient.Frame.Rank), options, 1) is not { } search)
        {
            return [null, null, null];
        }

        var (values, tolerance) = (search.Values, options.Tolerance);
        int[] counts =
        [
            values.TakeWhile(value => value <= tolerance).Count(),
            Enumerable.Range(1, values.Length - 1).MaxBy(k => values[k] / Math.Max(values[k - 1], tolerance * tolerance)),
            search.Prefixes.TakeWhile(prefix => prefix.Square - prefix.Margin <= 0).Count(),
        ];
        return [.. counts.Select(count => count > 0 ? search.Fields.FirstRows(count) : null)];
    }
}
