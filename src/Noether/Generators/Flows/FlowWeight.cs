namespace Noether.Generators.Flows;

/// <summary>How much a pair counts whose flow misses.</summary>
internal static class FlowWeight
{
    /// <summary>1 for no miss, 1/4 at the typical one, and falling with its fourth power, Eq. (G23).</summary>
    public static double Of(double miss, double typical)
    {
        var ratio = miss / Math.Max(typical, double.Epsilon);
        var half = 1 / (1 + (ratio * ratio));
        return half * half;
    }
}
