using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Reports;

namespace Noether.Experiments.MexicanHats;

/// <summary>What Figure 1 is to show, each beside its control.</summary>
internal static class MexicanHatClaims
{
    private const double WantedAccuracy = 0.95;
    private const double WantedAgreement = 0.99;
    private const double WantedCosine = 0.995;

    /// <summary>A gap ten times as wide as the widest gap inside the orbits: far beyond the factor of 2 that chance makes, Eq. (O4).</summary>
    private const double WantedJump = 10;
    private const string WantedName = "so(2)";

    public static ImmutableArray<Claim> Of(LabelledPoints samples, MexicanHat hat, SymmetryDiscovery discovery, MexicanHatControls controls, RunContext context) =>
    [
        Accuracy(discovery, controls),
        .. Orbits(samples, hat, discovery, controls),
        .. Agreement(samples, hat, discovery, controls),
        Jump(hat, discovery, controls),
        Cosine(samples, discovery, controls, context),
        Name(discovery),
    ];

    private static Claim Accuracy(SymmetryDiscovery discovery, MexicanHatControls controls)
    {
        var accuracy = discovery.Classifier!.Accuracy[0];
        return new("classifier accuracy", accuracy, $">= {WantedAccuracy}", accuracy >= WantedAccuracy, controls.ShuffledAccuracy);
    }

    private static IEnumerable<Claim> Orbits(LabelledPoints samples, MexicanHat hat, SymmetryDiscovery discovery, MexicanHatControls controls)
    {
        for (var k = 0; k < samples.Cells.ClassCount; k++)
        {
            var expected = MexicanHatOrbits.CountIn(hat, k);
            var found = discovery.Orbits.OrbitsIn(k);
            yield return new($"orbits of class V = {samples.Cells.ClassNames[k]}", found, expected, found == expected, controls.ShuffledOrbits[k]);
        }
    }

    private static IEnumerable<Claim> Agreement(LabelledPoints samples, MexicanHat hat, SymmetryDiscovery discovery, MexicanHatControls controls)
    {
        var perClass = OrbitAgreement.PerClass(discovery.Orbits, samples.Cells, discovery.Used, i => MexicanHatOrbits.Of(samples, hat, i));
        var agreement = OrbitAgreement.Mean(perClass);
        return [Claim("shuffled labels", controls.ShuffledAgreement), Claim("an untrained network", controls.UntrainedAgreement)];

        Claim Claim(string control, double value) =>
            new($"adjusted Rand index of the orbits, mean over classes (control: {control})", agreement, $">= {WantedAgreement}", agreement >= WantedAgreement, value);
    }

    /// <summary>In the plane the two circles of a class lie apart from the start, so that even an untrained network keeps them apart; what training adds is the width of the gap.</summary>
    private static Claim Jump(MexicanHat hat, SymmetryDiscovery discovery, MexicanHatControls controls)
    {
        var jump = MexicanHatOrbits.LeastJump(discovery.Orbits, hat);
        return new("least jump of a class with two orbits (control: an untrained network)", jump, $">= {WantedJump}", jump >= WantedJump, controls.UntrainedJump);
    }

    private static Claim Cosine(LabelledPoints samples, SymmetryDiscovery discovery, MexicanHatControls controls, RunContext context)
    {
        var cosines = discovery.Orbits.Orbits
            .Select((orbit, index) => GeneratorEstimate.FromOrbit(samples.Points.Select(orbit.Samples.AsSpan()), new(), context.Seed.For("orbit").For(index), context.Execution))
            .Select(estimate => estimate.Count == 1 ? Rotation.Cosine(estimate.Generators[0]) : 0);
        var worst = cosines.DefaultIfEmpty(0).Min();
        return new("worst |cosine| of an orbit's generator to the rotation", worst, $">= {WantedCosine}", worst >= WantedCosine, controls.RandomCosine);
    }

    private static Claim Name(SymmetryDiscovery discovery)
    {
        var name = discovery.Algebra is AlgebraIdentification.Unique(var algebra) ? algebra.Name : discovery.Algebra.Verdict;
        return new("algebra", name, WantedName, name == WantedName);
    }
}
