using Noether.Data;
using Noether.Generators;
using Noether.Runs;
using Noether.Verification;

var seed = new Seed(5);
var sphere = SyntheticOrbits.Sphere(points: 1000, dimension: 3, radius: 1, noise: 0.02, seed);
var rotations = GeneratorEstimate.FromOrbit(sphere, new HyperplaneOptions(), seed, Execution.Default);

var error = InvarianceError.Of([sphere], rotations, SampledRegion.Of(sphere), VerificationOptions.Default, seed, Execution.Default);
Console.WriteLine($"{rotations.Count} generators, each entry with a standard error of {rotations.EntryErrors.Max(errors => errors.Entries.ToArray().Max()):0.00} at most");
Console.WriteLine($"moved points land {error.Error:0.0} neighbour distances from the sphere, moved by random matrices {error.Control:0.0}");
