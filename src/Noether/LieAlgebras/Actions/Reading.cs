using Noether.Runs;

namespace Noether.LieAlgebras.Actions;

/// <summary>How to read an algebra where noise leaves a choice.</summary>
/// <param name="Seed">For generic elements.</param>
/// <param name="DoubtIsCompact">Whether a direction of the centre that may turn planes or may not is taken to turn them.</param>
internal readonly record struct Reading(Seed Seed, bool DoubtIsCompact);
