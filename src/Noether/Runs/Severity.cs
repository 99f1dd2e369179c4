namespace Noether.Runs;

/// <summary>How much a finding takes away from a result.</summary>
public enum Severity
{
    /// <summary>Good to know; the result stands.</summary>
    Note,

    /// <summary>The result may be less certain than its numbers look.</summary>
    Caution,

    /// <summary>Two parts of the result contradict each other; do not use it before this is understood.</summary>
    Contradiction,
}
