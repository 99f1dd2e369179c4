namespace Noether.Files;

/// <summary>Which name a user meant who wrote one that does not exist.</summary>
public static class NearNames
{
    private const int Most = 3;

    /// <summary>The candidates that differ in a third of the letters at most, the nearest first.</summary>
    public static ImmutableArray<string> Of(string name, IEnumerable<string> candidates) =>
    [
        .. candidates.Select(candidate => (candidate, Distance: Distance(name, candidate)))
            .Where(pair => pair.Distance <= Math.Max(1, (name.Length + 1) / 3))
            .OrderBy(pair => pair.Distance)
            .Take(Most)
            .Select(pair => pair.candidate),
    ];

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
