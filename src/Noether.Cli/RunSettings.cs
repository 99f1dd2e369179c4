namespace Noether.Cli;

/// <summary>How the user wants a run carried out.</summary>
internal sealed record RunSettings(ulong Seed, int Threads, string OutFolder, bool Json, bool Quiet, bool Figures);
