using Noether.Numerics;
using Noether.Reports;

namespace Noether.Experiments.Discovery;

/// <summary>Pictures of the generators' spectrum and matrices.</summary>
internal static class GeneratorFigures
{
    /// <summary>Generators that are drawn; more do not fit side by side.</summary>
    private const int MostMatrices = 6;

    /// <summary>The spectrum, and the matrices where there are any; nothing without candidates.</summary>
    public static IEnumerable<Figure> Of(Report report)
    {
        if (report.Generators is not { } generators)
        {
            yield break;
        }

        if (!generators.Spectrum.IsEmpty)
        {
            yield return Spectrum(generators);
        }

        if (!generators.Matrices.IsEmpty)
        {
            yield return new(
                "generators",
                "Generators",
                "Entries of the generators in the input's coordinates.",
                [.. generators.Matrices.Take(MostMatrices).Select((matrix, index) => Picture(matrix, $"generator {index + 1}"))]);
        }
    }

    private static Figure Spectrum(GeneratorReport generators) => new(
        "spectrum",
        "How many generators",
        $"Strength of each candidate direction; the drop after the first {generators.Count} says how many generators the data support.",
        [new("spectrum of the candidates", "direction", "standard deviation", [new BarLayer(generators.Spectrum, generators.Count)])]);

    private static Panel Picture(Matrix matrix, string title) =>
        new(title, "column", "row", [new HeatLayer(matrix, 0.5, matrix.Columns + 0.5, matrix.Rows + 0.5, 0.5, "entry") { Diverging = true }]) { EqualUnits = true };
}
