namespace Noether.Files.Samples;

/// <summary>Which column a user meant who named one that does not exist.</summary>
internal static class NearestName
{
    private const int LongestList = 12;

    /// <summary>The error for a name that no column has, with those that come near; nobody means a pixel.</summary>
    public static DataFileException Unknown(Table table, string name)
    {
        var beside = table.Columns.Except(table.Pixels).ToArray();
        var names = (beside.Length > 0 ? beside : [.. table.Columns]).Select(column => column.Name).ToArray();
        var near = NearNames.Of(name, names).Select(candidate => $"\"{candidate}\"").ToArray();
        var list = string.Join(", ", names.Take(LongestList)) + (names.Length > LongestList ? $", .. ({names.Length} columns)" : "");
        var labels = beside.Length > 0 && table.PictureSize is not null ? beside[0].Origin?.Table : null;
        return new((labels ?? table).Source, $"a column \"{Shortened.Text(name)}\"", list, near.Length == 0 ? "name one of these" : $"did you mean {string.Join(" or ", near)}?");
    }
}
