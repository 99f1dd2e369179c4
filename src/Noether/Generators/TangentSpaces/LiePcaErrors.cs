using System.Numerics.Tensors;

namespace Noether.Generators.TangentSpaces;

/// <summary>Standard errors of Lie-PCA by leaving out one slab of every orbit at a time (delete-a-group jackknife).</summary>
internal static class LiePcaErrors
{
    /// <summary>
    /// How far each generator moves out of the span, root mean square over the <paramref name="entries"/> entries of a matrix of norm sqrt(2), and
    /// the number of generators of every replicate.
    /// </summary>
    public static (ImmutableArray<double> StandardErrors, ImmutableArray<int> Counts) Of(LiePcaSolution solution, int entries)
    {
        var replicates = solution.Forms.WithoutSlab.Select(solution.Forms.SpectrumOf).ToArray();
        return ([.. Enumerable.Range(0, solution.Count).Select(k => Math.Sqrt(Variance(k) * 2 / entries))], [.. replicates.Select(replicate => replicate.Count(solution.Forms.Random))]);

        double Variance(int k)
        {
            var sum = 0.0;
            foreach (var replicate in replicates)
            {
                var rest = 1.0;
                for (var j = 0; j < solution.Count; j++)
                {
                    var overlap = TensorPrimitives.Dot(solution.Spectrum.Directions.Row(k), replicate.Directions.Row(j));
                    rest -= overlap * overlap;
                }

                sum += Math.Max(0, rest);
            }

            return sum * (replicates.Length - 1) / replicates.Length;
        }
    }
}
