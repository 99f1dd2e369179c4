namespace Noether.Experiments.CalabiYau;

/// <summary>Both rules on one embedding.</summary>
/// <param name="Jump">The paper's rule.</param>
/// <param name="Whole">Whole orbits by shared neighbours.</param>
internal sealed record RuleScores(ClusterScores Jump, ClusterScores Whole);
