using Noether.Numerics;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>Pictures of the generators' spectrum and matrices.</summary>
internal static class GeneratorFigures
{
    /// <summary>Generators that are drawn; more do not fit side by side.</summary>
    private const int MostMatrices = 6;

    /// <summary>The spectrum of the asymmetry, and the matrices where there are any; nothing without candidates.</summary>
    public static IEnumerable<Figure> Of(Report report)
    {
        if (report.Symmetry is { Spectrum: { } spectrum } symmetry)
        {
            yield return Spectrum(spectrum, symmetry);
        }

        if (report.Generators is { Matrices.IsEmpty: false } generators)
        {
            yield return new(
                "generators",
                "Generators",
                "Entries of the generators in the input's coordinates.",
                [.. generators.Matrices.Take(MostMatrices).Select((matrix, index) => Picture(matrix, $"generator {index + 1}"))]);
        }
    }

    private static Figure Spectrum(ImmutableArray<Asymmetry> spectrum, SymmetryReport symmetry)
    {
        ImmutableArray<double> numbers = [.. spectrum.Select((_, k) => k + 1.0)];
        return new(
            "spectrum",
            "How many generators",
            $"Asymmetry of the best 1, 2, .. fields together, with its bounds: 0 is an exact symmetry, random fields have about one over the root of the dimension. Fields below the tolerance of {symmetry.Tolerance:P0} are symmetries.",
            [
                new("spectrum of the asymmetry", "fields", "asymmetry",
                [
                    new LineLayer("asymmetry", numbers, [.. spectrum.Select(bounds => bounds.Value)], Marked: true),
                    new LineLayer("upper bound", numbers, [.. spectrum.Select(bounds => Math.Min(1, bounds.Upper))], Marked: false),
                    new LineLayer("lower bound", numbers, [.. spectrum.Select(bounds => bounds.Lower)], Marked: false),
                    new LineLayer("tolerance", [numbers[0], numbers[^1]], [symmetry.Tolerance, symmetry.Tolerance], Marked: false),
                ]),
            ]);
    }

    private static Panel Picture(Matrix matrix, string title) =>
        new(title, "column", "row", [new HeatLayer(matrix, 0.5, matrix.Columns + 0.5, matrix.Rows + 0.5, 0.5, "entry") { Diverging = true }]) { EqualUnits = true };
}
