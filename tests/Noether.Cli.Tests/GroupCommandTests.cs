using System.Text.Json.Nodes;
using Noether.Runs;

namespace Noether.Cli.Tests;

/// <summary>noether test DATA --group G.</summary>
public sealed class GroupCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_vectors_turn_together_and_change_places_and_do_not_turn_alone()
    {
        var table = _folder.Write("pairs.csv", Pairs());
        string[] vectors = ["--on", "px1,py1,pz1", "--on", "px2,py2,pz2"];

        var together = Test([table, "--value", "dot", "--group", "so(3)", .. vectors]);
        var exchanged = Test([table, "--value", "dot", "--group", "S2", .. vectors]);
        var alone = Test([table, "--value", "dot", "--group", "so(3)", "--on", "px1,py1,pz1"]);

        Assert.Equal(("symmetric", "symmetric", "none"), (Verdict(together), Verdict(exchanged), Verdict(alone)));
        Assert.Equal(3, alone["group"]!["members"]!.AsArray().Count);
        Assert.Equal(6, alone["group"]!["worst"]![0]!.AsArray().Count);
        Assert.InRange((double)alone["symmetry"]!["asymmetry"]!["lower"]!, 0.2, 1);
    }

    [Fact]
    public void Points_alone_get_an_exact_p_value()
    {
        var table = _folder.Write("pairs.csv", Pairs());

        var rotated = Test([table, "--ignore", "dot", "--group", "so(3)", "--on", "px1,py1,pz1"]);
        var shifted = Test([table, "--ignore", "dot", "--group", "so(3)", "--on", "px1,py1,pz1", "--centre", "1,1,1,0,0,0"]);

        Assert.InRange((double)rotated["group"]!["pValue"]!, 0.01, 1);
        Assert.InRange((double)shifted["group"]!["pValue"]!, 0, 0.01);
        Assert.Equal("none", Verdict(shifted));
    }

    [Fact]
    public void Groups_of_matrices_come_from_a_file_and_others_are_refused_with_what_to_do()
    {
        var table = _folder.Write("pairs.csv", Pairs());
        var quarter = _folder.Write("quarter.json", "[[[0, -1], [1, 0]]]");

        var generator = Test([table, "--value", "dot", "--group", quarter, "--on", "px1,py1", "--on", "px2,py2"]);
        var element = Test([table, "--value", "dot", "--group", quarter, "--as", "elements", "--on", "px1,py1", "--on", "px2,py2"]);
        var wrong = NoetherProcess.Run("test", table, "--value", "dot", "--group", "so(3)");
        var unknown = NoetherProcess.Run("test", table, "--value", "dot", "--group", "so(3)", "--on", "a,b,c");

        Assert.Equal(("symmetric", "symmetric"), (Verdict(generator), Verdict(element)));
        Assert.Equal(("generator", "element"), ((string?)generator["group"]!["members"]![0]!["kind"], (string?)element["group"]!["members"]![0]!["kind"]));
        Assert.Equal((2, 2), (wrong.ExitCode, unknown.ExitCode));
        Assert.Contains("--on x,y,z", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("px1", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trained_network_is_asked_directly()
    {
        var table = _folder.Write("tilted.csv", SampleTables.TiltedCircles(300, new(11)));
        var trained = NoetherProcess.Run("detect", table, "--label", "kind", "--out", _folder["trained"], "--no-figures", "--quiet");
        Assert.True(trained.ExitCode == 0, trained.Error);
        string[] network = [_folder["trained/classifier.onnx"], "--layer", "embedding", "--data", table, "--ignore", "kind"];

        var turned = Test([.. network, "--group", "so(3)"]);

        Assert.Equal("none", Verdict(turned)); // the circles lie about one tilted axis, not about the origin
        Assert.InRange((double)turned["group"]!["brokenShare"]!, 0.1, 1);
        Assert.InRange((double)turned["group"]!["members"]![0]!["change"]!, 1e-6, double.MaxValue);
    }

    private JsonNode Test(string[] arguments)
    {
        var result = NoetherProcess.Run(["test", .. arguments, "--json", "--quiet", "--no-figures", "--out", _folder["out"]]);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonNode.Parse(result.Output)!;
    }

    private static string? Verdict(JsonNode report) => (string?)report["symmetry"]!["verdict"];

    private static string Pairs()
    {
        var random = new Seed(5).Stream();
        var rows = Enumerable.Range(0, 1500).Select(_ => Enumerable.Range(0, 6).Select(_ => random.NextGaussian()).ToArray())
            .Select(p => $"{string.Join(',', p.Select(c => c.ToString("R")))},{(p[0] * p[3]) + (p[1] * p[4]) + (p[2] * p[5]):R}");
        return "px1,py1,pz1,px2,py2,pz2,dot\n" + string.Join('\n', rows) + "\n";
    }
}
