namespace Noether.Orbits;

/// <summary>Samples of one class that lie together in the embedding.</summary>
/// <param name="Class">The class's number.</param>
/// <param name="Index">Number within the class, the largest orbit first, counted from 0.</param>
/// <param name="Samples">The samples on it, increasing. Shape [points].</param>
public sealed record Orbit(int Class, int Index, ImmutableArray<int> Samples);
