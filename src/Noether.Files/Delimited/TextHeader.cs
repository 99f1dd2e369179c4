using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace Noether.Files.Delimited;

/// <summary>The names of the columns: the first line of a text table.</summary>
internal static class TextHeader
{
    /// <summary>Reads the names from the record on which the reader stands.</summary>
    /// <exception cref="DataFileException">The line holds numbers instead of names, or a name is missing.</exception>
    public static ImmutableArray<string> Read(DataFile file, CsvReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!Utf8.IsValid(reader.GetSpan(i)))
            {
                throw TextPass.NotUtf8(file, (int)reader.LineNumber, null);
            }
        }

        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToImmutableArray();
        if (names[0].StartsWith('#'))
        {
            names = names.SetItem(0, names[0][1..].Trim()); // numpy.savetxt marks its header so
        }

        RequireNames(file, (int)reader.LineNumber, names);
        return names;
    }

    private static void RequireNames(DataFile file, int line, ImmutableArray<string> names)
    {
        var fractions = names.Where(name => NumberText.IsNumber(name) && !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) && name.Length > 0).ToArray();
        if (names.All(name => name.Length > 0 && NumberText.IsNumber(name)) || fractions.Length > 0)
        {
            var example = (fractions.Length > 0 ? fractions : [.. names]).Take(3).Select(name => $"\"{Shortened.Text(name)}\"");
            throw new DataFileException(file.Path, "the names of the columns", $"numbers ({string.Join(", ", example)})", "add a first line with a name for each column, such as x0,x1,label")
            {
                Line = line,
            };
        }
    }

    /// <summary>The error for a column that has cells and no name.</summary>
    public static DataFileException Nameless(DataFile file, int line, int column, int columns) =>
        new(file.Path, "a name for every column", $"none for column {column + 1} of {columns}",
            "name it; from pandas, write with index=False")
        {
            Line = line,
        };
}
