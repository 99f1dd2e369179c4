using System.Text;
using Noether.CalabiYau.Checks;
using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Configurations;

/// <summary>What a list states, computed anew; on demand also which entries are the same manifold: noether cicy check.</summary>
internal static class ListVerification
{
    /// <summary>Checks a list.</summary>
    /// <param name="source">The list, with its placeholders.</param>
    /// <param name="classes">How to look for entries that are the same manifold; null to leave that out. Cost with the defaults: some twenty seconds for the published list.</param>
    /// <param name="context">The blank report and execution.</param>
    public static Report Run(ListSource source, ClassOptions? classes, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var check = clock.Measure("topology", () => ListCheck.Of(source.List, source.Whole, context.Execution));
        var forms = clock.Measure("canonical forms", () => Forms(source.List, context.Execution));
        var report = context.Blank with
        {
            Verdict = Sentence(check),
            Data = source.ToReport(),
            Claims =
            [
                Agreement("Euler numbers that agree", check.EulerNumbersAgree, check.Entries),
                Agreement("second Chern classes that agree", check.SecondChernClassesAgree, check.Entries),
                Agreement("entries that no permutation relates to another", forms, check.Entries),
            ],
            Findings = check.Findings,
            Timings = clock.Times,
        };
        context.Finished.Report(report);
        if (classes is null)
        {
            return report;
        }

        var found = clock.Measure("classes", () => EntryClasses.Find(source.List, classes, context.Execution));
        return WithClasses(report, source.List, found) with { Timings = clock.Times };
    }

    private static Report WithClasses(Report report, CicyList list, EntryClasses classes)
    {
        var redundancy = RedundancyCheck.Of(list, classes);
        return report with
        {
            Verdict = $"{report.Verdict} {classes.ClassOf.Count} entries with Hodge numbers fall into {classes.Count} classes of identical manifolds, at least {classes.CertainlyDifferent} of them different.",
            Findings = [.. report.Findings, .. RedundancyFindings(redundancy), .. Stages(classes)],
            Files =
            [
                new("classes.csv", Text(writer => ClassTable.Write(classes, writer))),
                new("pairs.csv", Text(writer => WritePairs(classes, redundancy, writer))),
            ],
        };
    }

    private static int Forms(CicyList list, Execution execution)
    {
        const int BlockSize = 64;
        var forms = new ConfigurationMatrix[list.Records.Length];
        execution.ForEachBlock((forms.Length + BlockSize - 1) / BlockSize, block =>
        {
            for (var i = block * BlockSize; i < Math.Min((block + 1) * BlockSize, forms.Length); i++)
            {
                forms[i] = CanonicalForm.Of(list.Records[i].Matrix);
            }
        });
        return forms.Distinct().Count();
    }

    private static string Sentence(ListCheck check) => check.EulerNumbersAgree == check.Entries && check.SecondChernClassesAgree == check.Entries
        ? $"The Euler numbers and second Chern classes of all {check.Entries} entries are right."
        : $"Of {check.Entries} entries, {check.Entries - check.EulerNumbersAgree} state a wrong Euler number and {check.Entries - check.SecondChernClassesAgree} a wrong second Chern class.";

    private static Claim Agreement(string name, int value, int expected) => new(name, value, expected, value == expected);

    private static IEnumerable<Finding> RedundancyFindings(RedundancyCheck check)
    {
        yield return new(
            "CON010",
            Severity.Note,
            $"Redundancies that the list states: {check.Stated.Length} pairs, of which {check.Confirmed.Select(pair => (pair.First, pair.Second)).Distinct().Count()} have evidence of their own and {check.Unconfirmed.Length} have none ({Listed(check.Unconfirmed)}). It does not state {check.Missing.Length} pairs that have evidence. Pair by pair: pairs.csv.");
        if (!check.Refuted.IsEmpty)
        {
            yield return new("CON011", Severity.Contradiction, $"The list calls these pairs redundant, but numbers that no change of basis alters tell them apart: {Listed(check.Refuted)}.");
        }
    }

    private static IEnumerable<Finding> Stages(EntryClasses classes)
    {
        var stages = string.Join(", ", classes.Stages.Select(stage => $"{stage.Groups} by {stage.Invariants}"));
        yield return new("CON012", Severity.Note, $"Favourable entries told apart, each number with those before it: {stages}. This takes the rows of a favourable entry for a basis of the second cohomology.");
    }

    private static string Listed(IEnumerable<(int First, int Second)> pairs) => string.Join(", ", pairs.Select(pair => $"{pair.First}-{pair.Second}"));

    private static void WritePairs(EntryClasses classes, RedundancyCheck redundancy, TextWriter writer)
    {
        var stated = redundancy.Stated.ToHashSet();
        writer.Write("first,second,relation,evidence,stated\n");
        var rows = classes.Pairs.Select(pair => (pair.First, pair.Second, Relation: Relation.Identical, Evidence: $"{pair.Evidence}"))
            .Concat(redundancy.Refuted.Select(pair => (pair.First, pair.Second, Relation: Relation.Different, Evidence: "")))
            .Concat(redundancy.Unconfirmed.Select(pair => (pair.First, pair.Second, Relation: Relation.Undecided, Evidence: "")));
        foreach (var row in rows.Order())
        {
            writer.Write($"{row.First},{row.Second},{row.Relation},{row.Evidence},{(stated.Contains((row.First, row.Second)) ? "yes" : "no")}\n");
        }
    }

    private static ImmutableArray<byte> Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return [.. Encoding.UTF8.GetBytes(writer.ToString())];
    }
}
