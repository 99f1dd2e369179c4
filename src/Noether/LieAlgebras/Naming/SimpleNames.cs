using Noether.LieAlgebras.Roots;

namespace Noether.LieAlgebras.Naming;

/// <summary>The names of simple algebras, by type and by the dimension of a maximal compact subalgebra.</summary>
internal static class SimpleNames
{
    /// <summary>Where families of names belong to different algebras: below, all names of one type and signature are names of one algebra.</summary>
    private static bool AreApart(CartanType type) => type is { Family: 'A', Rank: >= 4 } or { Family: 'D', Rank: >= 5 };

    /// <summary>
    /// The real forms of a type that have a maximal compact subalgebra of this dimension, each with all its names, the general ones of the families first. There is one, or none,
    /// but for su(p,q) and sl(n/2,H) with (p - q)^2 = n + 2, first su(9,5), and for so(p,q) and so*(n) with (p - q)^2 = 2 n, first so(12,6).
    /// </summary>
    /// <param name="type">The type of the complexification.</param>
    /// <param name="compact">How many eigenvalues of the Killing form are negative.</param>
    public static ImmutableArray<ImmutableArray<string>> RealForms(CartanType type, int compact)
    {
        var names = Real(type, compact);
        return AreApart(type) ? [.. names.Select(name => ImmutableArray.Create(name))] : names.IsEmpty ? [] : [names];
    }

    private static ImmutableArray<string> Real(CartanType type, int compact) => type.Family switch
    {
        'A' => [.. Linear(type.Rank + 1, compact), .. type.Rank == 1 ? Orthogonal(3, compact).Concat(Symplectic(1, compact)) : [], .. type.Rank == 3 ? Orthogonal(6, compact) : []],
        'B' => [.. Orthogonal((2 * type.Rank) + 1, compact), .. type.Rank == 2 ? Symplectic(2, compact) : []],
        'C' => Symplectic(type.Rank, compact),
        'D' => Orthogonal(2 * type.Rank, compact),
        _ => [Exceptional(type, compact)],
    };

    /// <summary>All names of a complex algebra that is regarded as a real one.</summary>
    /// <param name="type">Its type.</param>
    public static ImmutableArray<string> Complex(CartanType type) => (type.Family, type.Rank) switch
    {
        ('A', 1) => ["sl(2,C)", "so(3,1)", "so(3,C)", "sp(2,C)"],
        ('A', 3) => ["sl(4,C)", "so(6,C)"],
        ('A', _) => [$"sl({type.Rank + 1},C)"],
        ('B', 2) => ["so(5,C)", "sp(4,C)"],
        ('B', _) => [$"so({(2 * type.Rank) + 1},C)"],
        ('C', _) => [$"sp({2 * type.Rank},C)"],
        ('D', _) => [$"so({2 * type.Rank},C)"],
        _ => [$"{char.ToLowerInvariant(type.Family)}{type.Rank}(C)"],
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
    private static string Exceptional(CartanType type, int compact)
    {
        var name = $"{char.ToLowerInvariant(type.Family)}{type.Rank}";
        return compact == type.Dimension ? name : $"{name}({type.Dimension - (2 * compact)})";
    }

    private static string Signature(string family, int p, int q) => q == 0 ? $"{family}({p})" : $"{family}({p},{q})";
}
