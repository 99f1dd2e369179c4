using Noether.Numerics;

namespace Noether.Generators.Flows;

/// <summary>What a <see cref="FlowRegression"/> arrived at.</summary>
/// <param name="Generators">Orthonormal coordinates, one row per generator. Shape [count, size].</param>
/// <param name="Miss">How far flows miss neighbours on the same sheet, about.</param>
/// <param name="RelativeMiss">The same next to the median distance of the pairs.</param>
internal sealed record FlowFit(Matrix Generators, double Miss, double RelativeMiss);
