using Noether.Data;
using Noether.Verification;

namespace Noether.Reports;

/// <summary>A group that a user asked about, member by member.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="IsCompact">Whether it is compact, so that a distribution of points can be invariant.</param>
/// <param name="Members">Every generator and element, with its asymmetry.</param>
public sealed record GroupReport(string Name, bool IsCompact, ImmutableArray<TestedMember> Members)
{
    /// <summary>How the outputs should be moved, as it was given; null for invariance.</summary>
    public string? OutputGroup { get; init; }

    /// <summary>The p-value of "the points are distributed invariantly"; null where there is none.</summary>
    public double? PValue { get; init; }

    /// <summary>The share of a known function's standard deviation that the group does not leave as it should; null for samples.</summary>
    public double? BrokenShare { get; init; }

    /// <summary>Where the worst member changes most: the coordinates of samples, the worst first. Shape [samples][n].</summary>
    public ImmutableArray<ImmutableArray<double>> Worst { get; init; } = [];

    /// <summary>The report's view of a test.</summary>
    /// <param name="test">The test.</param>
    /// <param name="points">The samples that it numbers.</param>
    /// <param name="outputGroup">The group of the outputs; null for invariance.</param>
    public static GroupReport Of(GroupTest test, PointCloud points, string? outputGroup) => new(test.Group.Name, test.Group.IsCompact, test.Members)
    {
        OutputGroup = outputGroup,
        PValue = test.PValue,
        BrokenShare = test.BrokenShare,
        Worst = [.. test.Worst.Select(sample => points.Row(sample).ToArray().ToImmutableArray())],
    };
}
