namespace Noether.Runs;

/// <summary>One thing that a careful reader should know before believing the result.</summary>
/// <param name="Id">Three capital letters for the stage and three digits, such as ORB002; explained in docs/findings.md.</param>
/// <param name="Severity">How much it takes away from the result.</param>
/// <param name="Message">What was seen, with its numbers, and what the reader can do.</param>
public sealed record Finding(string Id, Severity Severity, string Message);
