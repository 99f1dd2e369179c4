namespace Noether.CalabiYau.Rediscovery;

/// <summary>A local change that turns matrices of a group into each other again and again.</summary>
/// <param name="Notation">The change in the notation of configuration matrices.</param>
/// <param name="Groups">Groups in which it occurs.</param>
/// <param name="Pairs">Pairs of matrices that it relates.</param>
/// <param name="ControlGroups">Groups of the control in which it occurs.</param>
/// <param name="Verification">How it fares on the whole list.</param>
/// <param name="Readings">Changes with a lower score that make nothing new where the Euler number stays: the same identity, or a special case, in other words.</param>
public sealed record FoundIdentity(string Notation, int Groups, int Pairs, int ControlGroups, RuleVerification Verification, ImmutableArray<string> Readings)
{
    /// <summary>
    /// How often and how consistently the change occurs, by which changes are ranked: the groups beyond those of the control, times the share of places of the list where the Euler number
    /// stays. Eq. (C20).
    /// </summary>
    public double Score => (Groups - ControlGroups) * Verification.Consistency;
}
