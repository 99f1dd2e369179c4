using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Noether.Files.Matrices;

/// <summary>
/// Reads matrices from plain text as numpy.savetxt writes it: a row a line, entries apart by blanks, commas or semicolons, matrices apart
/// by
/// an empty line or a comment. Without such a line, a block whose height is a multiple of its width is a stack of square matrices.
/// </summary>
internal static partial class TextMatrices
{
    /// <summary>Milliseconds for one line; the pattern is linear in its length.</summary>
    private const int LongestMatch = 10_000;

    private const string Remedy = "write a row of numbers a line and an empty line between matrices, or JSON such as [[0, -1], [1, 0]]";

    /// <summary>The matrices of a file.</summary>
    /// <exception cref="DataFileException">A line holds something else than numbers, or as many as the line before.</exception>
    public static ImmutableArray<RawMatrix> Read(DataFile file)
    {
        var matrices = ImmutableArray.CreateBuilder<RawMatrix>();
        var rows = new List<Complex[]>();
        var (number, isComplex) = (0, false);
        using var reader = new StreamReader(file.Content(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        while (reader.ReadLine() is { } line)
        {
            number++;
            var text = line.AsSpan().TrimStart();
            if (text.IsEmpty || text[0] is '#' or '%')
            {
                Finish();
                continue;
            }

            rows.Add(RowOf(file, line, number, ref isComplex));
            if (rows[^1].Length != rows[0].Length)
            {
                throw Fault(file, number, $"{rows[0].Length} numbers as in the row before", $"{rows[^1].Length}");
            }
        }

        Finish();
        return matrices.Count > 0
            ? matrices.ToImmutable()
            : throw new DataFileException(file.Path, "rows of numbers", "only comments and empty lines", Remedy);

        void Finish()
        {
            if (rows.Count > 0)
            {
                matrices.AddRange(Blocks(rows, isComplex));
                rows.Clear();
            }
        }
    }

    private static IEnumerable<RawMatrix> Blocks(List<Complex[]> rows, bool isComplex)
    {
        var width = rows[0].Length;
        return rows.Count % width == 0
            ? rows.Chunk(width).Select(block => RawMatrix.FromRows(block, isComplex)).ToArray()
            : [RawMatrix.FromRows(rows, isComplex)];
    }

    private static Complex[] RowOf(DataFile file, string line, int number, ref bool isComplex)
    {
        var row = new List<Complex>();
        foreach (var token in Entry().EnumerateMatches(line))
        {
            var text = line.Substring(token.Index, token.Length);
            if (!ComplexText.TryRead(text, out var entry, out var isEntryComplex))
            {
                throw Fault(file, number, "matrices: rows of numbers, JSON, Matrix Market, NPY or NPZ", $"\"{Shortened.Text(text)}\"");
            }

            isComplex |= isEntryComplex;
            row.Add(entry);
        }

        return row.Count > 0 ? [.. row] : throw Fault(file, number, "numbers", "separators alone");
    }

    private static DataFileException Fault(DataFile file, int line, string expected, string found) =>
        new(file.Path, expected, found, Remedy) { Line = line };

    [GeneratedRegex(@"\([^()]*\)|[^\s,;]+", RegexOptions.None, LongestMatch)]
    private static partial Regex Entry();
}
