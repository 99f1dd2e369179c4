namespace Noether.Files.Samples;

/// <summary>Which column a user meant who named one that does not exist.</summary>
internal static class NearestName
{
    private const int LongestList = 12;

    /// <summary>The error for a name that no column has, with those that come near.</summary>
    public static DataFileException Unknown(Table table, string name)
    {
        var names = table.Columns.Select(column => column.Name).ToArray();
        var near = names.Select(candidate => (candidate, Distance: Distance(name, candidate)))
            .Where(pair => pair.Distance <= Math.Max(1, (name.Length + 1) / 3))
            .OrderBy(pair => pair.Distance)
            .Take(3)
            .Select(pair => $"\"{pair.candidate}\"")
            .ToArray();
        var list = string.Join(", ", names.Take(LongestList)) + (names.Length > LongestList ? $", .. ({names.Length} columns)" : "");
        return new(table.Source, $"a column \"{Shortened.Text(name)}\"", list, near.Length == 0 ? "name one of these" : $"did you mean {string.Join(" or ", near)}?");
    }

    /// <summary>Levenshtein's distance without regard to case: how many letters must be put in, taken out or replaced.</summary>
    private static int Distance(string x, string y)
    {
        var row = Enumerable.Range(0, y.Length + 1).ToArray();
        for (var i = 1; i <= x.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(x[i - 1]) == char.ToUpperInvariant(y[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
