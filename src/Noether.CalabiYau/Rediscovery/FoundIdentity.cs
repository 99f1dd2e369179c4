namespace Noether.CalabiYau.Rediscovery;

/// <summary>A local change that turns matrices of a group into each other again and again.</summary>
/// <param name="Notation">The change in the notation of configuration matrices.</param>
/// <param name="Groups">Groups in which it occurs.</param>
/// <param name="Pairs">Pairs of matrices that it relates.</param>
/// <param name="ControlGroups">Groups of the control in which it occurs.</param>
/// <param name="Verification">How it fares on the whole list.</param>
public sealed record FoundIdentity(string Notation, int Groups, int Pairs, int ControlGroups, RuleVerification Verification);
