using System.Text.Json;
using Noether.Reports;

namespace Noether.Reporting.Json;

/// <summary>Writes the part "algebra".</summary>
internal static class AlgebraWriter
{
    internal static void Write(Utf8JsonWriter writer, AlgebraReport algebra)
    {
        writer.WriteString("verdict", algebra.Verdict);
        writer.WriteField("name", algebra.Name);
        writer.WriteField("aliases", algebra.Aliases);
        writer.WriteField("dimension", algebra.Dimension);
        writer.WriteField("compact", algebra.Compact);
        writer.WriteField("candidates", algebra.Candidates);
        writer.WriteField("candidateReasons", algebra.CandidateReasons);
        writer.WriteField("center", algebra.Center);
        writer.WriteRows("ideals", algebra.Ideals, WriteIdeal);
        writer.WriteRows("representation", algebra.Representation, WriteIrrep);
        writer.WriteField("reason", algebra.Reason);
        writer.WriteObject("basis", algebra.Basis, WriteBasis);
        writer.WriteObject("generated", algebra.Generated, WriteGenerated);
    }

    private static void WriteGenerated(Utf8JsonWriter writer, GeneratedReport generated)
    {
        writer.WriteField("dimensions", generated.Dimensions);
        writer.WriteBoolean("closed", generated.Closed);
        writer.WriteField("matrices", generated.Matrices);
    }

    private static void WriteBasis(Utf8JsonWriter writer, BasisReport basis)
    {
        writer.WriteString("kind", basis.Kind);
        writer.WriteField("matrices", basis.Matrices);
        writer.WritePropertyName("coordinates");
        writer.WriteMatrix(basis.Coordinates, inList: false);
        writer.WritePropertyName("mixing");
        writer.WriteMatrix(basis.Mixing, inList: false);
    }

    private static void WriteIdeal(Utf8JsonWriter line, IdealReport ideal)
    {
        line.WriteString("name", ideal.Name);
        line.WriteNumber("dimension", ideal.Dimension);
        line.WriteNumber("rank", ideal.Rank);
    }

    private static void WriteIrrep(Utf8JsonWriter line, IrrepReport irrep)
    {
        line.WriteString("ideal", irrep.Ideal);
        line.WriteString("irrep", irrep.Irrep);
        line.WriteNumber("multiplicity", irrep.Multiplicity);
        line.WriteField("type", irrep.Type);
    }
}
