using System.Text.Json;
using Noether.Reports;

namespace Noether.Reporting.Json;

/// <summary>Writes the part "generators".</summary>
internal static class GeneratorWriter
{
    internal static void Write(Utf8JsonWriter writer, GeneratorReport generators)
    {
        writer.WriteString("method", generators.Method);
        writer.WriteNumber("count", generators.Count);
        writer.WriteField("evidence", generators.Evidence);
        writer.WriteField("spectrum", generators.Spectrum);
        writer.WriteField("spectrumNoise", generators.SpectrumNoise);
        writer.WriteField("countStability", generators.CountStability);
        writer.WriteField("fewestCount", generators.CountInterval?.Fewest);
        writer.WriteField("mostCount", generators.CountInterval?.Most);
        writer.WriteField("matrices", generators.Matrices);
        writer.WriteField("standardErrors", generators.StandardErrors);
        writer.WriteField("entryErrors", generators.EntryErrors);
        writer.WriteField("centre", generators.Centre);
        writer.WriteField("closureError", generators.ClosureError);
        writer.WriteField("invarianceError", generators.InvarianceError);
        writer.WriteField("control", generators.Control);
        writer.WriteObject("agreement", generators.Agreement, WriteAgreement);
    }

    private static void WriteAgreement(Utf8JsonWriter writer, AgreementReport agreement)
    {
        writer.WriteString("method", agreement.Method);
        writer.WriteField("sine", agreement.Sine);
    }
}
