using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>Looks for simple lattices of integer rates near rates that were measured: short vectors of Z^p in a metric that makes all directions off the measured space long.</summary>
internal static class WeightLattices
{
    /// <summary>Growth of the stretch from one metric to the next.</summary>
    private const double Step = 1.5;

    /// <summary>Beyond the first vectors of a reduced basis these many more are tried in their place.</summary>
    private const int Spare = 2;

    /// <summary>Rates up to here: larger ones are simple in no sense, and their minors are not exact.</summary>
    private const long LargestRate = 1000;

    /// <summary>Different lattices, the simplest first.</summary>
    /// <param name="rates">One column per generator; independent. Shape [p, k].</param>
    /// <param name="angle">The smallest angle that the rates can tell.</param>
    public static ImmutableArray<WeightLattice> Near(Matrix rates, double angle)
    {
        var (planes, rank) = (rates.Rows, rates.Columns);
        var off = Matrix.Identity(planes) - Projector(rates);
        var basis = Enumerable.Range(0, planes).Select(i => Enumerable.Range(0, planes).Select(j => i == j ? 1L : 0L).ToArray()).ToArray();
        var found = new List<WeightLattice>();
        for (var stretch = 1.0; stretch * Math.Max(angle, Tolerance.Rounding.Relative) < 1; stretch *= Step)
        {
            basis = LatticeReduction.Reduced(basis, Matrix.Identity(planes) + ((stretch - 1) * off));
            int[] leading = [.. Enumerable.Range(0, rank)];
            (long[][] Vectors, int[] Choice)[] candidates = [.. Choices(Math.Min(planes, rank + Spare), rank).Select(choice => (basis, choice)), .. Moved(basis, rank).Select(moved => (moved, leading))];
            var near = candidates.Where(candidate => !candidate.Vectors.Any(IsLarge)).Select(candidate => Of(candidate.Vectors, candidate.Choice, off)).OfType<WeightLattice>();
            foreach (var lattice in near.Where(lattice => !found.Exists(lattice.IsSame)))
            {
                found.Add(lattice);
            }
        }

        return [.. found.OrderBy(lattice => lattice.Height)];
    }

    /// <summary>The basis with one of its first vectors moved by one of the next: simple lattices that are not the nearest in any metric.</summary>
    private static IEnumerable<long[][]> Moved(long[][] basis, int rank) =>
        from i in Enumerable.Range(0, rank)
        from j in Enumerable.Range(rank, Math.Min(Spare, basis.Length - rank))
        from sign in new[] { 1, -1 }
        select basis.Select((vector, index) => index == i ? [.. vector.Zip(basis[j], (x, y) => x + (sign * y))] : vector).ToArray();

    private static bool IsLarge(long[] rates) => rates.Any(rate => Math.Abs(rate) > LargestRate);

    /// <summary>The lattice of some vectors of a basis of Z^p, itself in a reduced basis: rates that are long and nearly parallel have a Gram matrix that rounding makes singular. Null where numbers are too large to be exact.</summary>
    /// <param name="basis">The basis of Z^p. Shape [p][p].</param>
    /// <param name="choice">Which of its vectors span the lattice.</param>
    /// <param name="off">The projector off the rates that were measured.</param>
    internal static WeightLattice? Of(long[][] basis, int[] choice, Matrix off)
    {
        if (Dual(basis) is not { } dual)
        {
            return null;
        }

        var rates = LatticeReduction.Reduced([.. choice.Select(index => basis[index])], Matrix.Identity(off.Rows));
        long[][] relations = [.. dual.Where((_, index) => !choice.Contains(index))];
        var rows = Matrix.FromRows([.. rates.Select(row => row.Select(entry => (double)entry).ToArray())]);
        var gram = rows * rows.Transposed;
        var height = Math.Sqrt(Math.Round(SymmetricEigen.Of(gram).Values.Aggregate(1.0, (product, value) => product * value))); // the square is an integer
        var outside = rows * off;
        var square = Math.Max(0, (LinearSystem.Inverse(gram) * (outside * outside.Transposed)).Trace);
        relations = relations.Length == 0 ? relations : LatticeReduction.Reduced(relations, Matrix.Identity(off.Rows));
        return new(rates, relations, height, Math.Sqrt(square / Math.Max(1, rates.Length * relations.Length)));
    }

    /// <summary>The inverse transposed of a basis of Z^p, which is one again; null where rounding hides its integers.</summary>
    private static long[][]? Dual(long[][] basis)
    {
        if (LinearSystem.InverseOrNull(Matrix.FromRows([.. basis.Select(row => row.Select(entry => (double)entry).ToArray())])) is not { } inverse)
        {
            return null;
        }

        return [.. Enumerable.Range(0, basis.Length).Select(column => Enumerable.Range(0, basis.Length).Select(row => (long)Math.Round(inverse[row, column])).ToArray())];
    }

    private static Matrix Projector(Matrix columns) => columns * LinearSystem.Inverse(columns.Transposed * columns) * columns.Transposed;

    private static IEnumerable<int[]> Choices(int count, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return from last in Enumerable.Range(size - 1, Math.Max(0, count - size + 1)) from rest in Choices(last, size - 1) select (int[])[.. rest, last];
    }
}
