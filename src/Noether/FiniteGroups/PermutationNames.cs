namespace Noether.FiniteGroups;

/// <summary>The names of finite groups by the orders of their elements, and of exchanges of coordinates, Eq. (F6).</summary>
internal static class PermutationNames
{
    /// <summary>C_n, D_n, S_n, A_n and products of these, or "a group of order 20".</summary>
    /// <param name="group">The group.</param>
    public static string Of(FoundElements group)
    {
        var orders = Enumerable.Range(0, group.Order).Select(group.OrderOf).ToArray();
        var isAbelian = Enumerable.Range(0, group.Order).All(group.IsCentral);
        return group.Order == 1 ? "C_1"
            : orders.Contains(group.Order) ? $"C_{group.Order}"
            : orders.Max() == 2 ? string.Join(" x ", Enumerable.Repeat("C_2", (int)Math.Log2(group.Order)))
            : Symmetric(group) is { } name ? name
            : !isAbelian && IsDihedral(group, orders) ? $"D_{group.Order / 2}"
            : $"a group of order {group.Order}";
    }

    /// <summary>The product of the symmetric groups of some sets, such as "S_3 x S_2".</summary>
    public static string Product(IEnumerable<int> sizes) => string.Join(" x ", sizes.OrderDescending().Select(size => $"S_{size}"));

    // All, or all even, permutations of the coordinates that lie on one orbit each.
    private static string? Symmetric(FoundElements group)
    {
        var n = group.Matrices[0].Rows;
        if (group.Matrices.Any(matrix => matrix.Entries.ContainsAnyExceptInRange(-1e-9, double.MaxValue)))
        {
            return null; // signs
        }

        int[] orbits =
        [
            .. Enumerable.Range(0, n)
                .Select(j => Enumerable.Range(0, n).Where(i => group.Matrices.Any(matrix => matrix[i, j] > 0.5)).ToArray())
                .DistinctBy(orbit => orbit[0]).Select(orbit => orbit.Length).Where(size => size > 1),
        ];
        var all = orbits.Aggregate(1L, (product, size) => product * Factorial(size));
        return all == group.Order ? Product(orbits) : orbits.Length == 1 && all == 2 * group.Order ? $"A_{orbits[0]}" : null;
    }

    private static bool IsDihedral(FoundElements group, int[] orders)
    {
        var turn = Array.IndexOf(orders, group.Order / 2);
        if (turn < 0)
        {
            return false;
        }

        var turns = new HashSet<int> { 0 };
        for (var power = turn; power != 0; power = group.Products[power][turn])
        {
            turns.Add(power);
        }

        return Enumerable.Range(0, group.Order).All(element => turns.Contains(element) || orders[element] == 2);
    }

    private static long Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
