using Noether.Experiments.Measures;
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

    /// <summary>A fresh sample of the orbit is off by 1; interpolation and planes that a hundred angles mix move it by some hundredths of a radius, which is one more.</summary>
    private const double WantedInvariance = 2;

    private const double WantedDrop = 2;
    private const double WantedAgreement = 0.95;
    private const double WantedPurity = 0.95;
    private const double WantedCounts = 0.9;
    private const int RandomMatrices = 101;

    /// <summary>A line and one plane.</summary>
    private const int FewestCoordinates = 3;

    public static IEnumerable<Claim> Learned(LearnedDigits learned) =>
    [
        .. RepresentationClaims.Beside("adjusted Rand index of orbits and pictures, mean over digits", (learned.Quality, learned.Controls), WantedAgreement, quality => quality.Agreement),
        .. RepresentationClaims.Beside("nearest samples of the digit that are turns of the same picture", (learned.Quality, learned.Controls), WantedPurity, quality => quality.Purity),
        .. RepresentationClaims.Beside("digits with as many orbits as pictures", (learned.Quality, learned.Controls), WantedCounts, quality => quality.RightCounts),
        .. RepresentationClaims.Accuracy(["classifier accuracy"], learned.Classifier.Accuracy, learned.Controls, WantedAccuracy),
    ];

    public static IEnumerable<Claim> Generators(DigitGenerators generators, string digit, AlgebraIdentification algebra, Seed seed)
    {
        var random = MedianCosine(generators.Upright[0].Estimate.Spanned.Columns, seed);
        var name = algebra is AlgebraIdentification.Unique(var found) ? found.Name : algebra.Verdict;
        return
        [
            .. generators.Known.Zip(generators.Upright).SelectMany(pair => Of($"{pair.First.Orbits} of the digit {digit}, orbits known", pair.First, pair.Second)),
            .. generators.Known.Zip(generators.Independent, (known, independent) => Skew(known, independent)).TakeLast(1),
            .. generators.Independent.TakeLast(1).SelectMany(last => Of($"{last.Orbits} of the digit {digit}, orbits known, angles drawn independently", last, generators.Upright[^1])),
            .. Of($"the digit {digit}, orbits from the network", generators.Learned, generators.Upright[^1]),
            new($"algebra of the digit {digit}, orbits from the network", name, "so(2)", name == "so(2)"),
        ];

        IEnumerable<Claim> Of(string what, OrbitGenerator? found, OrbitGenerator upright)
        {
            var (ratio, cosine, error) = (found?.Ratio ?? double.NaN, found?.Cosine ?? 0, found?.Invariance?.Error ?? double.NaN);
            if (found is not { Orbits: 1 }) // one orbit lies in one plane, which has one rotation: its ratio could not but be large
            {
                var wanted = WantedRatio * Math.Max(1, upright.Ratio); // in a plane, upright pictures have a ratio above 1 too
                yield return new($"{what}: first standard deviation over the second (control: upright digits)", Number(ratio), $">= {WantedRatio}, and {WantedRatio} times the control's", ratio >= wanted, Number(upright.Ratio));
            }

            yield return new($"{what}: |cosine| to a rotation of two components (control: random matrices)", cosine, $">= {WantedCosine}", cosine >= WantedCosine, random);
            yield return new(
                $"{what}: how far the generator takes points off their orbits, in distances of neighbours (control: random matrices)",
                Number(error), $"<= {WantedInvariance}", error <= WantedInvariance, Number(found?.Invariance?.Control ?? double.NaN));
        }

        Claim Skew(OrbitGenerator known, OrbitGenerator independent) => new(
            $"{known.Orbits} of the digit {digit}, orbits known: symmetric part of the generator (control: angles drawn independently)",
            Number(known.Symmetric), $"<= {WantedSymmetric}", known.Symmetric <= WantedSymmetric, Number(independent.Symmetric));
    }

    public static IEnumerable<Claim> Frequencies(IEnumerable<AngularFrequencies> all)
    {
        foreach (var frequencies in all)
        {
            var where = $"{frequencies.Coordinates} coordinates{Of(frequencies.Components)} (control: samples dealt to pictures at random)";
            var found = Text(frequencies.Found);
            var known = frequencies.Known.IsEmpty ? $"{frequencies.Coordinates / 2} frequencies" : Text(frequencies.Known);
            if (frequencies.Coordinates > FewestCoordinates) // a single plane has frequency 1 whatever turns it
            {
                yield return new($"frequencies of the generator on {where}", found, known, found == known, Text(frequencies.Dealt));
            }

            if (frequencies.Found.IsEmpty || !double.IsNaN(frequencies.Drop)) // where the line is flat, a plane is left, which has no next direction
            {
                yield return new($"strength of the generator over the next direction on {where}", Number(frequencies.Drop), $">= {WantedDrop}", frequencies.Drop >= WantedDrop, Number(frequencies.DealtDrop));
            }
        }
    }

    /// <summary>What moving a picture shows; without a generator of whole planes there is nothing to move it by.</summary>
    public static Claim Moved(MovedDigit? moved) => new(
        $"cosine of a picture moved along exp(tA){(moved is null ? "" : $" on {moved.Components} components")} to the picture turned by t, in the components (control: random rotations)",
        Number(moved?.Agreement ?? double.NaN), $">= {WantedAgreement}", moved?.Agreement >= WantedAgreement, Number(moved?.Control ?? double.NaN));

    private static string Of(int? components) => components is null ? "" : $", the strongest of {components} principal components";

    /// <summary>A number, or "none" where there was nothing to measure.</summary>
    private static ClaimValue Number(double value) => double.IsFinite(value) ? value : "none";

    private static string Text(ImmutableArray<int> frequencies) => frequencies.IsEmpty ? "none" : string.Join(", ", frequencies);

    private static double MedianCosine(int size, Seed seed)
    {
        var stream = seed.Stream();
        var cosines = Enumerable.Range(0, RandomMatrices).Select(_ => OrbitGenerator.CosineOf(Matrix.Generate(size, size, (_, _) => stream.NextGaussian()))).Order().ToArray();
        return cosines[RandomMatrices / 2];
    }
}
