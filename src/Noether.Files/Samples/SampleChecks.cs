namespace Noether.Files.Samples;

/// <summary>What samples must satisfy for any result to mean something.</summary>
internal static class SampleChecks
{
    /// <summary>Throws where the samples of a table cannot be used.</summary>
    /// <exception cref="DataFileException">A head has one class, or there are fewer samples than coordinates.</exception>
    public static void Require(Table table, RoleColumns columns, ImmutableArray<Head> heads, ImmutableArray<int> kept)
    {
        foreach (var head in heads)
        {
            if (head.SizesAmong(kept).Count(size => size > 0) < 2)
            {
                var remedy = head.AreValues ? "choose a function that varies, or other --levels" : "name a column with at least two different labels";
                throw new DataFileException(table.Source, "two classes or more", $"only \"{Shortened.Text(head.Names[head.Classes[kept[0]]])}\"", remedy) { Column = head.Column.Name };
            }
        }

        RequireMoreSamplesThanCoordinates(table.Source, kept.Length, columns.Coordinates.Length);
    }

    /// <summary>With no more points than coordinates, some hyperplane holds them all, and any number of linear maps with them.</summary>
    public static void RequireMoreSamplesThanCoordinates(string source, int samples, int coordinates)
    {
        if (samples <= coordinates)
        {
            throw new DataFileException(source, $"more than {coordinates} samples for {coordinates} coordinates", $"{samples}", "add samples, leave columns out, or transpose the table: one row per sample");
        }
    }
}
