using Noether.Numerics;

namespace Noether.FiniteGroups;

/// <summary>
/// Orthogonal matrices that were found with errors, as a group: their table of products, and the exact group that is nearest, Eq. (F4).
/// </summary>
/// <param name="Matrices">Of each element, the identity first. Shape [order][n, n].</param>
/// <param name="Products">Which element the product of a and b is nearest to. Shape [order][order].</param>
/// <param name="ClosureError">The largest distance of a product to its element, in the largest singular value.</param>
internal sealed record FoundElements(ImmutableArray<Matrix> Matrices, int[][] Products, double ClosureError)
{
    // Nearer matrices are one element: elements of groups of order 24 about one axis are twice as far apart.
    private const double Same = 0.12;

    private const int Rounds = 20;

    /// <summary>The number of elements.</summary>
    public int Order => Matrices.Length;

    /// <summary>Whether a matrix is one that is known already.</summary>
    public static bool IsKnown(Matrix matrix, IEnumerable<Matrix> known) => known.Any(other => Distance(matrix, other) <= Same);

    /// <summary>
    /// The largest group among some matrices: all of them where they are closed, otherwise the largest that two of them generate.
    /// </summary>
    /// <param name="matrices">Different from each other and from the identity. Shape [count][n, n].</param>
    /// <param name="dimension">n.</param>
    public static FoundElements Largest(IReadOnlyList<Matrix> matrices, int dimension)
    {
        Matrix[] all = [Matrix.Identity(dimension), .. matrices];
        var table = all.Select(a => all.Select(b => Nearest(a * b, all)).ToArray()).ToArray();
        int[] best = IsGroup(table, [.. Enumerable.Range(0, all.Length)]) ? [.. Enumerable.Range(0, all.Length)] : [0];
        for (var a = 0; a < all.Length && best.Length < all.Length; a++)
        {
            for (var b = a; b < all.Length; b++)
            {
                best = Generated(table, a, b, best.Length) ?? best;
            }
        }

        return Exact([.. best.Select(element => all[element])], [.. best.Select(a => best.Select(b => Array.IndexOf(best, table[a][b])).ToArray())]);
    }

    /// <summary>Whether an element commutes with all others.</summary>
    public bool IsCentral(int element) => Enumerable.Range(0, Order).All(other => Products[element][other] == Products[other][element]);

    /// <summary>How many factors of an element give the identity.</summary>
    public int OrderOf(int element)
    {
        var (order, power) = (1, element);
        while (power != 0)
        {
            (order, power) = (order + 1, Products[power][element]);
        }

        return order;
    }

    // The group that two elements generate; null where it has no more elements than wanted, or is none.
    private static int[]? Generated(int[][] table, int a, int b, int moreThan)
    {
        var (found, isFound) = (new List<int> { 0 }, new bool[table.Length]);
        isFound[0] = true;
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var factor in new[] { a, b })
            {
                var product = table[found[next]][factor];
                if (product < 0)
                {
                    return null;
                }

                if (!isFound[product])
                {
                    isFound[product] = true;
                    found.Add(product);
                }
            }
        }

        return found.Count > moreThan && IsGroup(table, found) ? [.. found.Order()] : null;
    }

    // Products stay among them and are different: small turns, whose products are nearest to themselves, are no group.
    private static bool IsGroup(int[][] table, IReadOnlyList<int> some)
    {
        var rowOf = new int[table.Length]; // the last row, counted from 1, that had an element as a product
        foreach (var element in some)
        {
            rowOf[element] = -1;
        }

        for (var row = 0; row < some.Count; row++)
        {
            foreach (var other in some)
            {
                var product = table[some[row]][other];
                if (product < 0 || rowOf[product] == 0 || rowOf[product] == row + 1)
                {
                    return false;
                }

                rowOf[product] = row + 1;
            }
        }

        return true;
    }

    // Every element becomes the mean of (a b) b^-1 over all b, made orthogonal: an exact representation after a few rounds.
    private static FoundElements Exact(Matrix[] elements, int[][] products)
    {
        var error = (from a in Enumerable.Range(0, elements.Length)
                     from b in Enumerable.Range(0, elements.Length)
                     select Distance(elements[a] * elements[b], elements[products[a][b]])).Max();
        for (var round = 0; round < Rounds; round++)
        {
            var now = elements;
            elements = [.. now.Select((_, a) => Orthogonal(now.Select((b, k) => now[products[a][k]] * b.Transposed)
                .Aggregate(Matrix.Zero(now[0].Rows, now[0].Rows), (sum, matrix) => sum + matrix)))];
        }

        return new([.. elements], products, error);
    }

    // The nearest orthogonal matrix, by Newton's iteration.
    private static Matrix Orthogonal(Matrix matrix)
    {
        var next = Math.Sqrt(matrix.Rows) / matrix.Norm * matrix;
        for (var step = 0; step < Rounds && LinearSystem.InverseOrNull(next) is { } inverse; step++)
        {
            next = 0.5 * (next + inverse.Transposed);
        }

        return next;
    }

    private static int Nearest(Matrix matrix, Matrix[] all)
    {
        var nearest = Enumerable.Range(0, all.Length).MinBy(element => Distance(matrix, all[element]));
        return Distance(matrix, all[nearest]) <= 2 * Same ? nearest : -1;
    }

    // By the sine of half an angle, times two: all matrices here are orthogonal.
    private static double Distance(Matrix a, Matrix b) => (a - b).Norm / Math.Sqrt(2);
}
