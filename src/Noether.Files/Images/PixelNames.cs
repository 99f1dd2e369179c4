namespace Noether.Files.Images;

/// <summary>Names for the pixels of pictures as columns of a table.</summary>
internal static class PixelNames
{
    /// <summary>NAME0_0, NAME0_1, .. by row and column, row by row from the top. Shape [height * width].</summary>
    public static IEnumerable<string> Of(string name, int height, int width) =>
        from row in Enumerable.Range(0, height) from column in Enumerable.Range(0, width) select $"{name}{row}_{column}";
}
