using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Generators moved by as much as their standard errors say they may be wrong.</summary>
internal static class GeneratorNoise
{
    /// <summary>Each generator plus a random matrix, in the directions that the orbits span, of the size of its error.</summary>
    public static IEnumerable<Matrix> Draw(GeneratorEstimate estimate, Seed seed)
    {
        var errors = estimate.StandardErrors;
        for (var i = 0; i < estimate.Count; i++)
        {
            var size = errors[i] * estimate.Generators[i].Rows; // per entry -> of the whole matrix
            var noise = Flow.RandomGenerator(estimate.Spanned, size, seed.For(i));
            var d = noise.Rows;
            yield return Matrix.Generate(estimate.Generators[i].Rows, estimate.Generators[i].Rows, (a, b) => estimate.Generators[i][a, b] + (a < d && b < d ? noise[a, b] : 0));
        }
    }
}
