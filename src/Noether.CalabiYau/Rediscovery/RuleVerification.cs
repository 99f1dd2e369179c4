namespace Noether.CalabiYau.Rediscovery;

/// <summary>How a rule fares wherever it applies in a list.</summary>
/// <param name="Entries">Entries to which the rule applies and makes another matrix.</param>
/// <param name="Places">Places where it does.</param>
/// <param name="EulerEqual">Places where the Euler number stays.</param>
/// <param name="ChernEqual">Places where, besides, the second Chern class stays on every row that stays.</param>
/// <param name="Known">The known identity that makes every result with equal Euler number that was looked up; empty where none does.</param>
/// <param name="IsWhole">Whether, the other way round, the rule makes whatever that identity makes there; false for a special case of it.</param>
public sealed record RuleVerification(int Entries, int Places, int EulerEqual, int ChernEqual, string Known, bool IsWhole)
{
    /// <summary>The share of places where the Euler number stays, 0 to 1; 0 where the rule applies nowhere.</summary>
    public double Consistency => Places == 0 ? 0 : EulerEqual / (double)Places;

    /// <summary>What follows: true only of what a known identity makes, false where Euler number or Chern class change, else unknown.</summary>
    public string Verdict => (Places, EulerEqual, ChernEqual) switch
    {
        (0, _, _) => "unknown: applies nowhere in the list",
        var (places, euler, chern) when euler == places && chern == places => Known.Length > 0 ? "true at every place tested" : "unknown: Euler number and second Chern class stay at every place",
        (_, 0, _) => "false: the Euler number changes at every place",
        var (_, euler, chern) when chern == euler && Known.Length > 0 => "true where the Euler number stays, and only there",
        var (places, euler, chern) when chern == euler => $"false as it stands: the Euler number changes at {places - euler} of {places} places; unknown at the others",
        _ when Known.Length > 0 => $"true where the Euler number stays, as another reading of {Known}: the rows that stay change places",
        _ => "false: the second Chern class changes where the Euler number stays",
    };
}
