using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>A function in the combinations of coordinates that it depends on, Eq. (Y9), learned again there.</summary>
/// <param name="Frame">These combinations.</param>
/// <param name="Learned">The function in them.</param>
/// <param name="Test">The test built of it.</param>
/// <param name="Dependence">What was left out.</param>
/// <param name="Weak">The directions that are left and matter by less than three tolerances: all fields along them are nearly
/// symmetries. Shape [directions, r]; null where there is none.</param>
/// <param name="LeastMatter">By how much the direction matters that matters least: the asymmetry of moving along it.</param>
/// <param name="Findings">What a reader should know.</param>
internal sealed record Quotient(CoordinateFrame Frame, LearnedFunction Learned, SymmetryTest Test, Dependence Dependence, Matrix? Weak, double LeastMatter, ImmutableArray<Finding> Findings)
{
    /// <summary>The samples in the coordinates of the input.</summary>
    public required Data.PointCloud Points { get; init; }

    /// <summary>Threads and cancellation.</summary>
    public required Execution Execution { get; init; }

    // Each round learns the function better; two or three do.
    private const int Rounds = 4;

    /// <summary>Learns the function, leaves out what does not matter, and learns it again, until all matters.</summary>
    public static Quotient Of(IFunctionLearner learner, CoordinateFrame whole, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var (frame, asymmetry, chance) = (whole, (Asymmetry?)null, (double?)null);
        var learned = learner.Learn(frame, seed, execution);
        var test = TestOf(learned, frame);
        var left = SearchOf(test, frame);
        for (var round = 1; round < Rounds && options.Fields.Count == 1; round++)
        {
            if (left is null || (learned.Fit.Obstacle is not null && !learned.Fit.LiesApart))
            {
                break;
            }

            if (Smaller(learner, frame, (learned, left), options, (seed.For(round), execution)) is not var (next, better, p))
            {
                break;
            }

            asymmetry = Larger(asymmetry, left.Prefixes[frame.Rank - next.Rank - 1].Asymmetry);
            chance = p is { } value ? Math.Min(chance ?? 1, value) : chance;
            (frame, learned) = (next, better);
            test = TestOf(learned, frame);
            left = SearchOf(test, frame);
        }

        var weak = left?.Prefixes.TakeWhile(prefix => prefix.Asymmetry.Value <= options.Test.ApproximateUpTo * options.Test.Tolerance).Count() ?? 0;
        return new(
            frame,
            learned,
            test,
            Verification.Dependence.Of(frame, asymmetry, chance),
            weak > 0 ? Directions(left!.Fields, frame.Rank, weak) : null,
            left is { Prefixes: [var least, ..] } ? least.Asymmetry.Value : 1,
            [.. Notes(asymmetry, chance, options)])
        { Points = learner.Points, Execution = execution };

        SymmetryTest TestOf(LearnedFunction function, CoordinateFrame coordinates) => SymmetryTest.Of(function, coordinates.Apply(learner.Points), options.Test, execution);
        SymmetrySearch? SearchOf(SymmetryTest built, CoordinateFrame coordinates) => SymmetrySearch.Find(built, FieldSpace.Translations(coordinates.Rank), options.Test, 1);
    }

    // As many directions as the interval allows, or as the estimate suggests where held-out samples agree: they are predicted as well
    // without these directions, and as well with them permuted.
    private static (CoordinateFrame Frame, LearnedFunction Learned, double? PValue)? Smaller(
        IFunctionLearner learner, CoordinateFrame frame, (LearnedFunction Function, SymmetrySearch Search) now, SymmetryFinderOptions options, (Seed Seed, Execution Execution) run)
    {
        var search = now.Search;
        var suggested = search.Prefixes.TakeWhile(prefix => prefix.Asymmetry.Value <= options.Test.Tolerance).Count();
        foreach (var unused in new[] { Math.Max(suggested, search.Claimed), search.Claimed }.Distinct().Where(count => count > 0 && count < frame.Rank))
        {
            var next = Without(learner, frame, search.Fields, unused);
            var p = UnusedTest.PValue(now.Function, frame.Apply(learner.Points), LeftOut(frame, next), run.Seed.For("permuted"), run.Execution);
            if (p <= options.LargestUsedP)
            {
                continue;
            }

            var learned = learner.Learn(next, run.Seed, run.Execution);
            if (IsAsGood(now.Function, learned, options))
            {
                return (next, learned, p);
            }
        }

        return null;
    }

    // The directions of a frame that do not move the coordinates of another. Shape [directions, r].
    private static Matrix LeftOut(CoordinateFrame frame, CoordinateFrame next)
    {
        var kept = next.Map * frame.Lift;
        return SymmetricEigen.Of(kept.Transposed * kept).Vectors.FirstRows(frame.Rank - next.Rank);
    }

    // A function of another kind (sets with a surface in place of networks) is compared by its own thickness: it has been found to have
    // a surface. A direction that matters little still matters where held-out samples say so: a claim without it would be less exact than
    // its bound.
    private static bool IsAsGood(LearnedFunction all, LearnedFunction some, SymmetryFinderOptions options)
    {
        var most = (options.QuotientLoss * all.Fit.Unexplained) + Tolerance.Rounding.Relative;
        return some.Fit.Obstacle is null && (some.LevelsSteepness != all.LevelsSteepness || some.Outputs != all.Outputs || some.Fit.Unexplained <= most);
    }

    private static CoordinateFrame Without(IFunctionLearner learner, CoordinateFrame frame, Matrix fields, int unused)
    {
        var r = frame.Rank;
        var directions = Directions(fields, r, unused);
        var rest = SymmetricEigen.Of(Matrix.Identity(r) - (directions.Transposed * directions));
        var next = frame.Quotient(Matrix.Generate(r - unused, r, (k, j) => rest.Vectors[unused + k, j]));
        var dependence = Verification.Dependence.Of(next);
        ImmutableArray<int> used = [.. Enumerable.Range(0, frame.Spreads.Length).Except(dependence.Unused)];
        // Where whole columns do not matter, the frame is made of the others exactly.
        return used.Length == next.Rank ? CoordinateFrame.Whitening(learner.Points, Tolerance.Rounding.Relative, used) : next;
    }

    private static Matrix Directions(Matrix translations, int rank, int count) =>
        GramSchmidt.Rows(Matrix.Generate(count, rank, (k, j) => translations[k, (j * (rank + 1)) + rank]));

    private static Asymmetry Larger(Asymmetry? one, Asymmetry other) => one is not null && one.Upper > other.Upper ? one : other;

    private static IEnumerable<Finding> Notes(Asymmetry? asymmetry, double? chance, SymmetryFinderOptions options)
    {
        if (asymmetry is not null && asymmetry.Upper > options.Test.Tolerance)
        {
            var permuted = chance is { } p ? $" and with them permuted (p = {p:0.00})" : "";
            yield return new("SYM002", Severity.Note, $"The combinations that are left out matter by at most {asymmetry.Upper:P1}, estimated {asymmetry.Value:P1}: held-out samples are predicted as well without them{permuted}, but more samples would make sure.");
        }
    }
}
