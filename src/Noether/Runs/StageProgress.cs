namespace Noether.Runs;

/// <summary>How far a stage has come.</summary>
/// <param name="Stage">The stage's name as in report.json's timings, such as "train".</param>
/// <param name="Fraction">Share of the work done, 0 to 1; an estimate where the end is not known.</param>
/// <param name="Detail">A few words for a person, such as "epoch 12, accuracy 0.93"; may be empty.</param>
public readonly record struct StageProgress(string Stage, double Fraction, string Detail);
