namespace Noether.LieAlgebras;

/// <summary>A name that the generators leave possible.</summary>
/// <param name="Name">The name, such as "so(3)".</param>
/// <param name="Reason">What speaks for it and what would decide.</param>
public sealed record AlgebraCandidate(string Name, string Reason);
