namespace Noether.Orbits;

/// <summary>One step of single linkage: the two clusters whose closest points are <see cref="Height"/> apart become one.</summary>
/// <param name="Height">The distance of the two closest points.</param>
/// <param name="First">A point of one cluster; the one of the two that are closest.</param>
/// <param name="Second">The point of the other cluster.</param>
/// <param name="SmallerSize">Points in the smaller of the two clusters.</param>
internal readonly record struct Merge(double Height, int First, int Second, int SmallerSize);
