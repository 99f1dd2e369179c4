using System.Globalization;
using Noether.Verification;

namespace Noether.Experiments.Calibration;

/// <summary>The results of all settings as tables.</summary>
internal static class CalibrationTable
{
    private const string Columns = "function,design,size,noise,least,tables,claims,false,missed,approximate,none,cannot tell,"
        + "false by threshold,false by eigengap,false by rank test\n";

    /// <summary>One line per setting.</summary>
    public static string Csv(ImmutableArray<SettingResult> results) => Columns + string.Concat(results.Select(Line));

    /// <summary>One table of functions by noise, and one of the rules.</summary>
    public static string Markdown(ImmutableArray<SettingResult> results)
    {
        var noises = results.Select(result => result.Setting.Noise).Distinct().ToArray();
        var sizes = results.Select(result => result.Setting.Size).Distinct();
        return string.Join('\n',
        [
            $"Claims among {results[0].Runs.Length} tables of each size ({string.Join(", ", sizes)});",
            "where there is no claim, the number of \"none\" in brackets.",
            "",
            $"| function | design | best field broken by | {string.Join(" | ", noises.Select(noise => $"noise {noise}"))} |",
            $"|---|---|---|{string.Concat(noises.Select(_ => "---|"))}",
            .. results.GroupBy(result => result.Setting.System).Select(system => Row(system.Key, [.. system], noises)),
            "",
            "| rule | false claims | share of all tables | worst setting | found, of tables with a symmetry |",
            "|---|---|---|---|---|",
            Rule("asymmetry with its interval", results, run => run.Truth),
            .. CalibrationRun.Rules.Select((name, rule) => Rule(name, results, run => run.Controls[rule])),
            "",
        ]);
    }

    private static string Line(SettingResult result)
    {
        var (setting, runs) = (result.Setting, result.Runs);
        object[] cells =
        [
            $"\"{setting.System.Name}\"",
            setting.System.Design.Name,
            setting.Size,
            setting.Noise,
            Math.Round(runs[0].Least, 4),
            runs.Length,
            result.Claims,
            result.False,
            result.Missed,
            Count(result, SymmetryVerdict.Approximate),
            Count(result, SymmetryVerdict.None),
            Count(result, SymmetryVerdict.CannotTell),
            .. CalibrationRun.Rules.Select((_, rule) => (object)runs.Count(run => run.Controls[rule] > SettingResult.Tolerance)),
        ];
        return $"{string.Join(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)))}\n";
    }

    private static string Row(CalibrationSystem system, SettingResult[] results, double[] noises)
    {
        var broken = results.Average(result => result.Runs.Average(run => run.Least));
        var cells = noises.Select(noise => string.Join(' ', results.Where(result => result.Setting.Noise == noise).Select(Cell)));
        return string.Create(CultureInfo.InvariantCulture, $"| {system.Name} | {system.Design.Name} | {broken:0.000} | {string.Join(" | ", cells)} |");
    }

    private static string Cell(SettingResult result) =>
        Count(result, SymmetryVerdict.None) is > 0 and var none && result.Claims == 0 ? $"({none})" : $"{result.Claims}";

    // A rule that claims more than is true has found nothing.
    private static string Rule(string name, ImmutableArray<SettingResult> results, Func<CalibrationRun, double?> claimed)
    {
        var runs = results.SelectMany(result => result.Runs).ToArray();
        var with = runs.Where(run => run.HasSymmetry).ToArray();
        var (wrong, found) = (Wrong(runs), with.Count(run => claimed(run) <= SettingResult.Tolerance) / Math.Max(1.0, with.Length));
        var worst = results.Max(result => Wrong(result.Runs) / (double)result.Runs.Length);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {wrong} | {(double)wrong / runs.Length:0.000} | {worst:0.00} | {found:0.000} |");

        int Wrong(IEnumerable<CalibrationRun> some) => some.Count(run => claimed(run) > SettingResult.Tolerance);
    }

    private static int Count(SettingResult result, SymmetryVerdict verdict) => result.Runs.Count(run => run.Verdict == verdict);
}
