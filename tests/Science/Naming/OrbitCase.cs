using System.Globalization;
using Noether.Data;
using Noether.LieAlgebras;
using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests.Naming;

/// <summary>An orbit of a compact group of which only points are told.</summary>
/// <param name="Title">The group and its representation.</param>
/// <param name="Generators">The generators. Shape [m][d, d].</param>
/// <param name="Name">One of the names of the algebra.</param>
/// <param name="Blocks">Coordinates of each irreducible part. Shape [parts].</param>
/// <param name="Weights">What the representation must be: dimensions of irreps of su(2), or minors of the weights of a torus.</param>
internal sealed record OrbitCase(string Title, ImmutableArray<Matrix> Generators, string Name, ImmutableArray<int> Blocks, ImmutableArray<int> Weights)
{
    private const int Terms = 24; // of the exponential series, for steps of norm below 1

    public int Dimension => Generators[0].Rows;

    /// <summary>SU(2) in the sum of irreps of these real dimensions: 4 is C^2, the odd ones are the irreps of SO(3).</summary>
    public static OrbitCase OfSpins(params int[] dimensions)
    {
        ImmutableArray<int> complex = [.. dimensions.Select(dimension => dimension % 2 == 0 ? dimension / 2 : dimension).Order()];
        return new($"SU(2) on [{string.Join(", ", dimensions)}]", Representations.Spins(complex.AsSpan()), "su(2)", [.. complex.Select(irrep => irrep % 2 == 0 ? 2 * irrep : irrep)], complex);
    }

    /// <summary>A torus with one row of weights per generator.</summary>
    public static OrbitCase OfTorus(params int[][] weights)
    {
        var rank = weights.Length;
        int[][] planes = [.. Enumerable.Range(0, weights[0].Length).Select(plane => weights.Select(row => row[plane]).ToArray())];
        var title = $"torus of rank {rank}, weights {string.Join("; ", planes.Select(plane => string.Join(',', plane)))}";
        return new(title, OrthogonalAlgebras.Torus(weights), rank == 1 ? "so(2)" : string.Join('+', Enumerable.Repeat("u(1)", rank)), [.. planes.Select(_ => 2)], Minors(planes));
    }

    /// <summary>
    /// Points spread evenly over the orbit of a random unit vector with equal lengths in all irreducible parts, with normal noise whose length is on
    /// average this share of the radius.
    /// </summary>
    public PointCloud Sample(int points, double noise, Seed seed)
    {
        var stream = seed.Stream();
        var start = Blocks.SelectMany(size => UnitVector(size, stream)).Select(x => x / Math.Sqrt(Blocks.Length)).ToArray();
        var values = Enumerable.Range(0, points).SelectMany(_ => Moved(start, stream).Select(x => x + (noise * stream.NextGaussian() / Math.Sqrt(Dimension))));
        return new(points, Dimension, [.. values]);
    }

    /// <summary>Whether the irreps that were found are those of the case, up to a basis of the torus.</summary>
    public bool HasWeights(IdentifiedAlgebra found)
    {
        if (Name == "su(2)")
        {
            var dimensions = found.Representation.SelectMany(irrep => Enumerable.Repeat(irrep.Label, irrep.Multiplicity)).Order(StringComparer.Ordinal);
            return dimensions.SequenceEqual(Weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }

        var charges = found.Representation.SelectMany(irrep => Enumerable.Repeat(irrep.Label.Trim('(', ')').Split(','), irrep.Multiplicity)).ToArray();
        return charges.All(charge => charge.All(text => int.TryParse(text, CultureInfo.InvariantCulture, out _)))
            && Minors([.. charges.Select(charge => charge.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray())]).AsSpan().SequenceEqual(Weights.AsSpan());
    }

    private static double[] UnitVector(int size, RandomStream stream)
    {
        var vector = Enumerable.Range(0, size).Select(_ => stream.NextGaussian()).ToArray();
        var norm = Math.Sqrt(vector.Sum(x => x * x));
        return [.. vector.Select(x => x / norm)];
    }

    private double[] Moved(double[] point, RandomStream stream)
    {
        var generator = Name == "su(2)" ? Turn(stream) : Generators.Select(matrix => stream.NextUniform(0, 2 * Math.PI) * matrix).Aggregate((a, b) => a + b);
        var steps = 1 + (int)generator.Norm;
        for (var step = 0; step < steps; step++)
        {
            var (term, sum) = (point, point);
            for (var k = 1; k <= Terms; k++)
            {
                var next = new double[point.Length];
                generator.Apply(term, next);
                term = [.. next.Select(x => x / (k * steps))];
                sum = [.. sum.Zip(term, (x, y) => x + y)];
            }

            point = sum;
        }

        return point;
    }

    /// <summary>The logarithm of an evenly distributed element of SU(2): angle and axis of a random unit quaternion.</summary>
    private Matrix Turn(RandomStream stream)
    {
        var q = Enumerable.Range(0, 4).Select(_ => stream.NextGaussian()).ToArray();
        var axis = Math.Sqrt((q[1] * q[1]) + (q[2] * q[2]) + (q[3] * q[3]));
        var angle = 2 * Math.Atan2(axis, q[0]);
        return Generators.Select((matrix, a) => angle * q[a + 1] / axis * matrix).Aggregate((a, b) => a + b);
    }

    /// <summary>The absolute minors of full rank, in order: they do not depend on the basis of the lattice of generators, nor on signs and order of the planes.</summary>
    private static ImmutableArray<int> Minors(int[][] vectors) => vectors[0].Length switch
    {
        1 => [.. vectors.Select(v => Math.Abs(v[0])).Order()],
        2 => [.. Pairs(vectors).Select(pair => Math.Abs((pair[0][0] * pair[1][1]) - (pair[0][1] * pair[1][0]))).Order()],
        _ => [.. Triples(vectors).Select(Determinant).Order()],
    };

    private static IEnumerable<int[][]> Pairs(int[][] v) => from i in Enumerable.Range(0, v.Length) from j in Enumerable.Range(i + 1, v.Length - i - 1) select new[] { v[i], v[j] };

    private static IEnumerable<int[][]> Triples(int[][] v) => from i in Enumerable.Range(0, v.Length) from pair in Pairs(v[(i + 1)..]) select new[] { v[i], pair[0], pair[1] };

    private static int Determinant(int[][] m) => Math.Abs(
        (m[0][0] * ((m[1][1] * m[2][2]) - (m[1][2] * m[2][1])))
        - (m[0][1] * ((m[1][0] * m[2][2]) - (m[1][2] * m[2][0])))
        + (m[0][2] * ((m[1][0] * m[2][1]) - (m[1][1] * m[2][0]))));
}
