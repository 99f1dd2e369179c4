using System.Text;
using Noether.Reporting.Json;
using Noether.Reports;

namespace Noether.Reporting;

/// <summary>A report as report.json; every field is explained in docs/report.md.</summary>
public static class ReportJson
{
    /// <summary>The version of the schema that is written, the file's first field. It changes when a field changes its meaning or goes.</summary>
    public const int Schema = 1;

    /// <summary>Writes a report as UTF-8 text, without a byte order mark, ending in a line break.</summary>
    /// <remarks>Absent parts are left out. A number that is not finite becomes the text "NaN". Equal reports give equal bytes.</remarks>
    public static void Write(Report report, Stream stream)
    {
        ReportWriter.Write(report, stream);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The text that <see cref="Write"/> writes.</summary>
    public static string ToText(Report report)
    {
        using var stream = new MemoryStream();
        Write(report, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a report back, without its figures and arrays, whose content lies in other files.</summary>
    /// <param name="stream">The content of a report.json of schema 1; fields that the schema does not know are passed over.</param>
    /// <exception cref="FormatException">The content is not JSON, has another schema, lacks a field or has a field of another kind; the message names the place.</exception>
    public static Report Read(Stream stream) => ReportReader.Read(stream);
}
