namespace Noether.CalabiYau.Rediscovery;

/// <summary>Vectors as sums of few others with small coefficients.</summary>
internal static class Combination
{
    // An entry of a conic doubled is the largest multiple that local changes of small matrices show.
    private const int LargestCoefficient = 2;

    /// <summary>The plainest coefficients t in 0 .. 2 with target = sum_l t_l parts_l, every part of which is in use or zero; null where there are none.</summary>
    /// <remarks>Plainest: the smallest largest coefficient, then the most parts. Eq. (C19).</remarks>
    public static int[]? Of(int[] target, int[][] parts) => Coefficients(parts.Length)
        .Where(coefficients => Enumerable.Range(0, target.Length).All(j => target[j] == parts.Select((part, l) => coefficients[l] * part[j]).Sum()))
        .OrderBy(coefficients => coefficients.DefaultIfEmpty(0).Max())
        .ThenByDescending(coefficients => coefficients.Count(coefficient => coefficient > 0))
        .FirstOrDefault();

    /// <summary>All coefficient vectors.</summary>
    private static IEnumerable<int[]> Coefficients(int length) => length == 0
        ? [[]]
        : Coefficients(length - 1).SelectMany(rest => Enumerable.Range(0, LargestCoefficient + 1).Select(next => (int[])[.. rest, next]));
}
