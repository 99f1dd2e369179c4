namespace Noether.Runs;

/// <summary>Wall-clock time of a stage.</summary>
/// <param name="Stage">sample, read, train, neighbours, orbits, generators, algebra, figures ...</param>
/// <param name="Seconds">Wall-clock seconds.</param>
public readonly record struct StageTime(string Stage, double Seconds);
