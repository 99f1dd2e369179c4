namespace Noether.Cli;

/// <summary>How the user wants a run carried out.</summary>
/// <param name="Seed">All chance in the run.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="OutFolder">Where results go; empty for nowhere.</param>
/// <param name="Json">Whether standard output carries report.json's text.</param>
/// <param name="Quiet">Whether standard error stays empty.</param>
/// <param name="Figures">Whether figures are wanted.</param>
internal sealed record RunSettings(ulong Seed, int Threads, string OutFolder, bool Json, bool Quiet, bool Figures);
