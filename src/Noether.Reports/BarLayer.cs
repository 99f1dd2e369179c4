namespace Noether.Reports;

/// <summary>Bars, one per value, such as a spectrum.</summary>
/// <param name="Values">Heights. Shape [n].</param>
/// <param name="Highlighted">How many of the first bars stand out, such as the generators kept.</param>
public sealed record BarLayer(ImmutableArray<double> Values, int Highlighted) : Layer;
