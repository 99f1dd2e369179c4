using Noether.Data;
using Noether.Generators;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>
/// How far the flows of generators hold, by the distance of moved points to their class or orbit, Eq. (V1): a diagnostic beside the
/// verdict, which is infinitesimal.
/// </summary>
internal static class FlowReach
{
    /// <summary>Adds the measurement where there is a symmetry with a fixed point and there are sets to compare with.</summary>
    public static Report AddTo(Report report, FoundSymmetry found, LabelledPoints samples, RunContext context)
    {
        if (report.Generators is not { } generators || found is not { Verdict: SymmetryVerdict.Symmetric, Generators: { Space: not GeneratorSpace.Affine } estimate })
        {
            return report;
        }

        var options = VerificationOptions.Default;
        PointCloud[] sets = [.. samples.Cells.Members().Where(members => members.Length > 1).Select(members => samples.Points.Select(members.AsSpan()))];
        var reach = InvarianceError.Of(sets, estimate, SampledRegion.Of(samples.Points), options, context.Seed.For("flows"), context.Execution);
        return reach.Compared == 0 ? report : report with { Generators = generators with { InvarianceError = reach.Error, Control = reach.Control } };
    }
}
