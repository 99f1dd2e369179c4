namespace Noether.CalabiYau.Lists;

/// <summary>The topological numbers that a list states for an entry.</summary>
/// <param name="EulerNumber">The Euler number (key Eta); 2 (h11 - h21).</param>
/// <param name="H11">The Hodge number h11; 0 is a placeholder.</param>
/// <param name="H21">The Hodge number h21; 0 together with h11 = 0 is a placeholder.</param>
/// <param name="SecondChernClass">c2 . J_r for every row r (key C2). Shape [m].</param>
public sealed record StatedTopology(int EulerNumber, int H11, int H21, ImmutableArray<long> SecondChernClass);
