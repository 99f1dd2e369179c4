using Noether.Data;
using Noether.Orbits;
using Noether.Reports;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Figure 9: the orbits among all samples, known and found, the spectra; and a digit moved along its generator.</summary>
internal static class RotatedDigitsFigures
{
    /// <summary>Grey dots; more only hide each other.</summary>
    private const int MostDots = 4000;

    public static IEnumerable<Figure> Of(RotatedDigitsSamples samples, LearnedDigits learned, DigitGenerators generators, MovedDigit? moved, RotatedDigitsOptions options)
    {
        var known = new Coloured(samples, samples.Pictures.Take(options.Together.Max()).ToImmutableArray(), options.Digit);
        IEnumerable<Figure> figures = [Cloud(samples, known, options), Both(samples, known, learned, options.Digit), .. Spectra(generators, options.Digit)];
        return moved is null ? figures : figures.Append(Moved(moved));
    }

    private static Figure Cloud(RotatedDigitsSamples samples, Coloured known, RotatedDigitsOptions options) => new(
        "cloud",
        $"{samples.Rotated.Sources[^1] + 1} pictures, each turned {options.Rotations} times",
        $"The first three principal components of all pictures (grey), and the orbits of {known.Names.Length} pictures of the digit {options.Digit}: circles about one axis.",
        [Panel("components 1 and 2", samples, known, 0, 1, 2), Panel("components 2 and 3", samples, known, 1, 2, 0)]);

    private static Figure Both(RotatedDigitsSamples samples, Coloured known, LearnedDigits learned, string digit) => new(
        "orbits",
        "Orbits known and orbits found",
        $"Left: turns of one picture of the digit {digit} have one colour. Right: what the network took for one orbit, knowing only which digit a picture shows; samples in no orbit are left out.",
        [Panel("turns of one picture", samples, known, 1, 2, 0), Panel("orbits from the network", samples, new(samples, learned.Orbits, digit), 1, 2, 0)]);

    private static IEnumerable<Figure> Spectra(DigitGenerators generators, string digit)
    {
        yield return new(
            "spectra",
            "How many generators",
            "Standard deviations of the regressed generators: one stands out. The turns of one picture lie in one plane, where no other is possible.",
            [.. generators.Known.Select(known => Spectrum($"{known.Orbits} of the digit {digit}, orbits known", known.Estimate.Spectrum))]);
        yield return new(
            "spectra-learned",
            "How many generators, from the network's orbits",
            "The same for the orbits that the network found, and for upright pictures of the digit: the control.",
            [Spectrum($"the digit {digit}, orbits from the network", generators.Learned?.Estimate.Spectrum ?? []), Spectrum("control: upright digits", generators.Upright[^1].Estimate.Spectrum)]);
    }

    private static Figure Moved(MovedDigit moved) => new(
        "moved",
        "A picture moved along its generator",
        $"Above: the picture's {moved.Components} principal components moved by exp(tA) and drawn as a picture again, t in steps of an eighth of a turn. Below: the picture turned by t.",
        [new("moved above, turned below", "eighths of a turn", "", [new HeatLayer(moved.Strip, -0.5, MovedDigit.Steps - 0.5, 0, 2, "brightness")]) { EqualUnits = true }]);

    private static Panel Spectrum(string title, ImmutableArray<double> spectrum) => new(title, "direction", "standard deviation", [new BarLayer(spectrum, 1)]);

    private static Panel Panel(string title, RotatedDigitsSamples samples, Coloured orbits, int horizontal, int vertical, int depth)
    {
        var points = samples.Figure9;
        var every = (points.Count + MostDots - 1) / MostDots;
        ImmutableArray<int> scene = [.. Enumerable.Range(0, points.Count).Where(i => i % every == 0)];
        return new(
            title,
            $"principal component {horizontal + 1}",
            $"principal component {vertical + 1}",
            [
                Layer(scene, [.. scene.Select(_ => 0)], ["all samples"]) with { Muted = true },
                Layer(orbits.Samples, orbits.Groups, orbits.Names),
            ])
        { Depth = $"principal component {depth + 1}", EqualUnits = true };

        ScatterLayer Layer(ImmutableArray<int> shown, ImmutableArray<int> groups, ImmutableArray<string> names) =>
            new(Column(points, shown, horizontal), Column(points, shown, vertical), groups, names) { Z = Column(points, shown, depth), Samples = shown };
    }

    private static ImmutableArray<double> Column(PointCloud points, ImmutableArray<int> samples, int column) => [.. samples.Select(sample => points[sample, column])];

    /// <summary>Samples that are drawn in colours.</summary>
    private sealed record Coloured(ImmutableArray<int> Samples, ImmutableArray<int> Groups, ImmutableArray<string> Names)
    {
        /// <summary>The turns of each of some pictures.</summary>
        public Coloured(RotatedDigitsSamples samples, ImmutableArray<int> pictures, string digit)
            : this(
                [.. Enumerable.Range(0, samples.Rotated.Sources.Length).Where(i => pictures.Contains(samples.Rotated.Sources[i]))],
                [.. samples.Rotated.Sources.Where(source => pictures.Contains(source)).Select(source => pictures.IndexOf(source))],
                [.. pictures.Select((_, number) => $"picture {number + 1} of the digit {digit}")])
        {
        }

        /// <summary>The orbits that were found in the class of a digit, in the order of the pictures that most of their samples are turns of.</summary>
        public Coloured(RotatedDigitsSamples samples, OrbitPartition partition, string digit)
            : this(Found(samples, partition, digit))
        {
        }

        private Coloured(ImmutableArray<ImmutableArray<int>> orbits)
            : this([.. orbits.SelectMany(orbit => orbit)], [.. orbits.SelectMany((orbit, number) => orbit.Select(_ => number))], [.. orbits.Select((_, number) => $"orbit {number + 1}")])
        {
        }

        private static ImmutableArray<ImmutableArray<int>> Found(RotatedDigitsSamples samples, OrbitPartition partition, string digit) =>
        [
            .. partition.Orbits.Where(orbit => samples.Seen.Cells.ClassNames[orbit.Class] == digit).Select(orbit => orbit.Samples)
                .OrderBy(orbit => orbit.CountBy(sample => samples.Rotated.Sources[sample]).MaxBy(picture => picture.Value).Key),
        ];
    }
}
