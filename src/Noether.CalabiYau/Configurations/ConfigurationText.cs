using System.Globalization;
using System.Text;

namespace Noether.CalabiYau.Configurations;

/// <summary>Configurations as text: rows between slashes, semicolons, brackets or line ends; entries between blanks or commas; "P3" before a row is optional and checked.</summary>
/// <remarks>
/// Lists of lists may begin each row with the dimension of its space, as pyCICY writes them: <c>[[4,5]]</c> is P4[5]. They are taken so
/// where every row sums to n + 1 behind its first
/// entry n, and the degrees alone would be a manifold of more than four dimensions; threefolds and fourfolds are never taken for
/// something else.
/// All of these are the same configuration: <c>P3[3 0 1] / P3[0 3 1]</c>, <c>3 0 1; 0 3 1</c>, <c>[[3,0,1],[0,3,1]]</c>, <c>{3, 0, 1} {0,
/// 3, 1}</c>.
/// </remarks>
public static class ConfigurationText
{
    /// <summary>The configuration that a text describes.</summary>
    /// <exception cref="FormatException">The text is no configuration; the message says where and why.</exception>
    public static ConfigurationMatrix Parse(string text)
    {
        var rows = new List<int[]>();
        foreach (var part in text.Split(['/', ';', '\n', ']', '}'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var row = part.TrimStart(',').Trim();
            if (row.Length > 0)
            {
                rows.Add(ParseRow(row, rows.Count + 1));
            }
        }

        try
        {
            var isList = string.Concat(text.Where(c => !char.IsWhiteSpace(c))) is ['[', '[', ..] or ['{', '{', ..];
            return isList ? FromLists(rows) : ConfigurationMatrix.FromDegrees([.. rows]);
        }
        catch (ArgumentException problem)
        {
            throw new FormatException($"\"{text.ReplaceLineEndings(" / ")}\" is no configuration. {WithoutParameter(problem)}", problem);
        }
    }

    /// <summary>The configuration of a list of lists, whose rows may begin with the dimensions of their spaces.</summary>
    /// <exception cref="ArgumentException">The rows are no configuration.</exception>
    internal static ConfigurationMatrix FromLists(IReadOnlyList<int[]> rows)
    {
        var beginWithSpace = rows.All(row => row.Length > 1 && row.Skip(1).Sum(degree => (long)degree) == row[0] + 1L);
        var dimension = rows.Sum(row => row.Sum(degree => (long)degree) - 1) - (rows.Count > 0 ? rows[0].Length : 0);
        var isStripped = beginWithSpace && dimension > LargestUsualDimension;
        return ConfigurationMatrix.FromDegrees([.. isStripped ? rows.Select(row => row[1..]) : rows]);
    }

    /// <summary>Lists of configurations hold threefolds and fourfolds.</summary>
    private const int LargestUsualDimension = 4;

    /// <summary>
    /// All configurations of a text file: one a line, or one a block of several lines that ends with a blank line; # starts a comment.
    /// Lines such as "Num : 3", which published lists
    /// have above a matrix, are passed over. JSON may be a list of matrices, or of objects that hold one each.
    /// </summary>
    /// <remarks>A line that holds a whole matrix (with a slash or semicolon, or a bracket) stands alone; lines of bare numbers are rows of one block.</remarks>
    /// <exception cref="FormatException">A matrix is malformed; the message names the line where it starts.</exception>
    public static IEnumerable<ConfigurationMatrix> ReadAll(TextReader reader)
    {
        var all = reader.ReadToEnd();
        return ConfigurationJson.Read(all) is { } matrices ? matrices : ReadLines(new StringReader(all));
    }

    private static IEnumerable<ConfigurationMatrix> ReadLines(StringReader reader)
    {
        var block = new StringBuilder();
        var (line, first) = (0, 1);
        while (reader.ReadLine() is { } text)
        {
            line++;
            var content = IsKey(text) ? "" : text.Split('#')[0].Trim();
            var whole = content.IndexOfAny(['/', ';', '[']) >= 0;
            if (block.Length > 0 && (content.Length == 0 || whole))
            {
                yield return ParseAt(block.ToString(), first);
                block.Clear();
            }

            if (whole)
            {
                yield return ParseAt(content, line);
            }
            else if (content.Length > 0)
            {
                first = block.Length == 0 ? line : first;
                block.Append(content).Append('\n');
            }
        }

        if (block.Length > 0)
        {
            yield return ParseAt(block.ToString(), first);
        }
    }

    /// <summary>Whether a line is a key of a published list with its value, such as "Num : 3".</summary>
    private static bool IsKey(string line) =>
        line.IndexOf(':') is > 0 and var colon && line[..colon].Trim().All(char.IsAsciiLetterOrDigit)
            && char.IsAsciiLetter(line.TrimStart()[0]);

    /// <summary>The degrees alone, as short as can be read back: entries between blanks, rows between slashes.</summary>
    public static string WriteRows(ConfigurationMatrix matrix)
    {
        var text = new StringBuilder(matrix.Degrees.Length * 2);
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                text.Append(column > 0 ? " " : row > 0 ? "/" : "").Append(matrix[row, column]);
            }
        }

        return text.ToString();
    }

    internal static string Write(ConfigurationMatrix matrix)
    {
        var text = new StringBuilder();
        for (var row = 0; row < matrix.Rows; row++)
        {
            text.Append(row == 0 ? "P" : " / P").Append(matrix.AmbientDimension(row)).Append('[').AppendJoin(' ', matrix.Row(row).ToArray()).Append(']');
        }

        return text.ToString();
    }

    /// <summary>The message of an argument exception without the name of the parameter, which means nothing to a reader of files.</summary>
    internal static string WithoutParameter(ArgumentException problem) => problem.Message.Split(" (Parameter")[0];

    private static ConfigurationMatrix ParseAt(string text, int line)
    {
        try
        {
            return Parse(text);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Line {line}: {problem.Message}", problem);
        }
    }

    private static int[] ParseRow(string text, int row)
    {
        var bracket = text.LastIndexOfAny(['[', '{']);
        var entries = text[(bracket + 1)..]
            .Split([' ', ',', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => ParseDegree(entry, row))
            .ToArray();
        var space = text[..Math.Max(bracket, 0)].Trim(' ', ',', '[', '{', '^', 'P', 'p');
        var sum = entries.Sum(entry => (long)entry); // degrees are bounded only once the row is known
        if (space.Length > 0 && ParseDegree(space, row) != sum - 1)
        {
            throw new FormatException($"Row {row} says P{space}, but its degrees sum to {sum}; a row of P^n sums to n + 1.");
        }

        return entries;
    }

    private static int ParseDegree(string text, int row) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degree)
            ? degree
            : throw new FormatException($"Row {row}: \"{text}\" is not a whole number. Write rows such as P3[3 0 1] / P3[0 3 1] or 3 0 1; 0 3 1.");
}
