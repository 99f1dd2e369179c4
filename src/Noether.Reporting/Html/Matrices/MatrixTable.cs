using Noether.Numerics;

namespace Noether.Reporting.Html.Matrices;

/// <summary>A matrix as a table with a caption.</summary>
internal static class MatrixTable
{
    /// <summary>Columns beyond which a matrix is too wide for the page.</summary>
    internal const int LargestShown = 16;

    /// <summary>Matrices shown of a list.</summary>
    internal const int MostShown = 12;

    /// <summary>Decimals of an entry.</summary>
    internal const int Decimals = 4;

    /// <summary>The table.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="label">What it is, for those who hear the page.</param>
    /// <param name="caption">What stands below it.</param>
    /// <param name="errors">The standard error of every entry; null where there is none.</param>
    internal static Html Of(Matrix matrix, string label, string caption, Matrix? errors = null) => $"""
        <figure class="generator">
        <table class="matrix" aria-label="{label}"><tbody>
        {Enumerable.Range(0, matrix.Rows).Select(row => Row(matrix, errors, row))}</tbody></table>
        <figcaption>{caption}</figcaption>
        </figure>

        """;

    private static Html Row(Matrix matrix, Matrix? errors, int row) => $"""
        <tr>{Enumerable.Range(0, matrix.Columns).Select(column => Cell(matrix[row, column], errors?[row, column] ?? 0))}</tr>

        """;

    // No error: the entry is given, or the same for all matrices that were looked among.
    private static Html Cell(double entry, double error) => error > 0
        ? (Html)$"<td>{NumberText.Fixed(entry, Decimals)}<small> ± {NumberText.Short(error)}</small></td>"
        : $"<td>{NumberText.Fixed(entry, Decimals)}</td>";
}
