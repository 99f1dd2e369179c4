using Noether;
using Noether.Data;
using Noether.Runs;

// One row for each sample, and the name of its class. Here: a point lies on one of two circles about the z axis, and the class is the circle.
var random = new Seed(1).Stream();
var (coordinates, names) = (new List<double>(), new List<string>());
for (var i = 0; i < 800; i++)
{
    var (angle, isOuter) = (random.NextUniform(0, 2 * Math.PI), i % 2 == 1);
    var radius = isOuter ? 2 : 1;
    coordinates.AddRange([radius * Math.Cos(angle), radius * Math.Sin(angle), random.NextUniform(-0.02, 0.02)]);
    names.Add(isOuter ? "outer" : "inner");
}

var samples = new LabelledPoints(new PointCloud(800, 3, [.. coordinates]), Labels.FromNames("circle", names));
var found = SymmetryDiscovery.Run(samples, DiscoveryOptions.Default, new Seed(1), Execution.Default);

Console.WriteLine($"orbits: {string.Join(", ", found.Orbits.Orbits.Select(orbit => $"{orbit.Samples.Length} samples of class {samples.Cells.ClassNames[orbit.Class]}"))}");
Console.WriteLine($"verdict: {found.Symmetry.Verdict}, asymmetry at most {found.Symmetry.Asymmetry!.Upper:P1}");
Console.WriteLine($"with shuffled labels: {SymmetryDiscovery.Run(samples.WithShuffledLabels(new Seed(2)), DiscoveryOptions.Default, new Seed(1), Execution.Default).Symmetry.Verdict}");
