using Noether.Data;
using Noether.Generators;
using Noether.Generators.Invariants;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.Superpotentials;

/// <summary>What the orbits of a superpotential are to say about its symmetry.</summary>
internal static class SuperpotentialGeneratorClaims
{
    private const double WantedSine = 0.05;
    private const double WantedKept = 0.95;

    public static IEnumerable<Claim> Of(LabelledPoints samples, SuperpotentialSampling sampling, SymmetryDiscovery discovery, RunContext context)
    {
        var orbits = discovery.Orbits!.CloudsOf(samples.Points);
        yield return Invariants(orbits, sampling, context);
        yield return Generators(discovery, sampling, context);
        yield return Name("algebra of the fields moved together", discovery.Algebra, SuperpotentialAlgebras.Tied(sampling));
        yield return Name("algebra of the eight coordinates, fields not told", Free(orbits, context), SuperpotentialAlgebras.Free(sampling));
        yield return Kept(discovery.Evidence?.Labels);
    }

    private static Claim Kept(LabelAgreement? labels) => new(
        "moved samples that keep their class, as a share of unmoved ones (control: random matrices)", labels?.Kept ?? 0, $">= {WantedKept}", labels?.Kept >= WantedKept, labels?.ControlKept);

    private static Claim Invariants(ImmutableArray<PointCloud> orbits, SuperpotentialSampling sampling, RunContext context)
    {
        var expected = SuperpotentialAlgebras.Invariants(sampling);
        var found = QuadraticInvariants.Find(orbits, context.Execution).Functions.Select(function => function.Quadratic).ToArray();
        return Sine("quadratic invariants of the orbits: sine of the angle to p", found, expected, (8, context));
    }

    private static Claim Generators(SymmetryDiscovery discovery, SuperpotentialSampling sampling, RunContext context) =>
        Sine("generators: sine of the angle to the algebra of p", [.. discovery.Generators?.Generators ?? []], SuperpotentialAlgebras.Generators(sampling), (4, context));

    /// <summary>The angle between spans of one dimension; the control is the median for random spans of that dimension.</summary>
    private static Claim Sine(string name, Matrix[] found, ImmutableArray<Matrix> expected, (int Size, RunContext Context) random)
    {
        if (found.Length != expected.Length)
        {
            return new($"{name}; their number", found.Length, expected.Length, Holds: false);
        }

        const int draws = 101;
        var stream = random.Context.Seed.For("random spans").Stream();
        var sines = Enumerable.Range(0, draws)
            .Select(_ => GeneratorAgreement.Sine([.. expected.Select(_ => Matrix.Generate(random.Size, random.Size, (_, _) => stream.NextGaussian()))], expected))
            .Order()
            .ToArray();
        var sine = GeneratorAgreement.Sine(found, expected);
        return new($"{name} (control: random matrices)", sine, $"<= {WantedSine}", sine <= WantedSine, sines[draws / 2]);
    }

    private static AlgebraIdentification Free(ImmutableArray<PointCloud> orbits, RunContext context)
    {
        var estimate = GeneratorEstimate.FromInvariants(orbits, new() { Space = GeneratorSpace.Linear }, context.Execution);
        return estimate.Count == 0
            ? new AlgebraIdentification.None { Reason = "No generator." }
            : AlgebraIdentification.Identify(estimate.Generators, new() { StandardErrors = estimate.StandardErrors }, context.Seed.For("free algebra"), context.Execution);
    }

    private static Claim Name(string claim, AlgebraIdentification? algebra, string expected)
    {
        var name = algebra is AlgebraIdentification.Unique(var unique) ? unique.Name : algebra?.Verdict ?? "none";
        return new(claim, name, expected, name == expected);
    }
}
