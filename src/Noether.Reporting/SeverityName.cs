using System.Diagnostics;
using Noether.Runs;

namespace Noether.Reporting;

/// <summary>The words of the schema for a finding's severity.</summary>
internal static class SeverityName
{
    internal static string Of(Severity severity) => severity switch
    {
        Severity.Note => "note",
        Severity.Caution => "caution",
        Severity.Contradiction => "contradiction",
        _ => throw new UnreachableException($"severity {severity}"),
    };

    internal static Severity? Parse(string name) => name switch
    {
        "note" => Severity.Note,
        "caution" => Severity.Caution,
        "contradiction" => Severity.Contradiction,
        _ => null,
    };
}
