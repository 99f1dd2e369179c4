using System.Globalization;
using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using Noether.Numerics;

namespace Noether.Reporting.Export;

/// <summary>LaTeX with amsmath and amssymb, for a paper: entries to four digits of the largest.</summary>
internal static partial class LatexExport
{
    private const int LongestMatch = 1000;

    /// <summary>Half of the fourth decimal.</summary>
    private const double HalfDigit = 5e-5;

    private const double SmallestPlain = 1e-3;
    private const double LargestPlain = 1e5;

    /// <summary>Columns beyond which amsmath's matrices need to be told.</summary>
    private const int UsualColumns = 10;

    public static string Write(ExportedSymmetry symmetry) =>
        $$"""
        % {{NestedLists.OneLine(symmetry.Title)}}
        % needs \usepackage{amsmath,amssymb}
        {{Preparation(symmetry.Generators[0])}}\begin{align*}
        {{string.Join(" \\\\\n", Lines(symmetry))}}
        \end{align*}

        """;

    /// <summary>What amsmath wants to be told before a wide matrix.</summary>
    private static string Preparation(Matrix matrix) =>
        matrix.Columns > UsualColumns ? $"\\setcounter{{MaxMatrixCols}}{{{matrix.Columns}}}\n" : "";

    private static IEnumerable<string> Lines(ExportedSymmetry symmetry)
    {
        if (symmetry.Algebra is { } name)
        {
            yield return $"\\mathfrak{{g}} &= {Algebra(name)}";
        }

        yield return $"x &= ({string.Join(", ", symmetry.Columns.Select(Name))})";
        yield return $"c &= ({string.Join(", ", symmetry.Centre.Select(x => Number(x, 1)))})";
        for (var a = 0; a < symmetry.Generators.Length; a++)
        {
            yield return $"G_{{{a + 1}}} &= {Matrix(symmetry.Generators[a])}";
        }

        yield return symmetry.HasTranslations
            ? @"\frac{\mathrm{d}}{\mathrm{d}t} \begin{pmatrix} x \\ 1 \end{pmatrix} &= G_a \begin{pmatrix} x - c \\ 1 \end{pmatrix}"
            : @"\frac{\mathrm{d}x}{\mathrm{d}t} &= G_a (x - c)";
        if (symmetry.Metric is { } metric)
        {
            yield return $"(x - c)^{{\\mathsf T}} M (x - c) &= \\text{{constant}}, \\qquad M = {Matrix(metric)}";
        }
    }

    private static string Matrix(Matrix matrix)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(matrix.Entries));
        var rows = Enumerable.Range(0, matrix.Rows)
            .Select(row => string.Join(" & ", matrix.Row(row).ToArray().Select(entry => Number(entry, largest))));
        return $"\\begin{{pmatrix}} {string.Join(" \\\\ ", rows)} \\end{{pmatrix}}";
    }

    /// <summary>A number to four digits; zero where a number of this size has none left of it.</summary>
    private static string Number(double value, double largest)
    {
        var size = Math.Abs(value);
        if (size < HalfDigit * largest || size == 0)
        {
            return "0";
        }

        if (size is >= SmallestPlain and < LargestPlain)
        {
            return value.ToString("0.####", CultureInfo.InvariantCulture);
        }

        var parts = value.ToString("0.###e0", CultureInfo.InvariantCulture).Split('e');
        return $"{parts[0]}\\cdot 10^{{{parts[1]}}}";
    }

    /// <summary>so(3)+u(1) as \mathfrak{so}(3) \oplus \mathfrak{u}(1), and R as itself.</summary>
    private static string Algebra(string name) => string.Join(" \\oplus ", Escaped(name).Split('+').Select(Factor));

    private static string Factor(string name)
    {
        var family = Family().Replace(name, match => match.Value is "R" ? "\\mathbb{R}" : $"\\mathfrak{{{match.Value}}}", 1);
        return Field().Replace(family, match => $",\\mathbb{{{match.Groups["field"].Value}}})");
    }

    private static string Name(string column) => column.Length == 1 ? Escaped(column) : $"\\text{{{Escaped(column)}}}";

    private static string Escaped(string text) => Special().Replace(NestedLists.OneLine(text), match => match.Value switch
    {
        "\\" => "\\textbackslash{}",
        "^" => "\\^{}",
        "~" => "\\~{}",
        var other => "\\" + other,
    });

    [GeneratedRegex("^[A-Za-z]+", RegexOptions.None, LongestMatch)]
    private static partial Regex Family();

    [GeneratedRegex(@",(?<field>[RCH])\)", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Field();

    [GeneratedRegex(@"[\\^~#$%&_{}]", RegexOptions.None, LongestMatch)]
    private static partial Regex Special();
}
