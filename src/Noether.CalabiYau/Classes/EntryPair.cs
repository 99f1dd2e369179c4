namespace Noether.CalabiYau.Classes;

/// <summary>Two entries that are taken for the same manifold.</summary>
/// <param name="First">The smaller label.</param>
/// <param name="Second">The larger label.</param>
/// <param name="Evidence">Why.</param>
public readonly record struct EntryPair(int First, int Second, Evidence Evidence);
