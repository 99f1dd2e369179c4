using System.Globalization;
using System.Numerics;

namespace Noether.Files.Matrices;

/// <summary>Reads matrices in NIST's Matrix Market format, coordinate or array; a file may hold several, one after the other.</summary>
internal static class MatrixMarket
{
    /// <summary>What the first line of a matrix begins with.</summary>
    public const string Banner = "%%MatrixMarket";

    /// <summary>Rows and columns at most: a matrix beyond cannot be named in any time.</summary>
    private const int LargestSize = 4096;

    private const string Remedy = "write the matrix anew, with scipy.io.mmwrite for example";

    /// <summary>The matrices of a file.</summary>
    /// <exception cref="DataFileException">The text is not in this format.</exception>
    public static ImmutableArray<RawMatrix> Read(DataFile file)
    {
        using var reader = new StreamReader(file.Content());
        var lines = new LineCursor(file.Path, reader);
        var matrices = ImmutableArray.CreateBuilder<RawMatrix>();
        while (lines.Next(isBanner: true) is { } banner)
        {
            matrices.Add(ReadOne(lines, banner));
        }

        return matrices.ToImmutable();
    }

    private static RawMatrix ReadOne(LineCursor lines, string[] banner)
    {
        if (banner is not [Banner, "matrix", "coordinate" or "array", "real" or "integer" or "complex" or "pattern", var symmetry]
            || symmetry is not ("general" or "symmetric" or "skew-symmetric" or "hermitian"))
        {
            const string expected = $"{Banner} matrix coordinate|array real|integer|complex|pattern "
                + "general|symmetric|skew-symmetric|hermitian";
            throw lines.Fault(expected, string.Join(' ', banner));
        }

        var isCoordinate = banner[2] == "coordinate";
        var sizes = lines.Next() ?? [];
        if (sizes.Length != (isCoordinate ? 3 : 2)
            || !sizes.All(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            throw lines.Fault(isCoordinate ? "rows, columns and entries" : "rows and columns", string.Join(' ', sizes));
        }

        var numbers = sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
        if (numbers[0] is < 1 or > LargestSize || numbers[1] is < 1 or > LargestSize)
        {
            throw lines.Fault($"1 to {LargestSize} rows and columns", string.Join(' ', sizes));
        }

        var matrix = new RawMatrix(numbers[0], numbers[1], new Complex[numbers[0] * numbers[1]], banner[3] == "complex");
        Action<int, int, Complex> set = (i, j, value) => Set(matrix, banner[4], i, j, value);
        if (isCoordinate)
        {
            Enumerable.Range(0, numbers[2]).ToList().ForEach(_ => ReadEntry(lines, matrix, banner[3], set));
        }
        else
        {
            ReadColumns(lines, matrix, banner, set);
        }

        return matrix;
    }

    /// <summary>One line "row column value", counted from 1.</summary>
    private static void ReadEntry(LineCursor lines, RawMatrix matrix, string field, Action<int, int, Complex> set)
    {
        var line = lines.Next() ?? [];
        if (line.Length < 2 || !int.TryParse(line[0], NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            || !int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var j)
            || i < 1 || i > matrix.Rows || j < 1 || j > matrix.Columns)
        {
            throw lines.Fault($"row and column of an entry of {matrix.Rows} x {matrix.Columns}", string.Join(' ', line));
        }

        set(i - 1, j - 1, Value(lines, line[2..], field));
    }

    /// <summary>All entries column by column; of a symmetric matrix those on and below the diagonal.</summary>
    private static void ReadColumns(LineCursor lines, RawMatrix matrix, string[] banner, Action<int, int, Complex> set)
    {
        var below = banner[4] switch { "general" => -matrix.Columns, "skew-symmetric" => 1, _ => 0 };
        for (var j = 0; j < matrix.Columns; j++)
        {
            for (var i = Math.Max(0, j + below); i < matrix.Rows; i++)
            {
                set(i, j, Value(lines, lines.Next() ?? [], banner[3]));
            }
        }
    }

    private static void Set(RawMatrix matrix, string symmetry, int i, int j, Complex value)
    {
        matrix.Entries[(i * matrix.Columns) + j] = value;
        if (i != j && symmetry != "general" && i < matrix.Columns && j < matrix.Rows)
        {
            matrix.Entries[(j * matrix.Columns) + i] = symmetry switch
            {
                "symmetric" => value,
                "skew-symmetric" => -value,
                _ => Complex.Conjugate(value),
            };
        }
    }

    private static Complex Value(LineCursor lines, string[] words, string field)
    {
        var count = field switch { "pattern" => 0, "complex" => 2, _ => 1 };
        var numbers = words.Select(Number).ToArray();
        return numbers.Length == count && numbers.All(number => number is not null)
            ? new(count == 0 ? 1 : numbers[0]!.Value, count == 2 ? numbers[1]!.Value : 0)
            : throw lines.Fault(count == 1 ? "one number" : $"{count} numbers", words.Length == 0 ? "none" : string.Join(' ', words));
    }

    private static double? Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The lines of a file, as words; comments and empty ones are passed over.</summary>
    private sealed class LineCursor(string path, TextReader reader)
    {
        private int _number;

        /// <summary>The words of the next line; null at the end.</summary>
        public string[]? Next(bool isBanner = false)
        {
            while (reader.ReadLine() is { } line)
            {
                _number++;
                var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 0 && (isBanner || words[0][0] != '%'))
                {
                    return isBanner ? [words[0], .. words[1..].Select(word => word.ToLowerInvariant())] : words;
                }
            }

            return null;
        }

        public DataFileException Fault(string expected, string found) =>
            new(path, expected, found.Length == 0 ? "the end of the file" : Shortened.Text(found), Remedy) { Line = Math.Max(1, _number) };
    }
}
