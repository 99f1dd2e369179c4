namespace Noether.Generators.Flows;

/// <summary>Two neighbours on one orbit.</summary>
/// <param name="Orbit">The number of the orbit.</param>
/// <param name="From">One point.</param>
/// <param name="To">The other.</param>
internal readonly record struct FlowPair(int Orbit, int From, int To);
