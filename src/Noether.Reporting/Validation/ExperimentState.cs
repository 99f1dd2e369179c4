namespace Noether.Reporting.Validation;

/// <summary>What became of an experiment.</summary>
public enum ExperimentState
{
    /// <summary>It ran to its end, whatever it found.</summary>
    Finished,

    /// <summary>It could not run, for a data set is missing; the reason is given.</summary>
    Skipped,

    /// <summary>It ended with an error; the reason is given.</summary>
    Failed,

    /// <summary>The run was interrupted before it was done.</summary>
    Interrupted,
}
