using Noether.Runs;

namespace Noether.Reports;

/// <summary>All that a run has to say, as a value: the content of report.json, field by field. Absent parts are null and do not appear in the file.</summary>
public sealed record Report
{
    /// <summary>The command that made it, such as "paper mexican-hat".</summary>
    public required string Command { get; init; }

    /// <summary>The tool's version.</summary>
    public required string Version { get; init; }

    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The threads it ran on; they change no result.</summary>
    public required int Threads { get; init; }

    /// <summary>Wall-clock seconds of the whole run.</summary>
    public double Seconds { get; init; }

    /// <summary>The command line that repeats the run.</summary>
    public required string Repeat { get; init; }

    /// <summary>The answer in one sentence; the first line that a reader sees.</summary>
    public required string Verdict { get; init; }

    /// <summary>What was read or sampled.</summary>
    public DataReport? Data { get; init; }

    /// <summary>The trained network.</summary>
    public ClassifierReport? Classifier { get; init; }

    /// <summary>The embedding of a user's own network, where that took the place of a trained one.</summary>
    public EmbeddingReport? Embedding { get; init; }

    /// <summary>The orbits found, by class, then by size.</summary>
    public ImmutableArray<OrbitReport>? Orbits { get; init; }

    /// <summary>The generators regressed from the orbits.</summary>
    public GeneratorReport? Generators { get; init; }

    /// <summary>The answer with its asymmetry; null for commands that look for no symmetry.</summary>
    public SymmetryReport? Symmetry { get; init; }

    /// <summary>The group that was asked about, member by member; null for commands that look for groups themselves.</summary>
    public GroupReport? Group { get; init; }

    /// <summary>What algebra the generators span.</summary>
    public AlgebraReport? Algebra { get; init; }

    /// <summary>The configuration matrices that were asked about.</summary>
    public ImmutableArray<ConfigurationReport>? Configurations { get; init; }

    /// <summary>Wall-clock seconds per stage, in the order of the stages.</summary>
    public ImmutableArray<StageTime> Timings { get; init; } = [];

    /// <summary>What an experiment sets out to show, each beside its control.</summary>
    public ImmutableArray<Claim>? Claims { get; init; }

    /// <summary>What a careful reader should know before believing the result.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The figures, to be drawn by whoever renders the report.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Arrays too long for JSON, to be written beside it.</summary>
    public ImmutableArray<NamedArray> Arrays { get; init; } = [];

    /// <summary>Files in the formats of other programs, to be written beside it.</summary>
    public ImmutableArray<NamedFile> Files { get; init; } = [];
}
