using System.Text.Json;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Json;

/// <summary>Writes the fields of a report in the order of the schema.</summary>
internal static class ReportWriter
{
    private const int SecondsDecimals = 3; // a stage's time varies by more than a millisecond from run to run

    internal static void Write(Report report, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = CompactJson.Encoder });
        writer.WriteStartObject();
        WriteRun(writer, report);
        writer.WriteObject("data", report.Data, WriteData);
        writer.WriteObject("classifier", report.Classifier, WriteClassifier);
        writer.WriteObject("embedding", report.Embedding, WriteEmbedding);
        writer.WriteRows("orbits", report.Orbits, WriteOrbit);
        writer.WriteObject("symmetry", report.Symmetry, SymmetryWriter.Write);
        writer.WriteObject("group", report.Group, GroupWriter.Write);
        writer.WriteObject("generators", report.Generators, GeneratorWriter.Write);
        writer.WriteObject("algebra", report.Algebra, AlgebraWriter.Write);
        writer.WriteRows("configurations", report.Configurations, ConfigurationWriter.Write);
        WriteTimings(writer, report.Timings);
        writer.WriteRows("claims", report.Claims, WriteClaim);
        writer.WriteRows("findings", Present(report.Findings), WriteFinding);
        WriteFiles(writer, report);
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, Report report)
    {
        writer.WriteNumber("schema", ReportJson.Schema);
        writer.WriteString("command", report.Command);
        writer.WriteString("version", report.Version);
        writer.WriteNumber("seed", report.Seed);
        writer.WriteNumber("threads", report.Threads);
        writer.WriteField("seconds", Rounded(report.Seconds));
        writer.WriteString("repeat", report.Repeat);
        writer.WriteString("verdict", report.Verdict);
    }

    private static void WriteData(Utf8JsonWriter writer, DataReport data)
    {
        writer.WriteString("source", data.Source);
        writer.WriteString("sha256", data.Sha256);
        writer.WriteNumber("points", data.Points);
        writer.WriteField("matrices", data.Matrices);
        writer.WriteNumber("dimension", data.Dimension);
        writer.WriteField("classes", data.Classes);
        writer.WriteNumber("dropped", data.Dropped);
        writer.WriteField("columns", data.Columns);
        if (data.Ignored is { } ignored)
        {
            writer.WriteStartObject("ignored");
            foreach (var (column, reason) in ignored)
            {
                writer.WriteString(column, reason);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteClassifier(Utf8JsonWriter writer, ClassifierReport classifier)
    {
        writer.WriteField("accuracy", classifier.Accuracy);
        writer.WriteField("heldOutAccuracy", classifier.HeldOutAccuracy);
        writer.WriteField("shuffledAccuracy", classifier.ShuffledAccuracy);
        writer.WriteNumber("epochs", classifier.Epochs);
        writer.WriteField("seconds", Rounded(classifier.Seconds));
        writer.WriteField("layers", classifier.Layers);
    }

    private static void WriteEmbedding(Utf8JsonWriter writer, EmbeddingReport embedding)
    {
        writer.WriteString("model", embedding.Model);
        writer.WriteString("sha256", embedding.Sha256);
        writer.WriteString("layer", embedding.Layer);
        writer.WriteNumber("width", embedding.Width);
        writer.WriteField("accuracy", embedding.Accuracy);
        writer.WriteField("shuffledAccuracy", embedding.ShuffledAccuracy);
    }

    private static void WriteOrbit(Utf8JsonWriter line, OrbitReport orbit)
    {
        line.WriteString("class", orbit.Class);
        line.WriteNumber("orbit", orbit.Orbit);
        line.WriteNumber("points", orbit.Points);
        line.WriteField("jump", orbit.Jump);
        line.WriteField("stability", orbit.Stability);
    }

    private static void WriteTimings(Utf8JsonWriter writer, ImmutableArray<StageTime> timings)
    {
        if (timings.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartObject("timings");
        foreach (var (stage, seconds) in timings)
        {
            writer.WriteField(stage, Rounded(seconds));
        }

        writer.WriteEndObject();
    }

    internal static void WriteClaim(Utf8JsonWriter line, Claim claim)
    {
        line.WriteString("name", claim.Name);
        WriteValue(line, "value", claim.Value);
        WriteValue(line, "expected", claim.Expected);
        line.WriteBoolean("holds", claim.Holds);
        WriteValue(line, "control", claim.Control);
    }

    private static void WriteValue(Utf8JsonWriter line, string name, ClaimValue? value)
    {
        line.WriteField(name, value?.Number);
        line.WriteField(name, value?.Text);
    }

    internal static void WriteFinding(Utf8JsonWriter line, Finding finding)
    {
        line.WriteString("id", finding.Id);
        line.WriteString("severity", SeverityName.Of(finding.Severity));
        line.WriteString("message", finding.Message);
    }

    private static void WriteFiles(Utf8JsonWriter writer, Report report)
    {
        if (!report.Figures.IsDefaultOrEmpty)
        {
            writer.WritePropertyName("figures");
            writer.WriteList(report.Figures, (list, figure) => list.WriteStringValue(ReportPaths.Png(figure)));
        }

        if (!report.Arrays.IsDefaultOrEmpty)
        {
            writer.WriteStartObject("arrays");
            foreach (var array in report.Arrays)
            {
                writer.WriteString(array.Name, ReportPaths.Array(array));
            }

            writer.WriteEndObject();
        }
    }

    private static double Rounded(double seconds) => Math.Round(seconds, SecondsDecimals);

    private static ImmutableArray<T>? Present<T>(ImmutableArray<T> values) => values.IsDefaultOrEmpty ? null : values;
}
