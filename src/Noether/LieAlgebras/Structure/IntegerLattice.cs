using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>Vectors that are integer combinations of a basis, within their noise: the weights of a torus, Eq. (A9).</summary>
internal static class IntegerLattice
{
    /// <summary>Deviations count as noise up to this many standard errors.</summary>
    private const double NoiseLengths = 3;

    /// <summary>How probable a match by chance may be, over all that was tried, before it says nothing.</summary>
    private const double Chance = 0.5;

    /// <summary>Bases that are tried at most, those of smallest volume first.</summary>
    private const int Bases = 500;

    /// <summary>Index of the lattice of a basis in the whole lattice at most: determinants of charges up to three in rank three stay below.</summary>
    private const int LargestIndex = 60;

    /// <summary>The integer charges of each vector, reduced to small numbers; null when noise leaves none or too many.</summary>
    /// <param name="vectors">One rate per generator, for each irrep. Shape [irreps][rank].</param>
    /// <param name="noise">Standard error of each rate.</param>
    public static ImmutableArray<ImmutableArray<int>>? Charges(ImmutableArray<ImmutableArray<double>> vectors, double noise)
    {
        var rank = vectors[0].Length;
        ImmutableArray<double[]> moving = [.. vectors.Where(vector => Length(vector) > NoiseLengths * noise).Select(vector => vector.ToArray())];
        if (moving.Length < rank)
        {
            return null;
        }

        var doubt = 0.0;
        foreach (var basis in SmallBases(moving, rank))
        {
            var inverse = LinearSystem.Inverse(Matrix.FromRows([.. basis.Select(index => moving[index])]));
            for (var index = 1; index <= LargestIndex && doubt <= Chance; index++)
            {
                var scaled = index * inverse;
                doubt += ChanceOfMatch(scaled, noise, moving.Length - rank);
                if (doubt <= Chance && vectors.All(vector => IsNearIntegers(scaled, vector, noise)))
                {
                    return ReducedCharges.Of([.. vectors.Select(vector => Rounded(scaled, vector))]);
                }
            }
        }

        return null;
    }

    /// <summary>Sets of independent vectors, those that span the smallest volume first: their lattice misses least of the whole one.</summary>
    private static IEnumerable<int[]> SmallBases(ImmutableArray<double[]> vectors, int rank)
    {
        var least = Tolerance.Rounding.Relative;
        return Subsets(vectors.Length, rank)
            .Select(subset => (Subset: subset, Volume: Volume([.. subset.Select(index => vectors[index])])))
            .Where(pair => pair.Volume > Math.Max(least, Spread * pair.Subset.Aggregate(1.0, (product, index) => product * Length([.. vectors[index]]))))
            .OrderBy(pair => pair.Volume)
            .Take(Bases)
            .Select(pair => pair.Subset);
    }

    /// <summary>Volume of a basis relative to that of a rectangular one; flatter ones enlarge the noise too much.</summary>
    private const double Spread = 0.05;

    private static IEnumerable<int[]> Subsets(int count, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return from last in Enumerable.Range(size - 1, Math.Max(0, count - size + 1)) from rest in Subsets(last, size - 1) select (int[])[.. rest, last];
    }

    private static double Volume(double[][] rows)
    {
        var matrix = Matrix.FromRows(rows);
        return SymmetricEigen.Of(matrix * matrix.Transposed).Values.Aggregate(1.0, (product, value) => product * Math.Sqrt(Math.Max(0, value)));
    }

    /// <summary>Coordinates are off by the vector's own noise and by that of the basis vectors, times the coordinates.</summary>
    private static bool IsNearIntegers(Matrix scaled, ImmutableArray<double> vector, double noise)
    {
        var coordinates = Coordinates(scaled, vector);
        var error = NoiseLengths * noise * ColumnNorm(scaled) * (1 + coordinates.Max(Math.Abs)) + Tolerance.Rounding.Relative;
        return coordinates.All(coordinate => Math.Abs(coordinate - Math.Round(coordinate)) <= error);
    }

    private static double ChanceOfMatch(Matrix scaled, double noise, int others) =>
        others == 0 ? 0 : Math.Pow(Math.Min(1, 2 * NoiseLengths * noise * ColumnNorm(scaled)), others * scaled.Columns);

    private static ImmutableArray<int> Rounded(Matrix scaled, ImmutableArray<double> vector) => [.. Coordinates(scaled, vector).Select(coordinate => (int)Math.Round(coordinate))];

    /// <summary>The vector as a row, times the scaled inverse basis.</summary>
    private static double[] Coordinates(Matrix scaled, ImmutableArray<double> vector)
    {
        var coordinates = new double[scaled.Columns];
        scaled.Transposed.Apply(vector.AsSpan(), coordinates);
        return coordinates;
    }

    /// <summary>The largest norm of a column: how far noise of size one moves a coordinate.</summary>
    private static double ColumnNorm(Matrix matrix) =>
        Enumerable.Range(0, matrix.Columns).Max(j => Math.Sqrt(Enumerable.Range(0, matrix.Rows).Sum(i => matrix[i, j] * matrix[i, j])));

    private static double Length(ImmutableArray<double> vector) => Math.Sqrt(vector.Sum(x => x * x));
}
