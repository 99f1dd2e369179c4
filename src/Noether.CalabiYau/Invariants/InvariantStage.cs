namespace Noether.CalabiYau.Invariants;

/// <summary>How far a kind of invariant tells favourable entries apart.</summary>
/// <param name="Invariants">The kind that was added.</param>
/// <param name="Groups">The number of groups with it and all kinds before it.</param>
public sealed record InvariantStage(string Invariants, int Groups);
