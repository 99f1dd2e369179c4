using Noether.Data;
using Noether.Runs;

namespace Noether.Orbits;

/// <summary>What a careful reader should know about a cut into orbits.</summary>
internal static class OrbitFindings
{
    /// <summary>The share of strays from which a class is named.</summary>
    private const double ManyStrays = 0.1;

    /// <summary>The jump from which a cut is beyond chance, Eq. (O4).</summary>
    private const double ClearJump = 2;

    public static ImmutableArray<Finding> Of(Labels cells, ImmutableArray<ClassCut> cuts)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var small = Named(cells, cuts, cut => cut.Members > 0 && double.IsNaN(cut.Jump));
        if (small.Length > 0)
        {
            findings.Add(new("ORB001", Severity.Caution, $"Too few correctly classified samples to look for orbits in {Classes(small)}; about ten are needed, some hundred are good."));
        }

        var unclear = Named(cells, cuts, cut => cut.Parts.Length > 1 && cut.Jump < ClearJump);
        if (unclear.Length > 0)
        {
            findings.Add(new("ORB002", Severity.Caution, $"The cut into orbits is not clear in {Classes(unclear)}: the parts are less than {ClearJump} times farther apart than the widest gap inside them. They may be pieces of one orbit; more samples would tell."));
        }

        var strays = Named(cells, cuts, cut => cut.Strays > ManyStrays * cut.Members && !double.IsNaN(cut.Jump));
        if (strays.Length > 0)
        {
            findings.Add(new("ORB003", Severity.Caution, $"More than {ManyStrays:0 %} of the samples belong to no orbit in {Classes(strays)}."));
        }

        return findings.ToImmutable();
    }

    private static string[] Named(Labels cells, ImmutableArray<ClassCut> cuts, Func<ClassCut, bool> condition) =>
        [.. cuts.Index().Where(pair => condition(pair.Item)).Select(pair => cells.ClassNames[pair.Index])];

    private static string Classes(string[] names)
    {
        const int shown = 5;
        var list = string.Join("; ", names.Take(shown).Select(name => $"'{name}'"));
        return names.Length == 1 ? $"class {list}" : $"{names.Length} classes ({list}{(names.Length > shown ? "; ..." : "")})";
    }
}
