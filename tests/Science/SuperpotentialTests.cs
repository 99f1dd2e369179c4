using System.Globalization;
using Noether.Data;
using Noether.Experiments.Superpotentials;
using Noether.Reporting;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>Figure 2 of the paper, end to end: reduced to one seed and fewer samples, in full over ten, for both samplings.</summary>
public sealed class SuperpotentialTests(ITestOutputHelper output)
{
    /// <summary>25 cells in place of 121.</summary>
    private static readonly ValueWindows Few = new(-0.4, 0.4, 0.2, 0.02);

    [Theory]
    [InlineData(SuperpotentialSampling.Box)]
    [InlineData(SuperpotentialSampling.UnitSpheres)]
    public void Values_of_the_invariant_and_the_algebra_come_out_on_every_seed_and_not_from_the_controls(SuperpotentialSampling sampling)
    {
        if (!Scale.IsFull && sampling != SuperpotentialSampling.UnitSpheres)
        {
            Assert.Skip("The box is part of the full form: its cells need more samples than a quick run has time for.");
        }

        var runs = Scale.Seeds(reduced: 1, full: 10).Select(seed => WithoutFigures(new() { Sampling = sampling }, seed)).ToArray();

        foreach (var claim in runs[0].Claims!.Value)
        {
            output.WriteLine($"{claim.Name}: {string.Join(' ', runs.Select(run => run.Claims!.Value.First(other => other.Name == claim.Name).Value))}; control {claim.Control}");
        }

        Assert.All(runs, run =>
        {
            Assert.All(run.Claims!.Value, claim => Assert.True(claim.Holds, $"seed {run.Seed}: {claim.Name} is {claim.Value}, expected {claim.Expected}"));
            Assert.All(run.Claims!.Value, claim => Assert.False(ControlMeets(claim), $"seed {run.Seed}: {claim.Name} has the control {claim.Control}, which meets what is claimed"));
            Assert.All(["shuffled labels", "the input", "an untrained network"], control => Assert.InRange(Control(run, "adjusted Rand index", control), -1, 0.5));
            Assert.InRange(Control(run, "spread of Q1 Qt1 - Q2 Qt2", "p"), 0, 0.05); // orbits made by scalings alone would leave as little of the difference as they leave of p
            Assert.InRange(Control(run, "asymmetry of the generators", "a random field"), 0.2, 1);
            Assert.Equal(3, run.Claims!.Value.Count(claim => claim.Control is { Text: not null } control && control.Text != claim.Value.Text)); // three names, and none of them where samples are dealt to the orbits at random
        });
    }

    [Fact]
    public void A_function_with_one_value_of_p_in_each_cell_claims_nothing_about_several()
    {
        var run = WithoutFigures(new() { Coefficients = [1], Sampling = SuperpotentialSampling.UnitSpheres, SamplesPerCell = 100, Windows = Few }, 0);

        Assert.Contains(run.Findings, finding => finding.Id == "ORB007" && finding.Message.Contains("lie in 0 of", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Claims!.Value, claim => claim.Name.Contains("several", StringComparison.Ordinal) || claim.Name.Contains("spread", StringComparison.Ordinal));
        Assert.All(run.Claims!.Value, claim => Assert.True(claim.Holds, $"{claim.Name} is {claim.Value}, expected {claim.Expected}"));
    }

    [Fact]
    public void Both_panels_of_the_figure_show_the_same_samples_of_classes_with_two_values_and_with_one()
    {
        var run = Run(new SuperpotentialOptions { Potential = new() { Sampling = SuperpotentialSampling.UnitSpheres, SamplesPerCell = 60, Windows = Few } }, 0);

        Assert.Equal(["embedding", "spectrum", "generators"], run.Figures.Select(figure => figure.Name));
        Assert.All(run.Figures, figure => Assert.NotEmpty(FigureRenderer.ToPng(figure)));
        var (map, plane) = (run.Figures[0].Panels[0], run.Figures[0].Panels[1]);
        var (shown, highlighted) = (Dots(map, 0), Dots(map, 1));
        Assert.True(Dots(plane, 0).Muted && !Dots(plane, 1).Muted);
        Assert.Equal(shown.Samples, Dots(plane, 0).Samples);
        Assert.Equal(highlighted.Samples, Dots(plane, 1).Samples);
        Assert.Equal(highlighted.Groups, Dots(plane, 1).Groups);
        var values = highlighted.GroupNames.Select((_, group) => Spread(Dots(plane, 1), group)).ToArray();
        Assert.Contains(values, spread => spread > 0.4); // p and 1 - p
        Assert.Contains(values, spread => spread < 0.2); // one value, as wide as its window
    }

    private static ScatterLayer Dots(Panel panel, int layer) => Assert.IsType<ScatterLayer>(panel.Layers[layer]);

    /// <summary>How far the dots of a group reach in both directions.</summary>
    private static double Spread(ScatterLayer dots, int group)
    {
        var places = Enumerable.Range(0, dots.Groups.Length).Where(i => dots.Groups[i] == group).ToArray();
        return Math.Max(places.Max(i => dots.X[i]) - places.Min(i => dots.X[i]), places.Max(i => dots.Y[i]) - places.Min(i => dots.Y[i]));
    }

    private static Report WithoutFigures(Superpotential potential, ulong seed)
    {
        var options = new SuperpotentialOptions { Potential = potential };
        return Run(options with { Detection = options.Detection with { Figures = false } }, seed);
    }

    private static Report Run(SuperpotentialOptions options, ulong seed)
    {
        var blank = new Report { Command = "test", Version = "test", Seed = seed, Threads = 2, Repeat = "test", Verdict = "" };
        return SuperpotentialExperiment.Run(options, new(blank, new(seed), Execution.Default, new Progress<Report>()));
    }

    /// <summary>Whether the control meets what is claimed of the measured value: a bound, or a text.</summary>
    private static bool ControlMeets(Claim claim) => (claim.Expected.Text, claim.Control?.Number) switch
    {
        ({ } bound, { } control) when bound.StartsWith(">= ", StringComparison.Ordinal) => control >= Bound(bound),
        ({ } bound, { } control) when bound.StartsWith("<= ", StringComparison.Ordinal) => control <= Bound(bound),
        _ => claim.Control is null || claim.Control == claim.Expected,
    };

    private static double Bound(string bound) => double.Parse(bound[3..], CultureInfo.InvariantCulture);

    private static double Control(Report run, string name, string control) =>
        run.Claims!.Value.First(claim => claim.Name.StartsWith(name, StringComparison.Ordinal) && claim.Name.EndsWith($"(control: {control})", StringComparison.Ordinal)).Control!.Number!.Value;
}
