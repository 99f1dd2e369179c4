using Noether.Data;
using Noether.Reports;

namespace Noether.Experiments.RotatedDigits;

/// <summary>Figure 9: the orbits among all samples, the spectra; and a digit moved along its generator.</summary>
internal static class RotatedDigitsFigures
{
    /// <summary>Grey dots; more only hide each other.</summary>
    private const int MostDots = 4000;

    public static Figure Cloud(RotatedDigitsSamples samples, RotatedDigitsOptions options)
    {
        var shown = samples.Pictures.Take(options.Together.Max()).ToImmutableArray();
        return new(
            "cloud",
            $"{samples.Rotated.Sources[^1] + 1} pictures, each turned {options.Rotations} times",
            $"The first three principal components of all pictures (grey), and the orbits of {shown.Length} pictures of the digit {options.Digit}: circles about one axis.",
            [Panel(samples, shown, options, 0, 1, 2), Panel(samples, shown, options, 1, 2, 0)]);
    }

    public static IEnumerable<Figure> Spectra(DigitGenerators generators, string digit)
    {
        yield return new(
            "spectra",
            "How many generators",
            "Standard deviations of the regressed generators: one stands out.",
            [.. generators.Known.Select(known => Spectrum($"{known.Pictures} of the digit {digit}, orbits known", known.Estimate.Spectrum))]);
        yield return new(
            "spectra-learned",
            "How many generators, from the network's orbits",
            "The same for the orbits that the network found, and for upright pictures of the digit: the control.",
            [Spectrum($"the digit {digit}, orbits from the network", generators.Learned?.Spectrum ?? []), Spectrum("control: upright digits", generators.Upright.Spectrum)]);
    }

    public static Figure Moved(MovedDigit moved, int components) => new(
        "moved",
        "A picture moved along its generator",
        $"Above: the picture's {components} principal components moved by exp(tA) and drawn as a picture again, t in steps of an eighth of a turn. Below: the picture turned by t.",
        [new("moved above, turned below", "eighths of a turn", "", [new HeatLayer(moved.Strip, -0.5, MovedDigit.Steps - 0.5, 0, 2, "brightness")]) { EqualUnits = true }]);

    private static Panel Spectrum(string title, ImmutableArray<double> spectrum) => new(title, "direction", "standard deviation", [new BarLayer(spectrum, 1)]);

    private static Panel Panel(RotatedDigitsSamples samples, ImmutableArray<int> pictures, RotatedDigitsOptions options, int horizontal, int vertical, int depth)
    {
        var points = samples.Figure9;
        var every = (points.Count + MostDots - 1) / MostDots;
        ImmutableArray<int> scene = [.. Enumerable.Range(0, points.Count).Where(i => i % every == 0)];
        ImmutableArray<int> orbits = [.. Enumerable.Range(0, points.Count).Where(i => pictures.Contains(samples.Rotated.Sources[i]))];
        return new(
            $"components {horizontal + 1} and {vertical + 1}",
            $"principal component {horizontal + 1}",
            $"principal component {vertical + 1}",
            [
                new ScatterLayer(Column(points, scene, horizontal), Column(points, scene, vertical), [.. scene.Select(_ => 0)], ["all samples"]) { Z = Column(points, scene, depth), Samples = scene, Muted = true },
                new ScatterLayer(
                    Column(points, orbits, horizontal),
                    Column(points, orbits, vertical),
                    [.. orbits.Select(i => pictures.IndexOf(samples.Rotated.Sources[i]))],
                    [.. pictures.Select((_, number) => $"picture {number + 1} of the digit {options.Digit}")])
                { Z = Column(points, orbits, depth), Samples = orbits },
            ])
        { Depth = $"principal component {depth + 1}", EqualUnits = true };
    }

    private static ImmutableArray<double> Column(PointCloud points, ImmutableArray<int> samples, int column) => [.. samples.Select(sample => points[sample, column])];
}
