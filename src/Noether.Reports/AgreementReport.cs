namespace Noether.Reports;

/// <summary>How well a second estimator agrees.</summary>
/// <param name="Method">The second method.</param>
/// <param name="Sine">Sine of the largest principal angle between the two spans, 0 (equal) to 1.</param>
public sealed record AgreementReport(string Method, double Sine);
