using System.Text.Json;
using Noether.Reports;

namespace Noether.Reporting.Json;

/// <summary>Writes one row of the part "configurations".</summary>
internal static class ConfigurationWriter
{
    internal static void Write(Utf8JsonWriter line, ConfigurationReport configuration)
    {
        line.WriteField("label", configuration.Label);
        line.WriteString("matrix", configuration.Matrix);
        line.WriteNumber("dimension", configuration.Dimension);
        line.WriteField("h11", configuration.H11);
        line.WriteField("h21", configuration.H21);
        if (configuration.EulerNumber is { } euler)
        {
            line.WriteNumber("euler", euler); // as a whole number: a double has 53 bits
        }

        if (configuration.SecondChernClass is { } chern)
        {
            line.WritePropertyName("c2");
            line.WriteList(chern, (list, value) => list.WriteNumberValue(value));
        }

        line.WriteField("canonical", configuration.Canonical);
        line.WriteField("reduced", configuration.Reduced);
        line.WriteField("steps", configuration.Steps);
    }
}
