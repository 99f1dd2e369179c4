namespace Noether.Generators.Hyperplanes;

/// <summary>The candidates of one orbit, in the coordinates of the input.</summary>
/// <param name="Weight">The number of points of the orbit.</param>
/// <param name="Planes">One regression per plane with enough pairs.</param>
/// <param name="Rejected">Planes with too few pairs.</param>
/// <param name="MedianPairs">Median number of pairs over all planes.</param>
/// <param name="Widths">The widths that were used, in the units of the input.</param>
internal sealed record Candidates(int Weight, ImmutableArray<PlaneRegression> Planes, int Rejected, double MedianPairs, PlaneWidths Widths)
{
    /// <summary>Whether at least half of the planes had enough pairs.</summary>
    public bool AreSupported => Planes.Length > 0 && Planes.Length >= Rejected;
}
