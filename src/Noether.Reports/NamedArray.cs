namespace Noether.Reports;

/// <summary>An array too long for JSON; written as NAME.npy beside the report.</summary>
/// <param name="Name">Such as "embedding"; letters, digits and hyphens.</param>
/// <param name="Shape">The length of each axis.</param>
/// <param name="Values">The values in row-major order: float[], double[], int[] or long[].</param>
public sealed record NamedArray(string Name, ImmutableArray<int> Shape, Array Values);
