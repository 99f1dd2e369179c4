using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Generators;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>What was found in one case of an experiment.</summary>
/// <param name="Case">The case.</param>
/// <param name="Orbits">Its points.</param>
/// <param name="Found">The answer and what the estimators propose.</param>
internal sealed record OrbitRun(OrbitCase Case, ImmutableArray<PointCloud> Orbits, OrbitSymmetry Found)
{
    private const int RandomSpans = 101;

    /// <summary>Samples a case and looks for its generators by both methods.</summary>
    public static OrbitRun Of(OrbitCase given, Seed seed, Execution execution)
    {
        var orbits = given.Sample(seed.For("points"));
        var options = new CloudOptions
        {
            Symmetry = new() { Fields = given.Fields, Test = new() { Tolerance = given.Tolerance } },
            Estimators = [new HyperplaneEstimator(new() { Fields = given.Fields, Whiten = given.Whiten }), new LiePcaEstimator(new() { Fields = given.Fields, Whiten = given.Whiten })],
        };
        return new(given, orbits, CloudSearch.Find(orbits, options, seed, execution));
    }

    /// <summary>Number of generators, angle and name, each beside its control.</summary>
    public IEnumerable<Claim> Claims(Seed seed)
    {
        var (answer, estimates) = (Found.Symmetry, Estimates());
        var claimed = estimates.Where(estimate => estimate == answer.Generators || (Case.LargestSine is not null && Case.Methods.Contains(estimate.Method))).ToArray();

        // Planes do not show the generator that two tied fields have besides their group's.
        foreach (var estimate in claimed.Where(estimate => estimate == answer.Generators || Case.Count == Case.Truth.Length))
        {
            yield return new($"{Case.Name}: generators, by {estimate.Method}", estimate.Count, Case.Count, estimate.Count == Case.Count);
        }

        var name = CloudSearch.NameOf(answer);
        yield return new($"{Case.Name}: algebra", name, Case.Algebra, name == Case.Algebra);
        if (Case.LargestSine is { } largest)
        {
            var control = RandomSine(seed);
            foreach (var estimate in claimed.Where(estimate => (Case.Methods.Contains(estimate.Method) || estimate.Method == "asymmetry") && !IsRightByCounting(estimate)))
            {
                var sine = SineOf(estimate.Generators);
                yield return new($"{Case.Name}: sine of the largest angle to the true ones, by {estimate.Method}", sine, $"<= {largest}", sine <= largest, control);
            }
        }

        if (answer.Asymmetry is { } asymmetry)
        {
            yield return new($"{Case.Name}: asymmetry, upper bound (control: random fields)", asymmetry.Upper, $"<= {Case.Tolerance}", asymmetry.Upper <= Case.Tolerance, RandomField.Asymmetry(answer, seed));
        }
    }

    /// <summary>The answer's generators and all that was proposed.</summary>
    private IEnumerable<GeneratorEstimate> Estimates() =>
        (Found.Symmetry.Generators is { } own ? [own] : Enumerable.Empty<GeneratorEstimate>()).Concat(Found.Proposals.Select(proposal => proposal.Estimate)).Distinct();

    /// <summary>The median sine of as many random antisymmetric matrices; of random ones of any kind where all antisymmetric ones are generators.</summary>
    private double RandomSine(Seed seed)
    {
        var random = seed.For("random spans").Stream();
        var d = Case.Truth[0].Rows;
        var all = d * (d - 1) / 2;
        var sines = Enumerable.Range(0, RandomSpans).Select(_ => SineOf([.. Enumerable.Range(0, Math.Min(Case.Count, all)).Select(_ =>
        {
            var matrix = Matrix.Generate(d, d, (_, _) => random.NextGaussian());
            return matrix - (all == Case.Count ? Matrix.Zero(d, d) : matrix.Transposed);
        })]));
        return sines.Order().ElementAt(RandomSpans / 2);
    }

    /// <summary>Lie-PCA looks among antisymmetric matrices: where all of them are generators, it has the right ones when it has the right number, and an angle would say nothing.</summary>
    private bool IsRightByCounting(GeneratorEstimate estimate) =>
        estimate.Method == "lie-pca" && !Case.Whiten && Case.Count == Case.Truth[0].Rows * (Case.Truth[0].Rows - 1) / 2;

    private double SineOf(ImmutableArray<Matrix> found) => found.Length < Case.Truth.Length ? 1 : GeneratorAgreement.Sine(Case.Truth, found);
}
