using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>Eigenvalues of a tangency form, smallest first, with what noise alone would make of each.</summary>
/// <param name="Values">How far each direction leaves the tangent spaces: mean squared normal part. Shape [size].</param>
/// <param name="Noise">The same for a generator with the noise seen in the neighbourhoods. Shape [size].</param>
/// <param name="Directions">Coordinates of the directions, as rows. Shape [size, size].</param>
internal sealed record LiePcaSpectrum(double[] Values, double[] Noise, Matrix Directions)
{
    // A generator's value equals its noise on average; seen are 0.2 to 1.8 for generators, 2.7 and more for the next direction.
    private const double LargestNoiseRatio = 2;

    // The same factor once more: the next value must be beyond what noise could make of the last.
    private const double SmallestRise = 2;

    // Where a few replicates stand behind each value and its noise, the last of eight generators was more than twice its noise in two runs of ten. A hundredfold rise
    // behind it leaves no doubt: no symmetry that is only nearly one comes that close to noise and stays that far from the rest.
    private const double LargestChanceRatio = 4;
    private const double ClearRise = 100;

    // An eigenvalue is known to this share of the largest one; below it all are alike, or the exact symmetries of points without noise would be set apart by rounding.
    private const double RoundingShare = 1e-14;

    /// <summary>Whether the noise is itself known only from a few replicates, so that chance may take a value past it.</summary>
    public bool NoiseIsRough { get; init; }

    /// <summary>The largest value that noise explains, on the mean direction.</summary>
    public double NoiseLimit => LargestNoiseRatio * Math.Max(Noise.Average(), double.Epsilon);

    /// <summary>Decomposes a form, and takes the noise along its directions.</summary>
    /// <exception cref="ArgumentException">The form is not square, or one of both holds a number that is not finite.</exception>
    public static LiePcaSpectrum Of(Matrix form, Matrix noise)
    {
        // A noise that is not a number would be above no value and below none, and "no generator" would be read off it.
        if (!double.IsFinite(noise.Norm))
        {
            throw new ArgumentException("The noise of a form has finite entries.", nameof(noise));
        }

        var eigen = SymmetricEigen.Of(form);
        var image = new double[form.Rows];
        var of = new double[form.Rows];
        for (var k = 0; k < of.Length; k++)
        {
            noise.Apply(eigen.Vectors.Row(k), image);
            of[k] = TensorPrimitives.Dot<double>(image, eigen.Vectors.Row(k));
        }

        var rounding = Math.Max(RoundingShare * eigen.Values[^1], double.Epsilon);
        return new([.. eigen.Values.Select(value => Math.Max(value, rounding))], of, eigen.Vectors);
    }

    /// <summary>Whether noise explains some value, yet no place stands out where the values leave it: then the number of generators is open.</summary>
    public bool IsOpen(double random) => Values[0] <= LargestNoiseRatio * Noise[0] && Count(random) == 0;

    /// <summary>The number of generators: where the values rise most, among those that noise explains (by chance, where the noise is rough and the rise clear), Eq. (G14); 0 when it explains none or none stands out.</summary>
    /// <param name="random">The value of a matrix that knows nothing of the tangent spaces; it stands behind the last value.</param>
    public int Count(double random)
    {
        var (best, rise) = (0, SmallestRise);
        var (explained, largest) = (true, NoiseIsRough ? LargestChanceRatio : LargestNoiseRatio);
        for (var k = 0; k < Values.Length && Values[k] <= largest * Noise[k]; k++)
        {
            explained &= Values[k] <= LargestNoiseRatio * Noise[k];
            var next = k + 1 < Values.Length ? Values[k + 1] : Math.Max(random, Values[k]);
            if (next > (explained ? rise : Math.Max(rise, ClearRise)) * Values[k])
            {
                (best, rise) = (k + 1, next / Values[k]);
            }
        }

        return best;
    }
}
