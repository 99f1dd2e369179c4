namespace Noether.LieAlgebras.Structure;

/// <summary>Vectors that are integer combinations of a basis, within their noise: the weights of a torus.</summary>
internal static class IntegerLattice
{
    /// <summary>A rate counts as zero up to this many standard errors.</summary>
    private const double NoiseLengths = 3;

    /// <summary>The integer charges of each vector, reduced to small numbers; null when noise leaves none or too many.</summary>
    /// <param name="vectors">One rate per generator, for each irrep. Shape [irreps][rank].</param>
    /// <param name="noise">Standard error of each rate.</param>
    public static ImmutableArray<ImmutableArray<int>>? Charges(ImmutableArray<ImmutableArray<double>> vectors, double noise)
    {
        if (vectors[0].Length != 1)
        {
            return null;
        }

        var moving = vectors.Select((vector, i) => (Rate: Math.Abs(vector[0]), Index: i)).Where(pair => pair.Rate > NoiseLengths * noise).OrderByDescending(pair => pair.Rate).ToArray();
        if (moving.Length == 0 || IntegerRatios.Of([.. moving.Select(pair => pair.Rate)], noise) is not { } integers)
        {
            return null;
        }

        var charges = new int[vectors.Length];
        for (var k = 0; k < moving.Length; k++)
        {
            charges[moving[k].Index] = integers[k];
        }

        return [.. charges.Select(charge => ImmutableArray.Create(charge))];
    }
}
