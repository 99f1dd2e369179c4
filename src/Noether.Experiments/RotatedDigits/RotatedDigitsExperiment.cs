using Noether.Experiments.Discovery;
using Noether.LieAlgebras;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Figure 9 of the paper: turned pictures of digits, the generator of their orbits, and what it does on more components than three.</summary>
internal static class RotatedDigitsExperiment
{
    /// <summary>Turns the pictures, learns them, regresses generators and states the claims.</summary>
    /// <exception cref="InvalidDataException">None of the pictures shows the digit that is looked at.</exception>
    /// <exception cref="ArgumentException">There are more than <see cref="RotatedDigitsOptions.MostTurned"/> turned pictures.</exception>
    public static Report Run(DigitImages digits, RotatedDigitsOptions options, RunContext context)
    {
        Require(digits, options);
        var clock = new StageClock(TimeProvider.System);
        var (seed, execution) = (context.Seed, context.Execution);
        var samples = clock.Measure("sample", () => RotatedDigitsSamples.Of(digits, options, seed.For("samples"), execution));
        var report = Keep(context.Blank with
        {
            Data = new(digits.Source, digits.Sha256, samples.Seen.Count, samples.Components.Mean.Length, [samples.Seen.Cells.ClassCount], Dropped: 0),
        });

        var learned = clock.Measure("train", () => LearnedDigits.Of(samples, options, context));
        report = Keep(LearnedReport(report, samples, learned) with { Claims = [.. RotatedDigitsClaims.Learned(learned)] });

        var generators = clock.Measure("generators", () => DigitGenerators.Of(digits, samples, learned, options, context));
        var algebra = Algebra(generators, context);
        report = Keep(WithGenerators(report, generators, algebra) with
        {
            Claims = [.. report.Claims!, .. RotatedDigitsClaims.Generators(generators, options.Digit, algebra, seed.For("random matrices"))],
        });

        var frequencies = clock.Measure("frequencies", () => options.Coordinates.Select(count => AngularFrequencies.Of(samples, count, options, seed.For("frequencies"), execution)).ToArray());
        report = Keep(report with { Claims = [.. report.Claims!, .. RotatedDigitsClaims.Frequencies(frequencies)] });
        var planes = frequencies.Select(each => each.Planes).OfType<RotationPlanes>().MaxBy(each => each.Axes.Rows);
        var moved = planes is null ? null : MovedDigit.Of(samples, samples.Pictures[0], planes, seed.For("moved"), execution);
        report = report with { Claims = [.. report.Claims!, RotatedDigitsClaims.Moved(moved)] };
        return Keep(report with { Figures = options.Figures ? [.. RotatedDigitsFigures.Of(samples, learned, generators, moved, options), .. GeneratorFigures.Of(report)] : [] });

        Report Keep(Report partial)
        {
            var timed = partial with { Timings = clock.Times };
            context.Finished.Report(timed);
            return timed;
        }
    }

    private static void Require(DigitImages digits, RotatedDigitsOptions options)
    {
        var turned = (long)Math.Min(options.Images, digits.Images.Count) * options.Rotations;
        if (turned > RotatedDigitsOptions.MostTurned)
        {
            throw new ArgumentException($"At most {RotatedDigitsOptions.MostTurned} turned pictures are looked at; {Math.Min(options.Images, digits.Images.Count)} pictures times {options.Rotations} rotations are {turned}.", nameof(options));
        }

        if (digits.Digits.Classes.Take(options.Images).All(digit => digits.Digits.ClassNames[digit] != options.Digit))
        {
            throw new InvalidDataException($"{digits.Source}: expected a digit {options.Digit} among the first {options.Images} pictures, found none; take more pictures, or another digit.");
        }
    }

    private static AlgebraIdentification Algebra(DigitGenerators generators, RunContext context) => generators.Learned?.Estimate is { Generators.IsEmpty: false } estimate
        ? AlgebraIdentification.Identify(estimate.Generators, new() { StandardErrors = estimate.StandardErrors }, context.Seed.For("algebra"), context.Execution)
        : new AlgebraIdentification.None { Reason = "The network's orbits of the digit support no generator." };

    private static Report LearnedReport(Report report, RotatedDigitsSamples samples, LearnedDigits learned)
    {
        var classifier = learned.Classifier;
        return report with
        {
            Classifier = new(classifier.Accuracy, classifier.Epochs, 0, classifier.Network.Layers),
            Orbits = [.. learned.Orbits.Orbits.Select(orbit => new OrbitReport(samples.Seen.Cells.ClassNames[orbit.Class], orbit.Index, orbit.Samples.Length, learned.Orbits.Jumps[orbit.Class]))],
            Findings = [.. report.Findings, .. classifier.Findings, .. learned.Orbits.Findings],
            Arrays = [.. report.Arrays, new("embedding", [learned.Embedding.Rows, learned.Embedding.Columns], learned.Embedding.Entries.ToArray()), new("orbits", [learned.Orbits.OrbitOf.Length], learned.Orbits.OrbitOf.ToArray())],
            Files = NetworkFiles.Of(classifier.Network),
        };
    }

    private static Report WithGenerators(Report report, DigitGenerators generators, AlgebraIdentification algebra)
    {
        var estimate = (generators.Learned ?? generators.Known[^1]).Estimate;
        return report with
        {
            Verdict = VerdictSentence.Of(algebra),
            Generators = GeneratorReport.Of(estimate, verdict: null, algebra),
            Algebra = AlgebraReport.Of(algebra),
            Findings = [.. report.Findings, .. estimate.Findings, .. algebra.Findings],
        };
    }
}
