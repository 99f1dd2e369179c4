using Noether.Runs;

namespace Noether.Files.Delimited;

/// <summary>Reads comma-, semicolon- and tab-separated text with a header line.</summary>
internal static class TextTable
{
    /// <summary>Reads a text table in one pass, or in two where a column of numbers turns out to hold text.</summary>
    public static Table Read(DataFile file, Execution execution)
    {
        var layout = TextLayout.Of(file);
        var asText = new HashSet<int>();
        while (true)
        {
            var pass = new TextPass(file, layout, asText);
            pass.Run(execution);
            if (!pass.TextAfterAll.Any())
            {
                return pass.ToTable();
            }

            asText.UnionWith(pass.TextAfterAll);
        }
    }
}
