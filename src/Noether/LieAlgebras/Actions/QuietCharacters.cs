using System.Numerics;

namespace Noether.LieAlgebras.Actions;

/// <summary>Rates of the centre's rotations that noise explains are zero, and parts of the action that differ by such rates alone are copies of one part.</summary>
internal static class QuietCharacters
{
    /// <summary>A single rate counts when it exceeds its noise this many times.</summary>
    private const double NoiseLengths = 3;

    /// <summary>The parts, in their order, those without a rate beyond noise together.</summary>
    /// <param name="weights">The parts of the complexified action.</param>
    /// <param name="noise">Standard error of an entry of the centre's matrices.</param>
    public static ImmutableArray<HighestWeight> Joined(ImmutableArray<HighestWeight> weights, double noise)
    {
        var joined = ImmutableArray.CreateBuilder<HighestWeight>();
        var done = new HashSet<HighestWeight>(ReferenceEqualityComparer.Instance);
        foreach (var weight in weights.Where(weight => !done.Contains(weight)))
        {
            var quiet = Quiet([.. weights.Where(other => other.HasLabels(weight.Labels))], noise);
            if (!quiet.Contains(weight, ReferenceEqualityComparer.Instance))
            {
                joined.Add(weight);
                continue;
            }

            done.UnionWith(quiet);
            joined.Add(weight with { Characters = [.. weight.Characters.Select(_ => Complex.Zero)], Multiplicity = quiet.Sum(other => other.Multiplicity) });
        }

        return joined.ToImmutable();
    }

    /// <summary>The most copies of one part whose rates are no larger than noise makes those of so many.</summary>
    private static HighestWeight[] Quiet(HighestWeight[] copies, double noise)
    {
        HighestWeight[] ordered = [.. copies.OrderBy(Rate)];
        var (quiet, count) = (0, 0);
        for (var k = 0; k < ordered.Length; k++)
        {
            count += ordered[k].Multiplicity;
            quiet = Rate(ordered[k]) <= noise * Reach(count, ordered[k].Characters.Length) ? k + 1 : quiet;
        }

        return ordered[..quiet];
    }

    /// <summary>The rates of skew noise on c coordinates are at most sqrt(2 c) times as large as the error of an entry, for each generator.</summary>
    private static double Reach(int count, int generators) => Math.Max(NoiseLengths, AlgebraSubspaces.NoiseLengths * Math.Sqrt(2.0 * count * generators));

    private static double Rate(HighestWeight weight) => Math.Sqrt(weight.Characters.Sum(character => Complex.Abs(character) * Complex.Abs(character)));
}
