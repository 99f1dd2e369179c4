using Noether.Runs;

namespace Noether.Reports;

/// <summary>What a command hands to the work that makes its report.</summary>
/// <param name="Blank">The report before the first stage: command, version, seed, repeat line.</param>
/// <param name="Seed">All chance in the run.</param>
/// <param name="Execution">Threads, progress and cancellation.</param>
/// <param name="Finished">Told the report so far after each stage, so that an interrupted run keeps what it finished.</param>
public sealed record RunContext(Report Blank, Seed Seed, Execution Execution, IProgress<Report> Finished);
