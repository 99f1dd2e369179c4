namespace Noether.CalabiYau.Configurations;

/// <summary>One matrix for every class of configurations that differ by the order of rows and columns alone.</summary>
/// <remarks>
/// Eq. (C12): colours of rows and columns are refined until they settle, ties are broken in all ways that no known symmetry relates,
/// and the smallest matrix in colour order wins. Exact: two configurations have the same form if and only if a permutation relates them.
/// </remarks>
public static class CanonicalForm
{
    /// <summary>The canonical form: rows by increasing ambient dimension, columns by increasing total degree, further order fixed but without meaning.</summary>
    public static ConfigurationMatrix Of(ConfigurationMatrix matrix) => new CanonicalSearch(matrix).Run();

    /// <summary>Whether two configurations differ by the order of rows and columns alone.</summary>
    public static bool Agree(ConfigurationMatrix first, ConfigurationMatrix second) =>
        first.Rows == second.Rows && first.Columns == second.Columns && Of(first).Equals(Of(second));
}
