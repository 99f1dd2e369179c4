using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.Measures;

/// <summary>The control of every asymmetry: a random field, judged by the same test.</summary>
internal static class RandomField
{
    /// <summary>Its asymmetry; NaN where there is no test.</summary>
    public static double Asymmetry(FoundSymmetry found, Seed seed)
    {
        if (found.Quotient is not { Learned.Fit.Obstacle: null } quotient)
        {
            return double.NaN;
        }

        var (random, r) = (seed.For("random field").Stream(), quotient.Frame.Rank);
        return quotient.Test.Judge(Matrix.Generate(1, r * (r + 1), (_, _) => random.NextGaussian()))?.Asymmetry.Value ?? double.NaN;
    }
}
