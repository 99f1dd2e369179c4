using Noether.Reports;

namespace Noether.Reporting.Json;

/// <summary>Reads one row of the part "configurations".</summary>
internal static class ConfigurationReader
{
    internal static ConfigurationReport Read(JsonPlace configuration) => new(configuration["matrix"].Text, configuration["dimension"].Whole)
    {
        Label = configuration.Find("label")?.Whole,
        H11 = configuration.Find("h11")?.Whole,
        H21 = configuration.Find("h21")?.Whole,
        EulerNumber = configuration.Find("euler")?.Long,
        SecondChernClass = configuration.Find("c2")?.List(place => place.Long),
        Canonical = configuration.Find("canonical")?.Text,
        Reduced = configuration.Find("reduced")?.Text,
        Steps = configuration.Find("steps")?.List(place => place.Text),
    };
}
