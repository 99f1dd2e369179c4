namespace Noether.LieAlgebras.Structure;

/// <summary>Equal eigenvalues, told apart from different ones.</summary>
internal static class EigenvalueGroups
{
    /// <summary>Eigenvalues of a generic element that differ by less, relative to the largest, are equal: rounding and the end of an iteration explain it, and chance does not.</summary>
    private const double Equal = 1e-5;

    /// <summary>The runs of equal numbers in an increasing sequence.</summary>
    public static IEnumerable<Range> Of(ImmutableArray<double> values)
    {
        var scale = Equal * values.Max(Math.Abs);
        var first = 0;
        for (var next = 1; next <= values.Length; next++)
        {
            if (next == values.Length || values[next] - values[next - 1] > scale)
            {
                yield return first..next;
                first = next;
            }
        }
    }
}
