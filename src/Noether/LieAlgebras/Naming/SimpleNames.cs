using Noether.LieAlgebras.Actions;

namespace Noether.LieAlgebras.Naming;

/// <summary>The names of simple algebras, by type and by the dimension of a maximal compact subalgebra.</summary>
internal static class SimpleNames
{
    /// <summary>All names, the general ones of the families first; empty when the real form is not known here.</summary>
    public static ImmutableArray<string> Of(IdealRoots ideal)
    {
        var (rank, compact) = (ideal.Type.Rank, ideal.NegativeDirections);
        if (ideal.IsComplex)
        {
            return Complex(ideal.Type.Family, rank);
        }

        return ideal.Type.Family switch
        {
            'A' => [.. Linear(rank + 1, compact), .. rank == 1 ? Orthogonal(3, compact).Concat(Symplectic(1, compact)) : [], .. rank == 3 ? Orthogonal(6, compact) : []],
            'B' => [.. Orthogonal((2 * rank) + 1, compact), .. rank == 2 ? Symplectic(2, compact) : []],
            'C' => Symplectic(rank, compact),
            'D' => Orthogonal(2 * rank, compact),
            _ => [Exceptional(ideal)],
        };
    }

    private static ImmutableArray<string> Complex(char family, int rank) => (family, rank) switch
    {
        ('A', 1) => ["sl(2,C)", "so(3,1)", "so(3,C)", "sp(2,C)"],
        ('A', 3) => ["sl(4,C)", "so(6,C)"],
        ('A', _) => [$"sl({rank + 1},C)"],
        ('B', 2) => ["so(5,C)", "sp(4,C)"],
        ('B', _) => [$"so({(2 * rank) + 1},C)"],
        ('C', _) => [$"sp({2 * rank},C)"],
        ('D', _) => [$"so({2 * rank},C)"],
        _ => [$"{char.ToLowerInvariant(family)}{rank}(C)"],
    };

    /// <summary>Real forms of sl(n, C): su(p, q), sl(n, R), sl(n/2, H).</summary>
    private static ImmutableArray<string> Linear(int n, int compact) =>
    [
        .. compact == n * (n - 1) / 2 ? [$"sl({n},R)"] : Array.Empty<string>(),
        .. from q in Enumerable.Range(0, (n / 2) + 1) let p = n - q where (p * p) + (q * q) - 1 == compact select Signature("su", p, q),
        .. n % 2 == 0 && n > 2 && compact == n / 2 * (n + 1) ? [$"sl({n / 2},H)"] : Array.Empty<string>(),
    ];

    /// <summary>Real forms of so(n, C): so(p, q), so*(n).</summary>
    private static ImmutableArray<string> Orthogonal(int n, int compact) =>
    [
        .. from q in Enumerable.Range(0, (n / 2) + 1) let p = n - q where ((p * (p - 1)) + (q * (q - 1))) / 2 == compact select Signature("so", p, q),
        .. n % 2 == 0 && compact == n * n / 4 ? [$"so*({n})"] : Array.Empty<string>(),
    ];

    /// <summary>Real forms of sp(2n, C): sp(p, q), sp(2n, R).</summary>
    private static ImmutableArray<string> Symplectic(int n, int compact) =>
    [
        .. from q in Enumerable.Range(0, (n / 2) + 1) let p = n - q where (p * ((2 * p) + 1)) + (q * ((2 * q) + 1)) == compact select Signature("sp", p, q),
        .. compact == n * n ? [$"sp({2 * n},R)"] : Array.Empty<string>(),
    ];

    /// <summary>The compact form by its type alone, the others with the character of their Killing form, its positive minus its negative eigenvalues.</summary>
    private static string Exceptional(IdealRoots ideal)
    {
        var name = $"{char.ToLowerInvariant(ideal.Type.Family)}{ideal.Type.Rank}";
        return ideal.IsCompact ? name : $"{name}({ideal.Dimension - (2 * ideal.NegativeDirections)})";
    }

    private static string Signature(string family, int p, int q) => q == 0 ? $"{family}({p})" : $"{family}({p},{q})";
}
