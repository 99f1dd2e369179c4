namespace Noether.Science.Tests;

/// <summary>How much of a slow test runs: a reduced form by default, everything where NOETHER_FULL is set.</summary>
internal static class Scale
{
    /// <summary>Whether the full form was asked for.</summary>
    public static bool IsFull { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NOETHER_FULL"));

    /// <summary>The seeds to run: a few in the reduced form, all in the full one.</summary>
    public static IEnumerable<ulong> Seeds(int reduced, int full) => Enumerable.Range(0, IsFull ? full : reduced).Select(seed => (ulong)seed);
}
