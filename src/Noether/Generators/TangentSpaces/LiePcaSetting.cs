using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

/// <summary>What stays the same throughout a search for generators from tangent spaces.</summary>
/// <param name="Basis">The coordinates of generators.</param>
/// <param name="Constraint">How a normal vector constrains them.</param>
/// <param name="Options">Dimensions, neighbourhoods and slabs.</param>
/// <param name="Dimension">The length d of a field.</param>
/// <param name="Execution">Threads and cancellation.</param>
internal sealed record LiePcaSetting(GeneratorBasis Basis, TangencyConstraint Constraint, LiePcaOptions Options, int Dimension, Execution Execution);
