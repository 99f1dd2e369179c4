using Noether.Data;
using Noether.Functions;
using Noether.Groups;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.GroupTests;

/// <summary>Does a table, or a network, have the symmetry that the user names? noether test.</summary>
internal static class GroupTestRun
{
    /// <summary>Tests samples: their values, their classes, or where they have neither the distribution of the points.</summary>
    /// <param name="source">The samples.</param>
    /// <param name="hasClasses">Whether the cells are classes to be explained.</param>
    /// <param name="group">The group on their coordinates.</param>
    /// <param name="options">Tolerance and confidence.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report OfSamples(Discovery.SampleSource source, bool hasClasses, SymmetryGroup group, SymmetryTestOptions options, RunContext context)
    {
        var samples = source.Samples;
        var subject = !samples.Values.IsEmpty ? "the values" : hasClasses ? "the classes" : "the distribution of the points";
        return Run(source.Data(hasClasses), source.Findings, samples.Points, subject, null, context, () =>
            !samples.Values.IsEmpty ? GroupTest.Of(new ValueSamples(samples.Points, samples.Values), group, options, context.Seed.For("test"), context.Execution)
            : hasClasses ? GroupTest.OfLabels(samples, group, options, context.Seed.For("test"), context.Execution)
            : GroupTest.OfPoints(samples.Points, group, options, context.Seed.For("test"), context.Execution));
    }

    /// <summary>Tests a function that can be asked anywhere.</summary>
    /// <param name="function">The function, with its name and hash.</param>
    /// <param name="points">Where it is asked, and the names of the coordinates.</param>
    /// <param name="groups">The group, and how the outputs should be moved; null for invariance.</param>
    /// <param name="options">Tolerance and confidence.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report OfFunction(
        (IFunction Function, string Name, string Sha256) function,
        (PointCloud Points, ImmutableArray<string> Names, ImmutableArray<Finding> Findings) points,
        (SymmetryGroup Group, SymmetryGroup? Outputs) groups,
        SymmetryTestOptions options,
        RunContext context)
    {
        var data = new DataReport(function.Name, function.Sha256, points.Points.Count, points.Points.Dimension, Classes: null, Dropped: 0) { Columns = points.Names };
        return Run(data, points.Findings, points.Points, "the network", groups.Outputs?.Name, context, () =>
            GroupTest.OfFunction(function.Function, points.Points, groups.Group, groups.Outputs, options, context.Seed.For("test"), context.Execution));
    }

    private static Report Run(
        DataReport data, ImmutableArray<Finding> findings, PointCloud points, string subject, string? outputGroup, RunContext context, Func<GroupTest> test)
    {
        var clock = new StageClock(TimeProvider.System);
        var report = context.Blank with { Data = data, Findings = [.. context.Blank.Findings, .. findings] };
        context.Finished.Report(report);
        var found = clock.Measure("test", test);
        report = report with
        {
            Verdict = Sentence(found, subject, outputGroup),
            Symmetry = new(SymmetryReport.Word(found.Verdict), found.Reason, found.Tolerance) { Asymmetry = found.Asymmetry, Fit = found.Fit, NeededSamples = found.NeededSamples },
            Group = GroupReport.Of(found, points, outputGroup),
            Findings = [.. report.Findings, .. found.Findings],
            Timings = clock.Times,
        };
        return report with { Figures = found.Members.IsEmpty ? [] : [Figure(found)] };
    }

    private static string Sentence(GroupTest test, string subject, string? outputGroup)
    {
        var symmetry = outputGroup is null ? $"symmetry of {subject} under {test.Group.Name}" : $"equivariance of {subject} under {test.Group.Name} with {outputGroup}";
        return test.Verdict switch
        {
            SymmetryVerdict.Symmetric => $"The {symmetry} holds: asymmetry below {Math.Max(test.Asymmetry!.Upper, 1e-6):P4} ({test.Asymmetry.Confidence:P0}).",
            SymmetryVerdict.Approximate => $"The {symmetry} is approximate. {test.Reason}",
            SymmetryVerdict.None => $"No {symmetry}. {test.Reason}",
            _ => $"Cannot tell the {symmetry}. {test.Reason}",
        };
    }

    private static Figure Figure(GroupTest test)
    {
        ImmutableArray<double> numbers = [.. Enumerable.Range(1, test.Members.Length).Select(number => (double)number)];
        return new(
            "group",
            $"What breaks {test.Group.Name}",
            $"Asymmetry of every generator and element with its bounds, in the order of report.json: 0 is an exact symmetry; at most {test.Tolerance:P0} counts as one.",
            [
                new($"members of {test.Group.Name}", "member", "asymmetry",
                [
                    new LineLayer("asymmetry", numbers, [.. test.Members.Select(member => member.Asymmetry.Value)], Marked: true),
                    new LineLayer("upper bound", numbers, [.. test.Members.Select(member => Math.Min(1, member.Asymmetry.Upper))], Marked: false),
                    new LineLayer("lower bound", numbers, [.. test.Members.Select(member => member.Asymmetry.Lower)], Marked: false),
                    new LineLayer("tolerance", [numbers[0], numbers[^1]], [test.Tolerance, test.Tolerance], Marked: false),
                ]),
            ]);
    }
}
