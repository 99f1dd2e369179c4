namespace Noether.Reports;

/// <summary>A simple ideal.</summary>
/// <param name="Name">Its name, such as "so(3)".</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Rank">Dimension of a Cartan subalgebra.</param>
public sealed record IdealReport(string Name, int Dimension, int Rank);
