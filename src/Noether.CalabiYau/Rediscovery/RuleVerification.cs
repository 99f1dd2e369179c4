namespace Noether.CalabiYau.Rediscovery;

/// <summary>How a rule fares wherever it applies in a list.</summary>
/// <param name="Entries">Entries to which the rule applies.</param>
/// <param name="Places">Places where it was applied.</param>
/// <param name="EulerEqual">Places where the Euler number stays.</param>
/// <param name="ChernEqual">Places where, besides, the second Chern class stays on every row that stays.</param>
/// <param name="Known">The known identity that makes every result with equal Euler number that was looked up; empty where none does.</param>
/// <param name="IsWhole">Whether, the other way round, the rule makes whatever that identity makes there; false for a special case of it.</param>
public sealed record RuleVerification(int Entries, int Places, int EulerEqual, int ChernEqual, string Known, bool IsWhole)
{
    /// <summary>The share of places where the Euler number stays, 0 to 1; 0 where the rule applies nowhere.</summary>
    public double Consistency => Places == 0 ? 0 : EulerEqual / (double)Places;

    /// <summary>What follows: true, true under a condition, false or unknown.</summary>
    public string Verdict => (Places, EulerEqual, ChernEqual) switch
    {
        (0, _, _) => "unknown: applies nowhere in the list",
        var (places, euler, chern) when euler == places && chern == places => "true at every place tested",
        (_, 0, _) => "false: the Euler number changes at every place",
        var (_, euler, chern) when chern == euler => "true where the Euler number stays, and only there",
        _ when Known.Length > 0 => $"true where the Euler number stays, as another reading of {Known}: the rows that stay change places",
        _ => "false: the second Chern class changes where the Euler number stays",
    };
}
