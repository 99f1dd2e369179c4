using System.Text.Json;
using System.Text.RegularExpressions;

namespace Noether.Reporting.Tests;

/// <summary>docs/report.md explains every field that is written, and no other.</summary>
public static partial class ReportSchemaTests
{
    [Fact]
    public static void Every_field_is_explained_and_every_explained_field_is_written()
    {
        var explained = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "report.md"))).Select(row => row.Groups["field"].Value);
        using var document = JsonDocument.Parse(ReportJson.ToText(SampleReport.Complete));
        var written = Fields(document.RootElement, "").Distinct(StringComparer.Ordinal);

        Assert.Equal(explained.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void The_complete_sample_leaves_no_part_of_a_report_out() => Assert.Empty(Absent(SampleReport.Complete, "report"));

    private static IEnumerable<string> Fields(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Fields(field.Value, Joined(path, field.Name))),
        JsonValueKind.Array when value.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.Object => value.EnumerateArray().SelectMany(element => Fields(element, $"{path}[]")),
        _ => [path],
    };

    private static string Joined(string path, string name) => path switch
    {
        "" => name,
        "timings" or "arrays" or "data.ignored" or "symmetry.dependence.combinations[]" => $"{path}.*",
        _ => $"{path}.{name}",
    };

    // A new property of a report must be in the sample, so that the test above sees whether it is written.
    private static IEnumerable<string> Absent(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var part = property.GetValue(value);
            if (part is null && property.DeclaringType != typeof(Reports.ClaimValue))
            {
                yield return $"{path}.{property.Name}";
            }

            if (part is not null && part.GetType().Namespace == typeof(Reports.Report).Namespace)
            {
                foreach (var absent in Absent(part, $"{path}.{property.Name}"))
                {
                    yield return absent;
                }
            }
        }
    }

    [GeneratedRegex(@"^\| `(?<field>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Row();
}
