using System.Globalization;
using System.Text;
using System.Text.Json;
using Noether.Reporting.Json;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Validation;

/// <summary>Results of experiments as JSON: a list of objects, one for each.</summary>
public static class ValidationJson
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The results as one text that ends in a line break. Equal results give equal texts.</summary>
    public static string ToText(IEnumerable<ExperimentResult> results)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = CompactJson.Encoder }))
        {
            writer.WriteList(results, Write);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Reads results back.</summary>
    /// <exception cref="FormatException">The content is not such a list; the message names the place.</exception>
    public static ImmutableArray<ExperimentResult> Read(Stream stream) => JsonPlace.Parse(stream).List(Read);

    private static void Write(Utf8JsonWriter writer, ExperimentResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("name", result.Name);
        writer.WriteString("shows", result.Shows);
        writer.WriteString("command", result.Command);
        writer.WriteString("state", result.State.ToString().ToLowerInvariant());
        writer.WriteField("reason", result.Reason.Length > 0 ? result.Reason : null);
        writer.WriteString("version", result.Version);
        writer.WriteString("machine", result.Machine);
        writer.WriteString("date", result.Date.ToString(DateFormat, CultureInfo.InvariantCulture));
        writer.WriteField("seconds", Math.Round(result.Seconds, 1));
        writer.WriteField("verdict", result.Verdict.Length > 0 ? result.Verdict : null);
        writer.WriteRows<Claim>("claims", result.Claims, ReportWriter.WriteClaim);
        writer.WriteRows<Finding>("findings", result.Findings, ReportWriter.WriteFinding);
        writer.WriteField("figures", result.Figures);
        writer.WriteEndObject();
    }

    private static ExperimentResult Read(JsonPlace result) => new()
    {
        Name = result["name"].Text,
        Shows = result["shows"].Text,
        Command = result["command"].Text,
        State = Enum.TryParse<ExperimentState>(result["state"].Text, ignoreCase: true, out var state) ? state : throw result["state"].Unexpected("\"finished\", \"skipped\", \"failed\" or \"interrupted\""),
        Reason = result.Find("reason")?.Text ?? "",
        Version = result["version"].Text,
        Machine = result["machine"].Text,
        Date = DateOnly.TryParseExact(result["date"].Text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw result["date"].Unexpected("a date such as \"2026-11-25\""),
        Seconds = result["seconds"].Number,
        Verdict = result.Find("verdict")?.Text ?? "",
        Claims = result["claims"].List(ReportReader.Claim),
        Findings = result["findings"].List(ReportReader.Finding),
        Figures = result["figures"].List(place => place.Text),
    };
}
