using System.Text.Json.Nodes;

namespace Noether.Cli.Tests;

/// <summary>Figure 2 from a table, as a user would do it with own samples: two values, two fields, one of them conjugate.</summary>
public sealed class SuperpotentialTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Detect_finds_on_the_exported_table_what_the_experiment_finds()
    {
        var experiment = Report("experiment", "paper", "superpotential", "--compact", "--samples", "100", "--table");

        var table = Report(
            "table", "detect", _folder["experiment/samples.csv"], "--value", "W.re", "--value", "W.im", "--levels", "-1:1:0.2", "--width", "0.02",
            "--layers", "200,200,200,100", "--fields", "2", "--conjugate", "1", "--complex", "pairs");

        Assert.Equal("su(2)+u(1)", (string?)experiment["algebra"]!["name"]);
        Assert.Equal("su(2)+u(1)", (string?)table["algebra"]!["name"]);
        Assert.Equal(experiment["orbits"]!.AsArray().Count, table["orbits"]!.AsArray().Count);
        var symmetry = table["symmetry"]!;
        Assert.Equal("symmetric", (string?)symmetry["verdict"]);
        Assert.InRange((double)symmetry["asymmetry"]!["upper"]!, 0, 0.05);
        Assert.InRange((double)symmetry["spectrum"]!.AsArray()[^1]!["lower"]!, 0.05, 1); // the control: the next field is none
    }

    private JsonNode Report(string folder, params string[] arguments)
    {
        var result = NoetherProcess.Run([.. arguments, "--no-figures", "--quiet", "--out", _folder[folder]]);

        Assert.Equal(0, result.ExitCode);
        return JsonNode.Parse(File.ReadAllText(_folder[$"{folder}/report.json"]))!;
    }
}
