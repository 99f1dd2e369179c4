namespace Noether.Reports;

/// <summary>An irreducible part of the action.</summary>
/// <param name="Ideal">The ideal that acts.</param>
/// <param name="Irrep">The irrep, such as its dimension "3" or its weights.</param>
/// <param name="Multiplicity">How often it occurs.</param>
public sealed record IrrepReport(string Ideal, string Irrep, int Multiplicity)
{
    /// <summary>Which numbers commute with it: "real", "complex" or "quaternionic"; null where that was not asked.</summary>
    public string? Type { get; init; }
}
