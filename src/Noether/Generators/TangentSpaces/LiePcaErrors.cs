using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>Standard errors of Lie-PCA by leaving out one slab of every orbit at a time (delete-a-group jackknife), and how sure the number of generators is.</summary>
internal static class LiePcaErrors
{
    /// <summary>The interval of the number of generators: from slabs drawn with replacement, or from all replicates where functions were fitted anew without each slab and sums make no draw.</summary>
    public static GeneratorEstimate Judged(GeneratorEstimate estimate, LiePcaSolution solution)
    {
        var forms = solution.Forms;
        return forms.AreMeans
            ? Resampling.Judged(estimate, forms.Drawn().Select(Count))
            : Resampling.Judged(estimate, forms.WithoutSlab.Select(Count), tail: 0);

        int Count(Matrix form) => forms.SpectrumOf(form).Count(forms.Random);
    }

    /// <summary>How far each generator moves out of the span, root mean square over the <paramref name="entries"/> entries of a matrix of norm sqrt(2).</summary>
    public static ImmutableArray<double> Of(LiePcaSolution solution, int entries)
    {
        var replicates = solution.Forms.WithoutSlab.Select(solution.Forms.SpectrumOf).ToArray();
        return [.. Enumerable.Range(0, solution.Count).Select(k => Math.Sqrt(Variance(k) * 2 / entries))];

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
