using Noether.Reports;

namespace Noether.Reporting.Json;

/// <summary>Reads the part "algebra".</summary>
internal static class AlgebraReader
{
    internal static AlgebraReport Read(JsonPlace algebra) => new(algebra["verdict"].Text)
    {
        Name = algebra.Find("name")?.Text,
        Aliases = algebra.Find("aliases")?.List(place => place.Text),
        Dimension = algebra.Find("dimension")?.Whole,
        Compact = algebra.Find("compact")?.Truth,
        Candidates = algebra.Find("candidates")?.List(place => place.Text),
        CandidateReasons = algebra.Find("candidateReasons")?.List(place => place.Text),
        Center = algebra.Find("center")?.Whole,
        Ideals = algebra.Find("ideals")?.List(ideal => new IdealReport(ideal["name"].Text, ideal["dimension"].Whole, ideal["rank"].Whole)),
        Representation = algebra.Find("representation")?.List(part => new IrrepReport(part["ideal"].Text, part["irrep"].Text, part["multiplicity"].Whole) { Type = part.Find("type")?.Text }),
        Reason = algebra.Find("reason")?.Text,
        Basis = algebra.Find("basis") is { } basis ? Basis(basis) : null,
        Generated = algebra.Find("generated") is { } generated ? Generated(generated) : null,
    };

    private static GeneratedReport Generated(JsonPlace generated) =>
        new(generated["dimensions"].List(place => place.Whole), generated["closed"].Truth, generated["matrices"].List(MatrixReader.Read));

    private static BasisReport Basis(JsonPlace basis) =>
        new(basis["kind"].Text, basis["matrices"].List(MatrixReader.Read), MatrixReader.Read(basis["coordinates"]), MatrixReader.Read(basis["mixing"]));
}
