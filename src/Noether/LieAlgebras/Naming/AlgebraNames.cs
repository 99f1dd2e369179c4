namespace Noether.LieAlgebras.Naming;

/// <summary>The names of algebras and of their sums.</summary>
internal static class AlgebraNames
{
    /// <summary>The factors joined by "+", by decreasing dimension, then by name.</summary>
    public static string Sum(IEnumerable<(string Name, int Dimension)> factors) =>
        string.Join('+', factors.OrderByDescending(factor => factor.Dimension).ThenBy(factor => factor.Name, StringComparer.Ordinal).Select(factor => factor.Name));

    /// <summary>The name of a compact simple algebra by its dimension and rank; null where these do not decide.</summary>
    public static string? CompactSimple(int dimension, int rank, bool halfInteger, int size) => (dimension, rank) switch
    {
        (3, 1) => halfInteger ? "su(2)" : "so(3)",
        (8, 2) => "su(3)",
        (10, 2) => "so(5)",
        (14, 2) => "g2",
        (15, 3) => "so(6)",
        (21, 3) when size < 12 => "so(7)", // sp(3) needs twelve real coordinates
        (28, 4) => "so(8)",
        (24, 4) => "su(5)",
        _ => null,
    };

    /// <summary>so(4) stands for two su(2) that share spinors in four dimensions.</summary>
    public static IEnumerable<(string Name, int Dimension)> JoinFour(string?[] names, int size) =>
        size == 4 && names.Count(name => name == "su(2)") == 2 ? [("so(4)", 6)] : names.Select(name => (name!, DimensionOf(name!)));

    public static ImmutableArray<string> Aliases(string name, string?[] ideals, int centre)
    {
        if (name == "so(4)")
        {
            return ["su(2)+su(2)", "so(3)+so(3)"];
        }

        return (ideals, centre) switch
        {
            (["so(3)"], 0) => ["su(2)"],
            (["su(2)"], 0) => ["so(3)"],
            (["so(5)"], 0) => ["sp(2)"],
            (["so(6)"], 0) => ["su(4)"],
            (["su(2)"], 1) => ["u(2)", "so(3)+u(1)"],
            _ => [],
        };
    }

    private static int DimensionOf(string name) => name switch
    {
        "so(3)" or "su(2)" => 3,
        "su(3)" => 8,
        "so(5)" => 10,
        "g2" => 14,
        "so(6)" => 15,
        "so(7)" => 21,
        "su(5)" => 24,
        _ => 28,
    };
}
