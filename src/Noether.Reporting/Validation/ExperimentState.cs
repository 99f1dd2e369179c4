namespace Noether.Reporting.Validation;

/// <summary>What became of an experiment.</summary>
public enum ExperimentState
{
    /// <summary>It ran to its end, whatever it found.</summary>
    Finished,

    /// <summary>It could not run: a data set is missing, or it failed; the reason is given.</summary>
    Skipped,

    /// <summary>The run was interrupted before it was done.</summary>
    Interrupted,
}
