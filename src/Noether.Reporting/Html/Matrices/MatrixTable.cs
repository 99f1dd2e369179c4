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

    internal static Html Of(Matrix matrix, string label, string caption) => $"""
        <figure class="generator">
        <table class="matrix" aria-label="{label}"><tbody>
        {Enumerable.Range(0, matrix.Rows).Select(row => Row(matrix, row))}</tbody></table>
        <figcaption>{caption}</figcaption>
        </figure>

        """;

    private static Html Row(Matrix matrix, int row) => $"""
        <tr>{matrix.Row(row).ToArray().Select(Cell)}</tr>

        """;

    private static Html Cell(double entry) => $"<td>{NumberText.Fixed(entry, Decimals)}</td>";
}
