namespace Noether.LieAlgebras.Structure;

/// <summary>Integer vectors in a basis of the lattice that they span, with numbers as small as can be.</summary>
internal static class ReducedCharges
{
    /// <summary>The vectors in a reduced basis of their lattice; equal lattices give equal charges up to the order of vectors and signs.</summary>
    /// <param name="vectors">Integer vectors that span the whole space. Shape [count][rank].</param>
    public static ImmutableArray<ImmutableArray<int>> Of(ImmutableArray<ImmutableArray<int>> vectors)
    {
        var basis = Basis(vectors);
        var charges = vectors.Select(vector => Coordinates(basis, vector)).ToArray();
        var rows = Enumerable.Range(0, basis.Length).Select(k => charges.Select(charge => charge[k]).ToArray()).ToArray();
        Reduce(rows);
        var ordered = rows.Select(Signed).OrderBy(row => row.Sum(x => x * x)).ThenByDescending(row => string.Join(',', row.Select(x => $"{x:000}")), StringComparer.Ordinal).ToArray();
        return [.. Enumerable.Range(0, vectors.Length).Select(i => ordered.Select(row => row[i]).ToImmutableArray())];
    }

    /// <summary>A basis of the lattice in echelon form, by Euclid's algorithm on the rows.</summary>
    private static int[][] Basis(ImmutableArray<ImmutableArray<int>> vectors)
    {
        var rank = vectors[0].Length;
        var rows = vectors.Select(vector => vector.ToArray()).ToList();
        var basis = new List<int[]>();
        for (var column = 0; column < rank; column++)
        {
            while (rows.Where(row => row[column] != 0).OrderBy(row => Math.Abs(row[column])).ToArray() is [var pivot, _, ..] active)
            {
                foreach (var row in active.Where(row => !ReferenceEquals(row, pivot)))
                {
                    Subtract(row, row[column] / pivot[column], pivot);
                }
            }

            var left = rows.Find(row => row[column] != 0);
            if (left is not null)
            {
                rows.Remove(left);
                basis.Add(left);
            }
        }

        return [.. basis];
    }

    /// <summary>Coordinates with respect to an echelon basis, by forward substitution.</summary>
    private static int[] Coordinates(int[][] basis, ImmutableArray<int> vector)
    {
        var rest = vector.ToArray();
        return [.. basis.Select(row =>
        {
            var column = Array.FindIndex(row, entry => entry != 0);
            var coordinate = rest[column] / row[column];
            Subtract(rest, coordinate, row);
            return coordinate;
        })];
    }

    /// <summary>Takes multiples of rows from other rows while these get shorter; keeps the lattice of columns.</summary>
    private static void Reduce(int[][] rows)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var (i, j) in from i in Enumerable.Range(0, rows.Length) from j in Enumerable.Range(0, rows.Length) where i != j select (i, j))
            {
                var product = rows[i].Zip(rows[j], (x, y) => x * y).Sum();
                var multiple = (int)Math.Round((double)product / rows[j].Sum(x => x * x));
                var shorter = (2 * multiple * product) - (multiple * multiple * rows[j].Sum(x => x * x)) > 0;
                if (shorter)
                {
                    Subtract(rows[i], multiple, rows[j]);
                    changed = true;
                }
            }
        }
    }

    /// <summary>The row with its first entry that is not zero positive.</summary>
    private static int[] Signed(int[] row) => row.First(entry => entry != 0) < 0 ? [.. row.Select(entry => -entry)] : row;

    private static void Subtract(int[] from, int multiple, int[] row)
    {
        for (var k = 0; k < from.Length; k++)
        {
            from[k] -= multiple * row[k];
        }
    }
}
