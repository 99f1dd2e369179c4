using Noether.Experiments.Calibration;
using Noether.Reports;

namespace Noether.Science.Tests;

public static class CalibrationTests
{
    [Fact]
    public static void Hardly_any_claim_is_false_and_simple_rules_on_the_same_tables_are_wrong_in_many()
    {
        var report = Run(3, 200, 2);

        var claims = report.Claims!.Value;
        Assert.All(claims[..3], claim => Assert.InRange(claim.Value.Number!.Value, 0, 6)); // of 576 tables
        Assert.All(claims[..3], claim => Assert.InRange(claim.Control!.Number!.Value, 20, 576));
        Assert.Equal(0, claims[3].Value.Number);
        Assert.InRange(claims[4].Value.Number!.Value, 0, 0.04);
        Assert.InRange(claims[5].Value.Number!.Value, 0.4, 1);
        Assert.Equal(["calibration.csv", "calibration.md"], report.Files.Select(file => file.Name));
    }

    [Fact]
    public static void The_tables_are_the_same_at_any_number_of_threads() =>
        Assert.Equal(Run(1, 100, 1).Files[0].Content, Run(1, 100, 2).Files[0].Content);

    [Fact]
    public static void Every_function_is_sampled_where_its_design_says_and_has_values_everywhere() => Assert.All(CalibrationSystem.All, system =>
    {
        var places = system.Places(500, new(1));

        Assert.Equal((500, system.Dimension), (places.Count, places.Dimension));
        Assert.All(system.Values(places, 0.3, new(2)), value => Assert.True(double.IsFinite(value)));
    });

    private static Report Run(int runs, int largest, int threads) => CalibrationExperiment.Run(runs, largest, new(
        new() { Command = "paper calibration", Version = "", Seed = 0, Threads = threads, Repeat = "", Verdict = "" },
        new(5),
        new() { Threads = threads },
        new Progress<Report>()));
}
