namespace Noether.Reports;

/// <summary>One thing that an experiment sets out to show.</summary>
/// <param name="Name">What is measured, such as "orbits of class 3".</param>
/// <param name="Value">What was measured: a number or a text.</param>
/// <param name="Expected">What the paper or the mathematics says: a number, a text, or a bound such as ">= 0.99".</param>
/// <param name="Holds">Whether the value meets it.</param>
/// <param name="Control">The same measurement where nothing should be found; null where a control makes no sense.</param>
public sealed record Claim(string Name, ClaimValue Value, ClaimValue Expected, bool Holds, ClaimValue? Control = null);
