using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>The tangency forms of several orbits added up, whole and with each slab left out.</summary>
/// <param name="Whole">The mean over all points. Shape [size, size].</param>
/// <param name="WithoutSlab">The mean over the points outside one slab of every orbit.</param>
/// <param name="Noise">What noise makes of the form on a generator.</param>
/// <param name="Random">What the form is on a matrix of norm 1 that knows nothing of the tangent spaces.</param>
internal sealed record LiePcaForms(Matrix Whole, ImmutableArray<Matrix> WithoutSlab, Matrix Noise, double Random)
{
    /// <summary>Whether the noise is itself known only from a few replicates, so that chance may take a value past it.</summary>
    public bool NoiseIsRough { get; init; }

    /// <summary>Whether the whole is the mean of slabs, so that slabs can be drawn with replacement; false where functions are fitted anew without each.</summary>
    public bool AreMeans { get; init; } = true;

    /// <summary>Normals, or gradients, of neighbourhoods that share no points, in all orbits; 0 where there are no neighbourhoods.</summary>
    public double Normals { get; init; }

    /// <summary>The form of every draw of slabs with replacement.</summary>
    public IEnumerable<Matrix> Drawn() => Resampling.Weights(WithoutSlab.Length).Select(weights => Resampling.Drawn(Whole, WithoutSlab, weights));

    /// <summary>The spectrum of one of the forms beside the noise.</summary>
    public LiePcaSpectrum SpectrumOf(Matrix form) => LiePcaSpectrum.Of(form, Noise) with { NoiseIsRough = NoiseIsRough };

    /// <summary>Adds up orbits, each with its own dimension and neighbourhoods.</summary>
    public static LiePcaForms Of(IReadOnlyList<(TangencyForm Form, double Random)> orbits)
    {
        var total = orbits.Sum(orbit => (double)orbit.Form.Count);
        var length = orbits[0].Form.Noise.Length;
        var size = (int)Math.Sqrt(length);
        var slabs = orbits[0].Form.Sums.Length;
        var noise = new double[length];
        foreach (var orbit in orbits)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(orbit.Form.Noise, orbit.Form.Count / total, noise, noise);
        }

        return new(
            Mean(-1),
            [.. Enumerable.Range(0, slabs).Select(Mean)],
            Matrix.FromEntries(size, size, noise),
            orbits.Sum(orbit => orbit.Form.Count * orbit.Random) / total);

        Matrix Mean(int without)
        {
            var (sum, count) = (new double[length], 0);
            foreach (var form in orbits.Select(orbit => orbit.Form))
            {
                for (var slab = 0; slab < slabs; slab++)
                {
                    if (slab != without)
                    {
                        System.Numerics.Tensors.TensorPrimitives.Add(sum, form.Sums[slab], sum);
                        count += form.Points[slab];
                    }
                }
            }

            return 1.0 / Math.Max(1, count) * Matrix.FromEntries(size, size, sum);
        }
    }

    /// <summary>The forms on a subspace: for coordinates v = T u. Shape of T [size, smaller].</summary>
    public LiePcaForms On(Matrix subspace)
    {
        return new(Restricted(Whole), [.. WithoutSlab.Select(Restricted)], Restricted(Noise), Random) { NoiseIsRough = NoiseIsRough, AreMeans = AreMeans, Normals = Normals };

        Matrix Restricted(Matrix form) => subspace.Transposed * (form * subspace);
    }
}
