using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Functions;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.Superpotentials;

/// <summary>What the orbits of a superpotential are to say about its symmetry; names stand beside what the same orbits with their samples dealt at random give.</summary>
internal static class SuperpotentialGeneratorClaims
{
    private const double WantedSine = 0.05;

    public static ImmutableArray<Claim> Of(LabelledPoints samples, SuperpotentialOptions options, SymmetryDiscovery discovery, RunContext context)
    {
        var found = discovery.Orbits;
        if (found.Orbits.IsEmpty)
        {
            return [new("orbits of which generators can be looked for", 0, ">= 1", Holds: false)];
        }

        var (sampling, tied) = (options.Potential.Sampling, options.Detection.Discovery.Symmetry);
        var free = tied with { Fields = FieldLayout.Single };
        var orbits = found.CloudsOf(samples.Points);
        var dealt = DealtOrbits.Of(samples.Points, found, context.Seed.For("dealt orbits"));
        var tiedDealt = OfOrbits(dealt, tied);
        return
        [
            Invariants(orbits, sampling, context),
            Sine("generators: sine of the angle to the algebra of p", [.. discovery.Generators?.Generators ?? []], SuperpotentialAlgebras.Generators(sampling), context),
            Name("algebra of the fields moved together", NameOf(discovery.Algebra), SuperpotentialAlgebras.Tied(sampling), NameOf(tiedDealt.Algebra)),
            Name("algebra of the eight coordinates, fields not told", NameOf(OfOrbits(orbits, free).Algebra), SuperpotentialAlgebras.Free(sampling), NameOf(OfOrbits(dealt, free).Algebra)),
            .. Special(discovery.Generators, tiedDealt.Generators, context),
            Broken(discovery.Symmetry, context),
        ];

        FoundSymmetry OfOrbits(ImmutableArray<PointCloud> clouds, SymmetryFinderOptions search) =>
            SymmetryFinder.Find(new PointSets(Together(clouds)), search, context.Seed.For("orbits"), context.Execution);
    }

    private static LabelledPoints Together(ImmutableArray<PointCloud> clouds) => new(
        new PointCloud(clouds.Sum(cloud => cloud.Count), clouds[0].Dimension, [.. clouds.SelectMany(cloud => cloud.Values.ToArray())]),
        new Labels("orbit", [.. clouds.SelectMany((cloud, number) => Enumerable.Repeat(number, cloud.Count))], [.. clouds.Select((_, number) => $"{number}")]));

    private static Claim Broken(FoundSymmetry found, RunContext context)
    {
        var (upper, tolerance) = (found.Asymmetry?.Upper ?? 1, found.Tolerance);
        return new(
            "asymmetry of the generators, upper bound (control: a random field)",
            upper, $"<= {tolerance}", found.Verdict == SymmetryVerdict.Symmetric && upper <= tolerance, RandomField.Asymmetry(found, context.Seed));
    }

    private static Claim Invariants(ImmutableArray<PointCloud> orbits, SuperpotentialSampling sampling, RunContext context) =>
        Sine("quadratic invariants of the orbits: sine of the angle to p", [.. InvariantForms.Of(Together(orbits), context)], SuperpotentialAlgebras.Invariants(sampling), context);

    /// <summary>The paper's SU(2), from the network's own orbits, Eq. (S9).</summary>
    private static IEnumerable<Claim> Special(GeneratorEstimate? found, GeneratorEstimate? dealt, RunContext context)
    {
        var part = LengthKeepingPart.Of(found?.Generators ?? []);
        var ideals = found is null ? [] : Ideals(found);
        return
        [
            Name("derived algebra of the part that keeps the lengths of the fields", Sum(ideals), SuperpotentialAlgebras.Derived, Sum(dealt is null ? [] : Ideals(dealt))),
            Sine("its generators: sine of the angle to SU(2) of Figure 8", [.. LengthKeepingPart.Derived(part, ideals.Sum(ideal => ideal.Dimension))], SuperpotentialAlgebras.Special, context),
        ];

        // Combinations of generators are off by no more than the worst of them.
        ImmutableArray<SimpleIdeal> Ideals(GeneratorEstimate estimate) =>
            Identify(estimate.With(LengthKeepingPart.Of(estimate.Generators), estimate.StandardErrors.DefaultIfEmpty(0).Max()), context)
                is AlgebraIdentification.Unique(var algebra) ? algebra.Ideals : [];

        static string Sum(ImmutableArray<SimpleIdeal> ideals) => ideals.IsEmpty ? "none" : string.Join('+', ideals.Select(ideal => ideal.Name));
    }

    /// <summary>The angle between spans of one dimension; the control is the median for random spans of that dimension.</summary>
    private static Claim Sine(string name, Matrix[] found, ImmutableArray<Matrix> expected, RunContext context)
    {
        if (found.Length != expected.Length)
        {
            return new($"{name}; their number", found.Length, expected.Length, Holds: false);
        }

        const int draws = 101;
        var (size, stream) = (expected[0].Rows, context.Seed.For("random spans").Stream());
        var sines = Enumerable.Range(0, draws)
            .Select(_ => GeneratorAgreement.Sine([.. expected.Select(_ => Matrix.Generate(size, size, (_, _) => stream.NextGaussian()))], expected))
            .Order()
            .ToArray();
        var sine = GeneratorAgreement.Sine(found, expected);
        return new($"{name} (control: random matrices)", sine, $"<= {WantedSine}", sine <= WantedSine, sines[draws / 2]);
    }

    private static AlgebraIdentification Identify(GeneratorEstimate estimate, RunContext context) =>
        AlgebraIdentification.Identify(estimate.Generators, new() { StandardErrors = estimate.StandardErrors }, context.Seed.For("free algebra"), context.Execution);

    private static string NameOf(AlgebraIdentification? algebra) => algebra is AlgebraIdentification.Unique(var unique) ? unique.Name : algebra?.Verdict ?? "none";

    private static Claim Name(string claim, string name, string expected, string dealt) =>
        new($"{claim} (control: samples dealt to the orbits at random)", name, expected, name == expected, dealt);
}
