using System.Text;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.Calibration;

/// <summary>
/// Whether the bounds hold and claims are true: noether paper calibration. Functions with known symmetries are sampled at several sizes
/// and noises, and every verdict is compared with the exact asymmetry.
/// </summary>
internal static class CalibrationExperiment
{
    private const int EasySize = 800;
    private const double EasyNoise = 0.1;

    /// <summary>The sizes of the tables.</summary>
    public static ImmutableArray<int> Sizes { get; } = [100, 200, 400, 1600, 6400];

    private static ImmutableArray<double> Noises { get; } = [0.01, 0.03, 0.1, 0.3];

    /// <summary>Runs all settings.</summary>
    /// <param name="runs">Tables per setting, at least 1.</param>
    /// <param name="largest">The largest size that is tried.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report Run(int runs, int largest, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var (results, report) = (new List<SettingResult>(), context.Blank);
        foreach (var (number, system) in CalibrationSystem.All.Index())
        {
            context.Execution.Report("tables", (double)number / CalibrationSystem.All.Length, system.Name);
            results.AddRange(clock.Measure("tables", () => Results(system, runs, largest, context)));
            report = With(context.Blank, [.. results]) with { Timings = clock.Times };
            context.Finished.Report(report);
        }

        return report;
    }

    private static ImmutableArray<SettingResult> Results(CalibrationSystem system, int runs, int largest, RunContext context)
    {
        CalibrationSetting[] settings =
        [
            .. Sizes.Where(size => size <= largest).SelectMany(size => Noises.Select(noise => new CalibrationSetting(system, size, noise))),
        ];
        var done = new CalibrationRun[settings.Length * runs];
        context.Execution.ForEachBlock(done.Length, i =>
        {
            var setting = settings[i / runs];
            var seed = context.Seed.For($"{system.Name} {setting.Size} {setting.Noise}").For(i % runs);
            done[i] = CalibrationRun.Of(system, setting.Size, setting.Noise, seed);
        });
        return [.. settings.Select((setting, s) => new SettingResult(setting, [.. done[(s * runs)..((s + 1) * runs)]]))];
    }

    private static Report With(Report blank, ImmutableArray<SettingResult> results)
    {
        var tables = results.Sum(result => result.Runs.Length);
        var functions = results.Select(result => result.Setting.System).Distinct().ToArray();
        var (least, most) = (results.Min(Size), results.Max(Size));
        return blank with
        {
            Verdict = $"{results.Sum(result => result.Claims)} symmetries claimed in {tables} tables, {results.Sum(result => result.False)} of them false.",
            Data = new(
                $"{functions.Length} functions, {tables} tables of {least} to {most} rows",
                Fingerprint.Of(functions.Select(function => function.Places(least, new(blank.Seed)))),
                results.Sum(result => Size(result) * result.Runs.Length),
                functions.Max(function => function.Dimension),
                Classes: null,
                Dropped: 0),
            Claims = [.. Claims(results)],
            Files = [File("calibration.csv", CalibrationTable.Csv(results)), File("calibration.md", CalibrationTable.Markdown(results))],
        };

        static int Size(SettingResult result) => result.Setting.Size;

        static NamedFile File(string name, string text) => new(name, [.. Encoding.UTF8.GetBytes(text)]);
    }

    private static IEnumerable<Claim> Claims(ImmutableArray<SettingResult> results)
    {
        var runs = results.SelectMany(result => result.Runs).ToArray();
        var falseClaims = results.Sum(result => result.False);
        foreach (var (rule, control) in new[] { "a threshold on the estimate", "an eigengap", "a rank test" }.Index())
        {
            var ofControl = runs.Count(run => run.Controls[rule] > SettingResult.Tolerance);
            yield return new($"false claims, of all tables (control: {control})", falseClaims, "0", falseClaims == 0, ofControl);
        }

        var denied = runs.Count(run => run.Verdict == SymmetryVerdict.None && run.Least <= SettingResult.Tolerance);
        yield return new("symmetries denied", denied, "0", denied == 0);
        var claimed = runs.Count(run => run.Upper is not null);
        var missed = runs.Count(run => run.Upper < run.Truth) / Math.Max(1.0, claimed);
        yield return new("share of the claims whose upper bound is below the truth", missed, "<= 0.02", missed <= 0.02);
        yield return Share("symmetries found, of all tables of functions that have one", runs, 0.6);
        var isEasy = (SettingResult result) => result.Setting is { Size: >= EasySize, Noise: <= EasyNoise };
        var easy = results.Where(isEasy).SelectMany(result => result.Runs).ToArray();
        if (easy.Length > 0)
        {
            yield return Share($"the same where the noise is at most {EasyNoise} and the size at least {EasySize}", easy, 0.95);
        }
    }

    private static Claim Share(string name, CalibrationRun[] runs, double least)
    {
        var with = runs.Where(run => run.HasSymmetry).ToArray();
        var share = with.Count(run => run.Truth <= SettingResult.Tolerance) / Math.Max(1.0, with.Length);
        var control = runs.Where(run => !run.HasSymmetry && run.Least > SettingResult.Tolerance).ToArray();
        var found = control.Count(run => run.Verdict == SymmetryVerdict.Symmetric) / Math.Max(1.0, control.Length);
        return new($"{name} (control: functions without)", share, $">= {least}", with.Length == 0 || share >= least, found);
    }
}

/// <summary>A function at one size and noise.</summary>
internal sealed record CalibrationSetting(CalibrationSystem System, int Size, double Noise);

/// <summary>What the tables of one setting gave.</summary>
internal sealed record SettingResult(CalibrationSetting Setting, ImmutableArray<CalibrationRun> Runs)
{
    /// <summary>What counts as a symmetry.</summary>
    public static double Tolerance { get; } = new SymmetryTestOptions().Tolerance;

    /// <summary>How many symmetries were claimed.</summary>
    public int Claims => Runs.Count(run => run.Verdict == SymmetryVerdict.Symmetric);

    /// <summary>How many of these are broken by more than the tolerance.</summary>
    public int False => Runs.Count(run => run.Truth > Tolerance);

    /// <summary>How many upper bounds lie below the truth.</summary>
    public int Missed => Runs.Count(run => run.Upper < run.Truth);
}
