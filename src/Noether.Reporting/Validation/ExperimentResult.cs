using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Validation;

/// <summary>What came out of one experiment of the paper: its claims, and all that is needed to run it again.</summary>
public sealed record ExperimentResult
{
    /// <summary>Its name, which is that of its folder, such as "superpotential-compact".</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands in the paper and what it shows.</summary>
    public required string Shows { get; init; }

    /// <summary>The command that repeats it, without folder and threads, which change no result.</summary>
    public required string Command { get; init; }

    /// <summary>What became of it.</summary>
    public required ExperimentState State { get; init; }

    /// <summary>Why it was not finished; empty where it was.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The tool's version with the revision that it was built from.</summary>
    public required string Version { get; init; }

    /// <summary>Runtime, system and processor.</summary>
    public required string Machine { get; init; }

    /// <summary>The day on which it ran, in universal time.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Wall-clock seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The answer in one sentence; empty where it was not finished.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>What it sets out to show, each beside its control.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>What a careful reader should know.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Its figures as PNG files, relative to its folder.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>The number of claims that hold.</summary>
    public int Holding => Claims.Count(claim => claim.Holds);

    /// <summary>A finished experiment.</summary>
    /// <param name="blank">Name, command, machine and date.</param>
    /// <param name="report">Its report, as it was written.</param>
    /// <param name="figures">The paths of its figures, relative to its folder.</param>
    public static ExperimentResult Of(ExperimentResult blank, Report report, ImmutableArray<string> figures) => blank with
    {
        State = ExperimentState.Finished,
        Version = report.Version,
        Seconds = report.Seconds,
        Verdict = report.Verdict,
        Claims = report.Claims ?? [],
        Findings = report.Findings,
        Figures = figures,
    };
}
