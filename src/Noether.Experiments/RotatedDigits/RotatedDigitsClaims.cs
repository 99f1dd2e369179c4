using Noether.Experiments.Measures;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>What Figure 9 is to show and what goes beyond it, each beside its control.</summary>
internal static class RotatedDigitsClaims
{
    private const double WantedAccuracy = 0.95;
    private const double WantedRatio = 5;
    private const double WantedCosine = 0.99;
    private const double WantedSymmetric = 1e-3;
    private const double WantedDrop = 2;
    private const double WantedAgreement = 0.95;
    private const double WantedPurity = 0.95;
    private const double WantedCounts = 0.9;
    private const int RandomMatrices = 101;

    public static IEnumerable<Claim> Learned(LearnedDigits learned) =>
    [
        .. RepresentationClaims.Accuracy(["classifier accuracy"], learned.Classifier.Accuracy, learned.Controls, WantedAccuracy),
        .. RepresentationClaims.Beside("nearest samples of the digit that are turns of the same picture", (learned.Quality, learned.Controls), WantedPurity, quality => quality.Purity),
        .. RepresentationClaims.Beside("digits with as many orbits as pictures", (learned.Quality, learned.Controls), WantedCounts, quality => quality.RightCounts),
        .. RepresentationClaims.Beside("adjusted Rand index of orbits and pictures, mean over digits", (learned.Quality, learned.Controls), WantedAgreement, quality => quality.Agreement),
    ];

    public static IEnumerable<Claim> Generators(DigitGenerators generators, string digit, AlgebraIdentification algebra, Seed seed)
    {
        var control = DigitGenerators.Ratio(generators.Upright);
        var random = MedianCosine(generators.Upright.Spanned.Columns, seed);
        var name = algebra is AlgebraIdentification.Unique(var found) ? found.Name : algebra.Verdict;
        return
        [
            .. generators.Known.SelectMany(known => Of($"{known.Pictures} of the digit {digit}, orbits known", known.Estimate)),
            .. generators.Known.Zip(generators.Independent, (known, independent) => Skew(known.Pictures, known.Estimate, independent.Estimate)).TakeLast(1),
            .. generators.Independent.TakeLast(1).SelectMany(last => Of($"{last.Pictures} of the digit {digit}, orbits known, angles drawn independently", last.Estimate)),
            .. generators.Learned is { } learned ? Of($"the digit {digit}, orbits from the network", learned) : [],
            new($"algebra of the digit {digit}, orbits from the network", name, "so(2)", name == "so(2)"),
        ];

        IEnumerable<Claim> Of(string what, GeneratorEstimate estimate)
        {
            var (ratio, cosine) = (DigitGenerators.Ratio(estimate), DigitGenerators.Cosine(estimate));
            yield return new($"{what}: first standard deviation over the second (control: upright digits)", ratio, $">= {WantedRatio}", ratio >= WantedRatio, control);
            yield return new($"{what}: |cosine| to a rotation of two components (control: random matrices)", cosine, $">= {WantedCosine}", cosine >= WantedCosine, random);
        }

        Claim Skew(int pictures, GeneratorEstimate estimate, GeneratorEstimate independent)
        {
            var symmetric = DigitGenerators.Symmetric(estimate);
            return new(
                $"{pictures} of the digit {digit}, orbits known: symmetric part of the generator (control: angles drawn independently)",
                symmetric, $"<= {WantedSymmetric}", symmetric <= WantedSymmetric, DigitGenerators.Symmetric(independent));
        }
    }

    public static IEnumerable<Claim> Frequencies(IEnumerable<AngularFrequencies> all)
    {
        foreach (var frequencies in all)
        {
            var where = $"{frequencies.Coordinates} coordinates{Of(frequencies.Components)} (control: samples dealt to pictures at random)";
            var (found, known) = (Text(frequencies.Found), Text(frequencies.Known));
            yield return new($"frequencies of the generator on {where}", found, known, found == known && !frequencies.Found.IsEmpty, Text(frequencies.Dealt));
            if (double.IsFinite(frequencies.Drop))
            {
                yield return new($"strength of the generator over the next direction on {where}", frequencies.Drop, $">= {WantedDrop}", frequencies.Drop >= WantedDrop, frequencies.DealtDrop);
            }
        }
    }

    public static Claim Moved(MovedDigit moved, int components) => new(
        $"cosine of a picture moved along exp(tA) on {components} components to the picture turned by t (control: random rotations)",
        moved.Agreement, $">= {WantedAgreement}", moved.Agreement >= WantedAgreement, moved.Control);

    private static string Of(int? components) => components is null ? "" : $", the strongest of {components} principal components";

    private static string Text(ImmutableArray<int> frequencies) => frequencies.IsEmpty ? "none" : string.Join(", ", frequencies);

    private static double MedianCosine(int size, Seed seed)
    {
        var stream = seed.Stream();
        var cosines = Enumerable.Range(0, RandomMatrices).Select(_ => DigitGenerators.Cosine(Matrix.Generate(size, size, (_, _) => stream.NextGaussian()))).Order().ToArray();
        return cosines[RandomMatrices / 2];
    }
}
