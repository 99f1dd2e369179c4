namespace Noether.Reporting;

/// <summary>One number beside its control.</summary>
/// <param name="Subject">The stage, such as "classifier".</param>
/// <param name="Name">What was measured, such as "accuracy on the training samples".</param>
/// <param name="Value">The number as text.</param>
/// <param name="ControlName">What the control is, such as "shuffled labels"; empty without one.</param>
/// <param name="Control">The control's number as text; empty without one.</param>
internal sealed record EvidenceRow(string Subject, string Name, string Value, string ControlName = "", string Control = "");
