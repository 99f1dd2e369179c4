using Noether.Functions;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>
/// Finds the continuous symmetries of what is known of samples: which combinations of coordinates matter, then the fields that leave
/// the function unchanged, then their algebra.
/// One quantity judges all of them, Eq. (Y1) to (Y12).
/// </summary>
internal static class SymmetryFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="learner">The samples and what is known of them.</param>
    /// <param name="options">Tolerance and spaces.</param>
    /// <param name="seed">Parts and networks.</param>
    /// <param name="execution">Threads, progress "symmetry", cancellation.</param>
    public static FoundSymmetry Find(IFunctionLearner learner, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var (drawn, all) = (Drawn(learner, options.MostSamples, seed.For("samples")), learner.Points.Count);
        var found = Find(drawn, options, 1, seed, execution);
        if (found.Verdict == SymmetryVerdict.CannotTell && drawn.Alternative(found.Fit) is { } other
            && Find(other, options, 2, seed.For("alternative"), execution) is { Verdict: not SymmetryVerdict.CannotTell } decided)
        {
            found = decided;
        }

        return drawn.Points.Count == all ? found : found with
        {
            Findings = [.. found.Findings, new("LIM003", Severity.Note, $"The function was learned from {drawn.Points.Count:N0} of {all:N0} samples, drawn at random; the verdict rests on these.")],
        };
    }

    /// <summary>Finds them, and the mirrors, axes and exchanges of coordinates that are symmetries besides, Eq. (F1).</summary>
    /// <param name="learner">The samples and what is known of them.</param>
    /// <param name="options">Tolerance and spaces.</param>
    /// <param name="seed">Parts, networks, random rotations.</param>
    /// <param name="execution">Threads, progress "symmetry", cancellation.</param>
    public static FoundSymmetry FindWhole(IFunctionLearner learner, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var found = Find(learner, options, seed, execution);
        if (found.Quotient is not { } quotient)
        {
            return found;
        }

        if (quotient.Learned.ValuesAt is null && found.Verdict == SymmetryVerdict.Symmetric)
        {
            // Surfaces of classes are known at their samples only; finite maps lead elsewhere. Networks take seconds, and judge what a
            // continuous symmetry leaves to be judged better than groups of many elements.
            var anywhere = Drawn(learner, options.MostSamples, seed.For("samples")).Anywhere;
            quotient = quotient with { Learned = anywhere.Learn(quotient.Frame, seed.For("anywhere"), execution), Points = anywhere.Points };
        }

        return found with { Group = FiniteSearch.Find(quotient, found, options, seed.For("elements"), execution) };
    }

    /// <summary>The samples, or so many of them at random.</summary>
    internal static IFunctionLearner Drawn(IFunctionLearner learner, int most, Seed seed) =>
        learner.Points.Count <= most ? learner : learner.Select(seed.Stream().Choose(learner.Points.Count, most));

    // The tries share the error rate: the second is wrong half as often.
    private static FoundSymmetry Find(IFunctionLearner learner, SymmetryFinderOptions options, int tries, Seed seed, Execution execution)
    {
        execution.Report("symmetry", 0, "learning the function");
        var whole = learner.Frame ?? CoordinateFrame.Whitening(learner.Points, options.SmallestExtent);
        if (options.Fields.Count > 1 && whole.Rank < learner.Points.Dimension)
        {
            whole = CoordinateFrame.OneScale(learner.Points); // vectors that are moved together keep all their coordinates
        }

        var quotient = Quotient.Of(learner, whole, options, seed.For("function"), execution);
        if (quotient.Learned.Fit.Obstacle is { } obstacle)
        {
            return Undecided(quotient, options, obstacle);
        }

        execution.Report("symmetry", 0.7, "looking for generators");
        var searches = new List<SymmetrySearch>();
        foreach (var (space, kind) in Spaces(quotient.Frame, options))
        {
            if (SymmetrySearch.Find(quotient.Test, space, options.Test, tries * (searches.Count + 1)) is not { } search)
            {
                break;
            }

            search = SpanClaim.Reduce(search, quotient, options, tries * (searches.Count + 1));
            searches.Add(search);
            if (search.Claimed > 0)
            {
                return SymmetryNaming.Of(quotient, search, kind, learner, options, seed.For("names"), execution);
            }

            if (search.IsNone(options.Test.Tolerance, quotient.Test.MisfitAllowance))
            {
                break;
            }
        }

        return searches.Count == 0
            ? Undecided(quotient, options, "The gradients are too uncertain for a spectrum: the samples are too few or too noisy.")
            : WithoutClaim(quotient, searches[0], Spaces(quotient.Frame, options).First().Kind, learner, options, seed.For("names"), execution);
    }

    private static IEnumerable<(FieldSpace Space, GeneratorSpace Kind)> Spaces(CoordinateFrame frame, SymmetryFinderOptions options)
    {
        if (options.Fields.Count > 1)
        {
            yield return (TiedFields.Of(options.Fields, options.Space ?? GeneratorSpace.Linear, frame), options.Space ?? GeneratorSpace.Linear);
            yield break;
        }

        if (options.Space is not (GeneratorSpace.Rotations or GeneratorSpace.Linear) && frame.Rank * (frame.Rank + 1) <= options.MostFields)
        {
            yield return (FieldSpace.Affine(frame.Rank), GeneratorSpace.Affine);
        }

        if (options.Space == GeneratorSpace.Linear)
        {
            yield return (FieldSpace.Linear(frame), GeneratorSpace.Linear);
        }

        if (options.Space is null or GeneratorSpace.Rotations)
        {
            yield return (FieldSpace.Rotations(frame), GeneratorSpace.Rotations);
        }
    }

    private static FoundSymmetry Undecided(Quotient quotient, SymmetryFinderOptions options, string reason) => new()
    {
        Verdict = SymmetryVerdict.CannotTell,
        Reason = reason,
        Tolerance = options.Test.Tolerance,
        Fit = quotient.Learned.Fit,
        Dependence = quotient.Dependence,
        Quotient = quotient,
        Algebra = new AlgebraIdentification.None { Reason = reason },
        Findings = quotient.Findings,
    };

    private static FoundSymmetry WithoutClaim(Quotient quotient, SymmetrySearch search, GeneratorSpace kind, IFunctionLearner learner, SymmetryFinderOptions options, Seed seed, Execution execution)
    {
        var (tolerance, least) = (options.Test.Tolerance, search.Least);
        var best = search.Prefixes.IsEmpty ? null : search.Prefixes[0];
        if (best is not null && least is not null && search.IsNone(tolerance, quotient.Test.MisfitAllowance))
        {
            if (best.Upper <= options.Test.ApproximateUpTo * tolerance && best.Asymmetry.Lower > tolerance && quotient.Weak is null)
            {
                return SymmetryNaming.Of(quotient, search with { Claimed = 1 }, kind, learner, options, seed, execution) with
                {
                    Verdict = SymmetryVerdict.Approximate,
                    Reason = $"The best generator is broken by {best.Asymmetry.Value:P1} ({best.Asymmetry.Lower:P1} to {best.Asymmetry.Upper:P1}), more than the tolerance of {tolerance:P1}.",
                };
            }

            return Undecided(quotient, options, $"Whatever {Words(kind)} there is, it is broken by at least {least.Asymmetry.Lower:P1}; the tolerance is {tolerance:P1}.") with
            {
                Verdict = SymmetryVerdict.None,
                Asymmetry = least.Asymmetry,
                Change = least.Scaled,
                Space = kind,
                Spectrum = [.. search.Prefixes.Select(prefix => prefix.Asymmetry)],
            };
        }

        var (samples, fit) = (learner.Points.Count, quotient.Learned.Fit);
        var doubt = fit.Doubt(tolerance);
        var needed = doubt is not null ? fit.Needed(samples, tolerance) : best is null ? null : Rounded(samples, best.Shortfall(tolerance));
        return Undecided(quotient, options, doubt ?? Bounds(best, least, options.Test, search.Objection, needed)) with
        {
            Asymmetry = best?.Asymmetry,
            Change = best?.Scaled,
            Space = kind,
            Spectrum = [.. search.Prefixes.Select(prefix => prefix.Asymmetry)],
            NeededSamples = needed,
        };
    }

    // What stands in the way of an answer: either bound of either quantity of Rule (R1), or what else speaks against a claim.
    private static string Bounds(SpanAsymmetry? best, SpanAsymmetry? least, SymmetryTestOptions test, string? objection, int? needed)
    {
        var (tolerance, upper) = (test.Tolerance, best?.Asymmetry.Upper ?? 1);
        var lower = Math.Min(best?.Asymmetry.Lower ?? 0, least?.Asymmetry.Lower ?? 0);
        var bounds = $"The best generator's asymmetry lies between {lower:P1} and {Math.Min(1, upper):P1}";
        var change = best?.Scaled is { } scaled && scaled.Upper > Math.Max(upper, tolerance)
            ? $", and it may change the values by up to {Math.Min(1, scaled.Upper):P1} of their spread"
            : "";
        var more = needed is { } samples ? $" About {samples:N0} samples would decide." : "";
        return $"{bounds}{change}; the tolerance is {tolerance:P1}.{(objection is null || upper > tolerance ? "" : $" {objection}")}{more}";
    }

    /// <summary>So many times as many samples, to two digits; null where more would not help or nobody would have so many.</summary>
    internal static int? Rounded(int samples, double factor)
    {
        if (!(factor > 1 && factor < 1e4))
        {
            return null;
        }

        var digits = Math.Pow(10, Math.Floor(Math.Log10(samples * factor)) - 1);
        return (int)Math.Min(int.MaxValue, Math.Ceiling(samples * factor / digits) * digits);
    }

    private static string Words(GeneratorSpace space) => space switch
    {
        GeneratorSpace.Rotations => "rotation or translation",
        GeneratorSpace.Linear => "linear symmetry",
        _ => "affine symmetry",
    };
}
