using Noether.Groups;

namespace Noether.Verification;

/// <summary>The verdict on a named group from what was measured of its members, Rule (R14).</summary>
internal static class GroupVerdict
{
    /// <summary>From the judged members.</summary>
    /// <param name="group">The group.</param>
    /// <param name="judged">What decides: all generators together and every element, each with its name.</param>
    /// <param name="doubtOf">Why a claim would be too early, or null; asked only where nothing is broken.</param>
    /// <param name="options">The tolerance.</param>
    /// <param name="misfit">What all parts of a function miss alike may add to the square.</param>
    /// <param name="samples">The number of samples.</param>
    public static GroupTest Of(
        SymmetryGroup group, IReadOnlyList<(string Name, SpanAsymmetry Judged)> judged, Func<string?> doubtOf, SymmetryTestOptions options, double misfit, int samples)
    {
        var tolerance = options.Tolerance;
        var (name, worst) = judged.MaxBy(member => member.Judged.Square);
        var upper = judged.Max(member => member.Judged.Asymmetry.Upper);
        var isBroken = judged.Any(member => member.Judged.Square - member.Judged.Margin > (tolerance * tolerance) + misfit);
        if (isBroken)
        {
            return new(group, upper <= options.ApproximateUpTo * tolerance ? SymmetryVerdict.Approximate : SymmetryVerdict.None, $"{Broken(name, worst)}; the tolerance is {tolerance:P1}.", tolerance)
            {
                Asymmetry = worst.Asymmetry,
            };
        }

        var doubt = doubtOf();
        if (judged.All(member => member.Judged.IsWithin(tolerance, misfit)) && doubt is null)
        {
            return new(group, SymmetryVerdict.Symmetric, $"{group.Name} holds within {upper:P1} ({options.Confidence:P0}); the tolerance is {tolerance:P1}.", tolerance)
            {
                Asymmetry = judged.MaxBy(member => member.Judged.Asymmetry.Upper).Judged.Asymmetry,
            };
        }

        var needed = doubt is null ? SymmetryFinder.Rounded(samples, judged.Max(member => member.Judged.Shortfall(tolerance))) : null;
        var bounds = $"The asymmetry of {name} lies between {worst.Asymmetry.Lower:P1} and {Math.Min(1, worst.Upper):P1}; the tolerance is {tolerance:P1}.";
        return new(group, SymmetryVerdict.CannotTell, (doubt ?? bounds) + (needed is { } more ? $" About {more:N0} samples would decide." : ""), tolerance)
        {
            Asymmetry = worst.Asymmetry,
            NeededSamples = needed,
        };
    }

    /// <summary>The verdict where nothing could be measured.</summary>
    public static GroupTest Undecided(SymmetryGroup group, string reason, SymmetryTestOptions options) => new(group, SymmetryVerdict.CannotTell, reason, options.Tolerance);

    private static string Broken(string name, SpanAsymmetry worst) =>
        $"Broken by {worst.Asymmetry.Value:P1} ({worst.Asymmetry.Lower:P1} to {Math.Min(1, worst.Asymmetry.Upper):P1}): {name}";
}
