using System.Text;
using System.Text.Json;
using Noether.Reporting.Json;

namespace Noether.Reporting.Export;

/// <summary>JSON with the generators alone; noether identify and noether test --group read it.</summary>
internal static class JsonExport
{
    public static string Write(ExportedSymmetry symmetry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteField("title", symmetry.Title);
            writer.WriteField("algebra", symmetry.Algebra);
            writer.WriteField("columns", symmetry.Columns);
            writer.WriteField("centre", symmetry.Centre);
            writer.WriteField("matrices", symmetry.Generators);
            if (symmetry.Metric is { } metric)
            {
                writer.WritePropertyName("metric");
                writer.WriteMatrix(metric, inList: false);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
