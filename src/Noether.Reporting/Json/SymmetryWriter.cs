using System.Text.Json;
using Noether.Functions;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Reporting.Json;

/// <summary>Writes the part "symmetry".</summary>
internal static class SymmetryWriter
{
    internal static void Write(Utf8JsonWriter writer, SymmetryReport symmetry)
    {
        writer.WriteString("verdict", symmetry.Verdict);
        writer.WriteString("reason", symmetry.Reason);
        writer.WriteField("tolerance", symmetry.Tolerance);
        writer.WriteObject("asymmetry", symmetry.Asymmetry, (line, asymmetry) => WriteAsymmetry(line, asymmetry, symmetry.Tolerance));
        writer.WriteObject("change", symmetry.Change, WriteBounds);
        writer.WriteField("space", symmetry.Space);
        writer.WriteRows("spectrum", symmetry.Spectrum, WriteBounds);
        writer.WriteObject("dependence", symmetry.Dependence, WriteDependence);
        writer.WriteObject("fit", symmetry.Fit, WriteFit);
        writer.WriteField("metric", symmetry.Metric is { } metric ? [metric] : (ImmutableArray<Numerics.Matrix>?)null);
        writer.WriteObject("group", symmetry.Group, WriteGroup);
        writer.WriteField("neededSamples", symmetry.NeededSamples);
        writer.WriteObject("acrossOrbits", symmetry.AcrossOrbits, WriteBounds);
    }

    private static void WriteAsymmetry(Utf8JsonWriter writer, Asymmetry asymmetry, double tolerance)
    {
        WriteBounds(writer, asymmetry);
        writer.WriteField("tolerance", tolerance);
        writer.WriteField("confidence", asymmetry.Confidence);
        writer.WriteField("coverage", asymmetry.Coverage);
    }

    private static void WriteBounds(Utf8JsonWriter writer, Asymmetry asymmetry)
    {
        writer.WriteField("value", asymmetry.Value);
        writer.WriteField("lower", asymmetry.Lower);
        writer.WriteField("upper", asymmetry.Upper);
    }

    private static void WriteDependence(Utf8JsonWriter writer, DependenceReport dependence)
    {
        writer.WriteNumber("rank", dependence.Rank);
        writer.WriteField("unused", dependence.Unused);
        writer.WriteRows<ImmutableArray<KeyValuePair<string, double>>>("combinations", dependence.Combinations, (line, combination) =>
        {
            foreach (var (name, weight) in combination)
            {
                line.WriteField(name, weight);
            }
        });
        writer.WriteObject("asymmetry", dependence.Asymmetry, WriteBounds);
        writer.WriteField("pValue", dependence.PValue);
    }

    private static void WriteGroup(Utf8JsonWriter writer, FoundGroup group)
    {
        writer.WriteString("name", group.Name);
        writer.WriteField("order", group.Order);
        writer.WriteField("hermannMauguin", group.HermannMauguin);
        writer.WriteObject("asymmetry", group.Asymmetry, WriteBounds);
        writer.WriteField("closureError", group.ClosureError);
        writer.WriteRows<FoundElement>("elements", group.Elements, (line, element) =>
        {
            line.WriteString("name", element.Name);
            WriteBounds(line, element.Asymmetry);
            line.WritePropertyName("matrix");
            line.WriteMatrix(element.Matrix, inList: false);
        });
    }

    private static void WriteFit(Utf8JsonWriter writer, FunctionFit fit)
    {
        writer.WriteString("method", fit.Method);
        writer.WriteField("unexplained", fit.Unexplained);
        writer.WriteField("misfit", fit.Misfit);
        writer.WriteField("misfitError", fit.MisfitError);
        writer.WriteField("hidden", fit.Hidden);
        writer.WriteField("resolution", fit.Resolution);
        writer.WriteField("overlap", fit.Overlap);
    }
}
