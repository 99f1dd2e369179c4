using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Tests;

/// <summary>Figures such as the Mexican hat gives.</summary>
internal static class SampleFigures
{
    private const int PointsPerClass = 1000;
    private const double A = 2.3;

    internal static Figure MexicanHat { get; } = new(
        "embedding",
        "Mexican hat: classes fall apart into their orbits",
        "Left: the classifier's last layer, flattened by t-SNE; each class with V < 0 shows two pieces. Right: the same samples in the plane, two circles for each of them.",
        [Map(), Plane()]);

    internal static Figure Spectrum { get; } = new(
        "spectrum",
        "Strength of the candidate generators",
        "One direction stands far above the rest: the data support one generator.",
        [new("Spectrum", "candidate", "strength", [new BarLayer([0.9971, 0.0312, 0.0125, 0.0038], 1)]) { LogarithmicVertical = true },
         new("Convergence", "epoch", "accuracy", [new LineLayer("training", [1, 2, 3, 4, 5, 6], [0.2, 0.5, 0.71, 0.88, 0.93, 0.97], Marked: true), new LineLayer("shuffled labels", [1, 2, 3, 4, 5, 6], [0.09, 0.1, 0.1, 0.11, 0.12, 0.12], Marked: false)])]);

    internal static Figure Generator { get; } = new(
        "generators",
        "The generator",
        "Antisymmetric: a rotation.",
        [new("Generator 1", "column", "row", [new HeatLayer(Matrix.FromRows([0.0013, -0.7071], [0.7071, -0.0008]), 0.5, 2.5, 2.5, 0.5, "entry") { Diverging = true }]) { EqualUnits = true }]);

    private static ImmutableArray<string> ClassNames => [.. Enumerable.Range(-5, 11).Select(SampleReport.ClassName)];

    private static ImmutableArray<int> Groups => [.. Enumerable.Range(0, 11 * PointsPerClass).Select(i => i / PointsPerClass)];

    private static Panel Map()
    {
        var random = new Seed(1).For("map").Stream();
        var x = new double[11 * PointsPerClass];
        var y = new double[11 * PointsPerClass];
        for (var i = 0; i < x.Length; i++)
        {
            var (k, orbit) = ((i / PointsPerClass) - 5, i % 2);
            var piece = k < 0 ? (2 * (k + 5)) + orbit : k + 10;
            var angle = 2 * Math.PI * random.NextDouble();
            var radius = 9 + (2 * Math.Sin((3 * angle) + piece)) + (0.4 * random.NextDouble());
            x[i] = (30 * (piece % 4)) + (radius * Math.Cos(angle));
            y[i] = (30 * (piece / 4)) + (radius * Math.Sin(angle) * 0.7);
        }

        return new("t-SNE of the last hidden layer", "t-SNE 1", "t-SNE 2", [new ScatterLayer([.. x], [.. y], Groups, ClassNames)]) { EqualUnits = true };
    }

    private static Panel Plane()
    {
        var random = new Seed(1).For("plane").Stream();
        var x = new double[11 * PointsPerClass];
        var y = new double[11 * PointsPerClass];
        for (var i = 0; i < x.Length; i++)
        {
            var value = ((i / PointsPerClass) - 5) / 5.0;
            var outer = value > 0 || i % 2 == 0;
            var squared = (A / 2) + ((outer ? 1 : -1) * Math.Sqrt((A * A / 4) + value));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            var radius = Math.Sqrt(Math.Max(squared, 0));
            (x[i], y[i]) = (radius * cosine, radius * sine);
        }

        return new("The potential", "x", "y", [Potential(), new ScatterLayer([.. x], [.. y], Groups, ClassNames)]) { EqualUnits = true };
    }

    private static HeatLayer Potential()
    {
        const int Cells = 200;
        const double Edge = 1.8;
        double At(int cell) => Edge * (((2.0 * cell) + 1) / Cells - 1);
        return new(Matrix.Generate(Cells, Cells, (i, j) => Value((At(i) * At(i)) + (At(j) * At(j)))), -Edge, Edge, -Edge, Edge, "V(x, y)");
    }

    private static double Value(double squaredRadius) => Math.Min((squaredRadius * squaredRadius) - (A * squaredRadius), 4);
}
