using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Actions;

/// <summary>How to read an algebra where noise leaves a choice.</summary>
/// <param name="Seed">For generic elements.</param>
/// <param name="DoubtIsCompact">Whether a direction of the centre that may turn planes or may not is taken to turn them.</param>
/// <param name="Orbits">Points of one orbit each, in the coordinates of the span; may be empty. Shape [orbits][n, d].</param>
/// <param name="WorkLimit">Multiplications that naming a part may take.</param>
/// <param name="Execution">Its cancellation stops the search.</param>
internal readonly record struct Reading(Seed Seed, bool DoubtIsCompact, ImmutableArray<Matrix> Orbits, double WorkLimit, Execution Execution);
