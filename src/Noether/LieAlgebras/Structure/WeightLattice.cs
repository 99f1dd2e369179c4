using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>A lattice of integer rates on p planes: what the generators of a torus of rank k may be that close after a full turn, Eq. (A9).</summary>
/// <param name="Rates">A basis, one row of rates per generator; no integer vector in its span is missing. Shape [k][p].</param>
/// <param name="Relations">A basis of the integer vectors r with r . q = 0 for all rates q. Shape [p - k][p].</param>
/// <param name="Height">The volume of its cell: the root of the sum of squares of all minors of full rank. Independent of the basis.</param>
/// <param name="Deviation">The angle to the rates that were measured, root mean square over the k (p - k) ways to turn a k-dimensional space.</param>
internal sealed record WeightLattice(long[][] Rates, long[][] Relations, double Height, double Deviation)
{
    /// <summary>The number of planes, p.</summary>
    public int Planes => Rates[0].Length;

    /// <summary>The number of ways to turn a space of k dimensions in p, k (p - k): what the rates have to match.</summary>
    public int Freedom => Rates.Length * Relations.Length;

    /// <summary>The logarithm of how many lattices as simple as this one there are, p ln H: its height H bounds H^p of them.</summary>
    public double Complexity => Planes * Math.Log(Height);

    /// <summary>
    /// How many lattices as simple as this one deviate less from rates that know nothing of integers: H^p / p for a unit of volume, but for a product of zeta
    /// functions that is about one, times the volume of a ball (W. M. Schmidt, Duke Math. J. 35 (1968) 327).
    /// </summary>
    /// <param name="deviation">The largest deviation that counts, in radians.</param>
    public double ChanceWithin(double deviation) => Math.Exp(Complexity + LogBall(Freedom, Math.Sqrt(Freedom) * deviation)) / Planes;

    /// <summary>The charge of each plane, in a basis with small numbers: equal lattices give equal charges up to the choice of basis. Shape [p][k].</summary>
    public ImmutableArray<ImmutableArray<int>> Charges()
    {
        var rows = LatticeReduction.Reduced(Rates, Matrix.Identity(Planes)).Select(Signed)
            .OrderBy(row => row.Sum(x => x * x)).ThenByDescending(row => string.Join(',', row.Select(x => $"{x:000}")), StringComparer.Ordinal).ToArray();
        return [.. Enumerable.Range(0, Planes).Select(plane => rows.Select(row => (int)row[plane]).ToImmutableArray())];
    }

    /// <summary>Whether two bases span one lattice: they have equal relations.</summary>
    public bool IsSame(WeightLattice other) => Height == other.Height && Relations.All(relation => other.Rates.All(rates => relation.Zip(rates, (x, y) => x * y).Sum() == 0));

    /// <summary>The logarithm of the volume of a ball: V_d = 2 pi / d V_(d-2), V_1 = 2, V_0 = 1.</summary>
    private static double LogBall(int dimension, double radius) =>
        (dimension * Math.Log(radius)) + (dimension % 2 == 1 ? Math.Log(2) : 0) + Enumerable.Range(2, Math.Max(0, dimension - 1)).Where(d => d % 2 == dimension % 2).Sum(d => Math.Log(2 * Math.PI / d));

    /// <summary>The row with its first entry that is not zero positive.</summary>
    private static long[] Signed(long[] row) => row.First(entry => entry != 0) < 0 ? [.. row.Select(entry => -entry)] : row;
}
