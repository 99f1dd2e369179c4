using Noether.Reports;

namespace Noether.Cli;

/// <summary>The report as far as it is finished.</summary>
internal sealed class LatestReport(Report blank) : IProgress<Report>
{
    /// <summary>What the last finished stage handed over.</summary>
    public Report Value { get; private set; } = blank;

    public void Report(Report value) => Value = value;
}
