namespace Noether.Reports;

/// <summary>How often samples moved by the generators keep their class, each a share from 0 to 1.</summary>
/// <param name="Moved">Of the moved samples.</param>
/// <param name="Unmoved">Of samples that were not moved: what a symmetry reaches.</param>
/// <param name="Chance">Of random pairs of samples.</param>
/// <param name="Control">Of samples moved by random matrices.</param>
public sealed record LabelAgreementReport(double Moved, double Unmoved, double Chance, double Control);
