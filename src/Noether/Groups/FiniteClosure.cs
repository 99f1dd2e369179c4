using Noether.Numerics;

namespace Noether.Groups;

/// <summary>All products of some finite transformations.</summary>
internal static class FiniteClosure
{
    /// <summary>Groups of more elements are not written down.</summary>
    public const int MostElements = 2000;

    // Products of unit matrices differ by rounding alone, distinct elements of groups of this size by far more.
    private const double Same = 1e-6;

    /// <summary>The group that some elements generate.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="generating">One or more. Shape [n + 1, n + 1].</param>
    /// <param name="describe">Names an element by its matrix and its number.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="MostElements"/> products.</exception>
    public static SymmetryGroup Generated(string name, ImmutableArray<Matrix> generating, Func<Matrix, int, string> describe)
    {
        var n = generating[0].Rows - 1;
        var all = Products(generating, MostElements) ?? throw new ArgumentException(
            $"{name}: the matrices generate more than {MostElements} elements; a finite group has fewer, and a continuous one is given by its generators.",
            nameof(generating));
        var tested = all.Count - 1 <= SymmetryGroup.MostElements ? all.Skip(1).ToArray() : [.. generating];
        return new(name, n)
        {
            Elements = [.. tested.Select((matrix, number) => new GroupMember(describe(matrix, number), matrix))],
            Draw = random => all[random.NextIndex(all.Count)],
        };
    }

    /// <summary>All products of some matrices, the identity first; null where there are more than wanted.</summary>
    /// <param name="factors">One or more square matrices of one size.</param>
    /// <param name="most">The largest number.</param>
    public static List<Matrix>? Products(IReadOnlyList<Matrix> factors, int most)
    {
        // The identity first, then by the number of factors.
        var found = new List<Matrix> { Matrix.Identity(factors[0].Rows) };
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var factor in factors)
            {
                var product = factor * found[next];
                if (found.TrueForAll(known => (known - product).Norm > Same * Math.Max(1, product.Norm)))
                {
                    found.Add(product);
                }

                if (found.Count > most || product.Norm > 1 / Same)
                {
                    return null;
                }
            }
        }

        return found;
    }
}
