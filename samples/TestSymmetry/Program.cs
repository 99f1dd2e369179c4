using Noether.Data;
using Noether.Groups;
using Noether.Runs;
using Noether.Verification;

// 1000 places in space and the energy of a bowl there; in your tests, the outputs of your own code.
var random = new Seed(1).Stream();
double[] places = [.. Enumerable.Range(0, 3000).Select(_ => random.NextGaussian())];
double[] energies = [.. places.Chunk(3).Select(x => (x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2]))];

var points = new PointCloud(1000, 3, places);
var rotations = GroupTest.OfValues(points, energies, SymmetryGroup.Named("so(3)", 3));
var translations = GroupTest.OfValues(points, energies, SymmetryGroup.Named("t(3)", 3));
Console.WriteLine($"rotations: {rotations.Verdict}");
Console.WriteLine($"translations: {translations.Verdict}");
